import { Button } from 'react-aria-components';
import { issueLines } from '../../../view/issue-lines.ts';
import { sourceLines } from '../../../view/source-lines.ts';
import { downloadIssues } from '../../actions/download-issues.ts';
import { useWords } from '../../compute/use-words.ts';
import { setSession, useCached, useStore } from '../../store/store.ts';
import { Action } from '../parts/Action.tsx';
import { IssuesList } from './IssuesList.tsx';
import styles from './SourceList.module.css';

/** The files of the project: what each is, how much of it can be used, and what was noticed. */
export function SourceList() {
  const { say, language } = useWords();
  const overview = useCached('overview');
  const issuesOf = useStore((state) => state.session.issuesOf);
  if (!overview) return null;
  return (
    <ul className={styles.list}>
      {sourceLines(overview.sources, overview.issues, say, language).map(
        ({ file, role, rows, noticed, issues, unusable }) => (
          <li key={file} className={styles.source}>
            <div className={styles.head}>
              <span className={styles.role}>{role}</span>
              <span className={styles.file} title={file}>
                {file}
              </span>
            </div>
            <div className={styles.facts}>
              <span>{rows}</span>
              {issues.length > 0 ? (
                <Button
                  className={unusable > 0 ? styles.issuesBad : styles.issues}
                  aria-expanded={issuesOf === file}
                  onPress={() => setSession({ issuesOf: issuesOf === file ? undefined : file })}
                >
                  {noticed}
                </Button>
              ) : null}
            </div>
            {issuesOf === file ? (
              <div className={styles.open}>
                <IssuesList lines={issueLines(issues, say, language)} />
                <Action look="plain" onPress={() => downloadIssues(issues, file)}>
                  {say('screen.issues.download')}
                </Action>
              </div>
            ) : null}
          </li>
        ),
      )}
    </ul>
  );
}
