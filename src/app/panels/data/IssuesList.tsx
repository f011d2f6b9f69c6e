import { GridList, GridListItem } from 'react-aria-components';
import { type IssueLine, numberedLines } from '../../../view/issue-lines.ts';
import { useWords } from '../../compute/use-words.ts';
import styles from './IssuesList.module.css';

const SHOWN = 200;

/** Rows that cannot be used, or are worth a look: number and reason. */
export function IssuesList({ lines }: { lines: IssueLine[] }) {
  const { say } = useWords();
  return (
    <>
      <GridList
        className={styles.list}
        data-testid="issues-list"
        aria-label={say('screen.issues.title')}
        items={numberedLines(lines.slice(0, SHOWN))}
      >
        {({ id, row, text, severity }) => (
          <GridListItem id={id} textValue={`${row} ${text}`} className={styles[severity]}>
            {row === '' ? null : <b>{say('screen.issues.inRow', { row })}</b>} {text}
          </GridListItem>
        )}
      </GridList>
      {lines.length > SHOWN ? <p>{say('screen.issues.more', { count: lines.length - SHOWN })}</p> : null}
    </>
  );
}
