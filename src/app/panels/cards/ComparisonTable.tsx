import type { Comparison } from '../../../view/explain-place.ts';
import { useWords } from '../../compute/use-words.ts';
import styles from './ComparisonTable.module.css';

/** The same place in every reading: how far, and whether that is within the limit. */
export function ComparisonTable({ rows }: { rows: Comparison[] }) {
  const { say } = useWords();
  return (
    <table className={styles.table} data-testid="comparison">
      <caption className={styles.title}>{say('screen.card.comparison')}</caption>
      <tbody>
        {rows.map(({ reading, label, distance, verdict, isMet }) => (
          <tr key={reading} data-reading={reading}>
            <th scope="row">{label}</th>
            <td className={styles.number}>{distance}</td>
            <td className={isMet ? styles.met : styles.notMet}>
              <span aria-hidden="true">{isMet ? '✓' : '✕'}</span> {verdict}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
