import { useState } from 'react';
import type { Issue } from '../../../core/issue.ts';
import { issueLines, issueText } from '../../../view/issue-lines.ts';
import { formatCount } from '../../../view/numbers.ts';
import { downloadIssues } from '../../actions/download-issues.ts';
import { useWords } from '../../compute/use-words.ts';
import type { ImportItem } from '../../store/import-draft.ts';
import { IssuesList } from '../data/IssuesList.tsx';
import { Action } from '../parts/Action.tsx';
import styles from './CheckResult.module.css';

interface CheckResultProps {
  check: ImportItem['check'];
  /** What was noticed while reading, before anything was said about columns. */
  noticed: Issue[];
  file: string;
  /** What was joined of streets is told at once. */
  isOpenAtFirst?: boolean;
}

/** How many rows of a file can be used, and why the others cannot. */
export function CheckResult({ check, noticed, file, isOpenAtFirst = false }: CheckResultProps) {
  const { say, language } = useWords();
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  if (check.state === 'none') return null;
  if (check.state === 'running') return <p className={styles.waiting}>{say('screen.import.checking')}</p>;
  if (check.state === 'failed') {
    return (
      <p className={styles.bad} role="alert" data-testid="failure">
        {issueText({ file, ...check.issue }, say, language)}
      </p>
    );
  }
  const { read, usable, issues } = check.report;
  const shown = issues.length > 0 ? issues : noticed;
  return (
    <div className={styles.result}>
      <p className={usable === read ? styles.good : styles.bad} aria-live="polite">
        {say(read === usable ? 'screen.source.all' : 'screen.source.some', {
          read: formatCount(read, language),
          usable: formatCount(usable, language),
        })}
        {shown.length > 0 ? (
          <Action look="plain" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
            {say('screen.source.noticed', { count: formatCount(shown.length, language) })}
          </Action>
        ) : null}
      </p>
      {isOpen ? (
        <>
          <IssuesList lines={issueLines(shown, say, language)} />
          <Action look="plain" onPress={() => downloadIssues(shown, file)}>
            {say('screen.issues.download')}
          </Action>
        </>
      ) : null}
    </div>
  );
}
