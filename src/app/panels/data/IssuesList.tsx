import type { IssueLine } from '../../../view/issue-lines.ts';
import { useWords } from '../../compute/use-words.ts';
import styles from './IssuesList.module.css';

const SHOWN = 200;

/** Rows that cannot be used, or are worth a look: number and reason. */
export function IssuesList({ lines }: { lines: IssueLine[] }) {
  const { say } = useWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard
    <section
      className={styles.scroller}
      data-testid="issues-list"
      aria-label={say('screen.issues.title')}
      tabIndex={0}
    >
      <ol className={styles.list}>
        {lines.slice(0, SHOWN).map((line, k) => (
          <li
            key={`${line.row}:${line.column}:${k < SHOWN ? line.text : ''}`}
            className={styles[line.severity]}
          >
            {line.row === '' ? null : <b>{say('screen.issues.inRow', { row: line.row })}</b>} {line.text}
          </li>
        ))}
      </ol>
      {lines.length > SHOWN ? <p>{say('screen.issues.more', { count: lines.length - SHOWN })}</p> : null}
    </section>
  );
}
