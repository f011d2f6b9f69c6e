import { circleMethod } from '../../view/circle.ts';
import { creditLine } from '../../view/credits.ts';
import { standardMethod } from '../../view/standards-at.ts';
import { useAnswer } from '../compute/use-question.ts';
import { useStandard } from '../compute/use-standard.ts';
import { useWords } from '../compute/use-words.ts';
import { useCached, useStore } from '../store/store.ts';
import styles from './Credits.module.css';

/** Source and method, in small type. */
export function Credits() {
  const { say, language } = useWords();
  const answer = useAnswer();
  const circle = useCached('circle');
  const standard = useStandard();
  const step = useStore(({ session }) => {
    const { shortfallSubject } = session;
    if (session.step === 'shortfall')
      return shortfallSubject === 'standards' ? 'shortfall' : shortfallSubject;
    return session.subject === 'circle' ? 'circle' : 'coverage';
  });
  if (!answer) return null;
  const isWalked = answer.coverage.network !== undefined;
  const ofCircle = step === 'circle' && circle ? circleMethod(circle, isWalked, say, language) : undefined;
  // A forecast measures no distance.
  const ofStandard = step === 'shortfall' ? standardMethod(standard, say, language) : undefined;
  const ownMethod = step === 'future' ? '' : (ofStandard ?? ofCircle);
  return (
    <p className={styles.credits} data-testid="credits">
      {creditLine(answer.overview, answer.question, step, say, language, ownMethod)}
    </p>
  );
}
