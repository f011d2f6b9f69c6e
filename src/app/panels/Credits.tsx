import { creditLine } from '../../view/credits.ts';
import { useAnswer } from '../compute/use-question.ts';
import { useWords } from '../compute/use-words.ts';
import { useStore } from '../store/store.ts';
import styles from './Credits.module.css';

/** Source and method, in small type. */
export function Credits() {
  const { say, language } = useWords();
  const answer = useAnswer();
  const step = useStore((state) => (state.session.step === 'shortfall' ? 'shortfall' : 'coverage'));
  if (!answer) return null;
  return (
    <p className={styles.credits} data-testid="credits">
      {creditLine(answer.overview, answer.question, step, say, language)}
    </p>
  );
}
