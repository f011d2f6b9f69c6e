import type { Issue } from '../../core/issue.ts';
import { issueLines, issuesCsv } from '../../view/issue-lines.ts';
import { sayIn } from '../../view/words/index.ts';
import { useStore } from '../store/store.ts';
import { saveFile } from './save-file.ts';

/** Downloads the rows that cannot be used, with their reasons, to be handed back to whoever keeps the file. */
export function downloadIssues(issues: readonly Issue[], file: string): void {
  const { language } = useStore.getState().session;
  const say = sayIn(language);
  saveFile(
    `${file.replace(/\.[^.]+$/, '')}-issues.csv`,
    issuesCsv(issueLines(issues, say, language), say),
    'text/csv',
  );
}
