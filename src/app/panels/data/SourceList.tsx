import { Button } from 'react-aria-components';
import { issueLines } from '../../../view/issue-lines.ts';
import { type SourceLine, sourceLines } from '../../../view/source-lines.ts';
import { downloadIssues } from '../../actions/download-issues.ts';
import { useWords } from '../../compute/use-words.ts';
import { setSession, useLoaded, useStore } from '../../store/store.ts';
import { Action } from '../parts/Action.tsx';
import { IssuesList } from './IssuesList.tsx';
import styles from './SourceList.module.css';
import { SourceTools } from './SourceTools.tsx';

/** The files of the project: what each is, how much of it can be used, and what was noticed. */
export function SourceList() {
  const { say, language } = useWords();
  const loaded = useLoaded();
  const isSample = useStore((state) => state.document.isSample);
  if (!loaded) return null;
  return (
    <ul className={styles.list} data-testid="source-list" aria-label={say('screen.source.title')}>
      {sourceLines(loaded.sources, loaded.issues, say, language).map((line) => (
        <li key={line.index} className={styles.source}>
          <div className={styles.head}>
            <span className={styles.role}>{line.role}</span>
            <span className={styles.file} title={line.file}>
              {line.file}
            </span>
            {isSample ? null : <SourceTools line={line} />}
          </div>
          <SourceFacts line={line} />
        </li>
      ))}
    </ul>
  );
}

/** Rows and remarks, and on demand the remarks themselves. */
function SourceFacts({ line }: { line: SourceLine }) {
  const { say, language } = useWords();
  const isOpen = useStore((state) => state.session.issuesOf === line.file);
  const { file, rows, noticed, issues, unusable } = line;
  return (
    <>
      <div className={styles.facts}>
        <span>{rows}</span>
        {issues.length > 0 ? (
          <Button
            className={unusable > 0 ? styles.issuesBad : styles.issues}
            aria-expanded={isOpen}
            onPress={() => setSession({ issuesOf: isOpen ? undefined : file })}
          >
            {noticed}
          </Button>
        ) : null}
      </div>
      {isOpen ? (
        <div className={styles.open}>
          <IssuesList lines={issueLines(issues, say, language)} />
          <Action look="plain" onPress={() => downloadIssues(issues, file)}>
            {say('screen.issues.download')}
          </Action>
        </div>
      ) : null}
    </>
  );
}
