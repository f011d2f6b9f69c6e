/**
 * What went wrong, or is worth knowing, as data. Core never makes a sentence: the words are chosen later, in the
 * user's language, by `view/words` from `issue.<code>` and the values carried here.
 */
export type Severity = 'error' | 'warning' | 'note';

export interface Issue {
  severity: Severity;
  /** Key of the sentence, for example `coordinates-missing`. Kebab case, stable: it is written to issues.csv. */
  code: string;
  /** Name of the file it was found in, when there is one. */
  file?: string;
  /** Row as the user sees it in a spreadsheet: the first line of the file is row 1. */
  row?: number;
  /** Header of the column concerned, as written in the file. */
  column?: string;
  /** Whatever the sentence needs: the text of the offending cell, a count, a limit. */
  values?: Record<string, string | number>;
}

/** A value with what was noticed while making it. Rows that could not be used are named in `issues`, never dropped silently. */
export interface Checked<T> {
  value: T;
  issues: Issue[];
}

/**
 * Data that cannot be used at all: the one kind of error that core throws on purpose. Command line: exit code 1;
 * page: a sentence, and what was loaded before stays.
 */
export class UnusableData extends Error {
  readonly issue: Issue;

  constructor(issue: Omit<Issue, 'severity'>) {
    super(
      `${issue.code}${issue.file ? ` (${issue.file})` : ''}${issue.values ? ` ${JSON.stringify(issue.values)}` : ''}`,
    );
    this.name = 'UnusableData';
    this.issue = { severity: 'error', ...issue };
  }
}
