import { circleMethod } from '../../view/circle.ts';
import { creditLine } from '../../view/credits.ts';
import { useAnswer } from '../compute/use-question.ts';
import { useWords } from '../compute/use-words.ts';
import { useCached, useStore } from '../store/store.ts';
import styles from './Credits.module.css';

/** Source and method, in small type. */
export function Credits() {
  const { say, language } = useWords();
  const answer = useAnswer();
  const circle = useCached('circle');
  const step = useStore(({ session }) => {
    if (session.step === 'shortfall') return 'shortfall';
    return session.subject === 'circle' ? 'circle' : 'coverage';
  });
  if (!answer) return null;
  const isWalked = answer.coverage.network !== undefined;
  const ownMethod = step === 'circle' && circle ? circleMethod(circle, isWalked, say, language) : undefined;
  return (
    <p className={styles.credits} data-testid="credits">
      {creditLine(answer.overview, answer.question, step, say, language, ownMethod)}
    </p>
  );
}
