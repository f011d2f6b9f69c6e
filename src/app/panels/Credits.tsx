import { creditLine } from '../../view/credits.ts';
import { useAnswer } from '../compute/use-question.ts';
import { useWords } from '../compute/use-words.ts';
import styles from './Credits.module.css';

/** Source and method, in small type. */
export function Credits() {
  const { say, language } = useWords();
  const answer = useAnswer();
  if (!answer) return null;
  return <p className={styles.credits}>{creditLine(answer.overview, answer.question, say, language)}</p>;
}
