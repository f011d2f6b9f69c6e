import type { Issue } from '../core/issue.ts';
import { groupName, serviceName } from './names.ts';
import type { Language, Say } from './words/index.ts';

/** An issue as the list shows it: where, and what. */
export interface IssueLine {
  severity: Issue['severity'];
  file: string;
  row: string;
  column: string;
  text: string;
}

/** Says an issue. A code without a sentence is shown as it is rather than hidden. */
export function issueText(issue: Issue, say: Say, language: Language): string {
  const key = `issue.${issue.code}`;
  const values = {
    ...(issue.file === undefined ? {} : { file: issue.file }),
    ...(issue.row === undefined ? {} : { row: issue.row }),
    ...(issue.column === undefined ? {} : { column: issue.column }),
    ...namedValues(issue.values, say, language),
  };
  const text = say(key, values);
  return text === key ? say('screen.failure.unnamed', { code: issue.code }) : text;
}

/** Ids that core put into an issue, as names. */
function namedValues(values: Issue['values'], say: Say, language: Language): NonNullable<Issue['values']> {
  const named = { ...values };
  if (typeof named.service === 'string') named.service = serviceName(named.service, language);
  if (typeof named.group === 'string') named.group = groupName(named.group, say);
  if (typeof named.used === 'string') named.used = groupName(named.used, say);
  if (typeof named.role === 'string') named.role = say(`role.${named.role}`);
  return named;
}

export function issueLines(issues: readonly Issue[], say: Say, language: Language): IssueLine[] {
  return issues.map((issue) => ({
    severity: issue.severity,
    file: issue.file ?? '',
    row: issue.row === undefined ? '' : String(issue.row),
    column: issue.column ?? '',
    text: issueText(issue, say, language),
  }));
}

/** Lines with a key each: two of them may say the same. */
export function numberedLines(lines: readonly IssueLine[]): (IssueLine & { id: number })[] {
  return lines.map((line, id) => ({ ...line, id }));
}

/** The list as CSV for a spreadsheet: UTF-8 with a mark, CRLF; a text that a spreadsheet would run gets a quote before it. */
export function issuesCsv(lines: readonly IssueLine[], say: Say): string {
  const head = ['file', 'row', 'column', 'reason'].map((key) => say(`screen.issues.${key}`));
  const body = lines.map(({ file, row, column, text }) => [file, row, column, text]);
  return `\ufeff${[head, ...body].map((cells) => cells.map(quote).join(',')).join('\r\n')}\r\n`;
}

function quote(text: string): string {
  const safe = /^[=+@\t\r]|^-(?![\d.])/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
