import type { Issue } from '../issue.ts';
import type { Task } from '../task.ts';
import type { ReviewEdit } from './edits.ts';
import type { ReviewSubject } from './subject.ts';

/**
 * One fault, or one thing worth knowing, before a file is accepted. Rows are numbers as a spreadsheet shows them,
 * ascending; the sentence is `review.finding.<kind>` with `values`, the fixes `review.fix.<id>`.
 */
export interface Finding {
  kind: string;
  /** error: the row cannot be used as it is; warning: somebody should look; note: nothing is wrong, but it is worth knowing. */
  severity: Issue['severity'];
  rows: number[];
  column?: string;
  values: Record<string, string | number>;
  /** What could be done. The first one with `byDefault` is what `clean` does; none: left as it is, and said. */
  fixes: Fix[];
}

export interface Fix {
  id: FixId;
  byDefault: boolean;
  edits: ReviewEdit[];
}

export type FixId =
  | 'exclude'
  | 'merge'
  | 'swap'
  | 'place'
  | 'rename'
  | 'clear'
  | 'keep-first-type'
  | 'keep-last-type'
  | 'pad'
  | 'strip-gate';

/** One kind of fault. `find` names each row at most once, ascending by its first row. */
export interface Kind {
  id: string;
  find(subject: ReviewSubject): Task<Finding[]>;
}

/** The fix that `clean` and "fix all of a kind" carry out; undefined when a person has to decide. */
export function defaultFix(finding: Finding): Fix | undefined {
  return finding.fixes.find((fix) => fix.byDefault);
}

export function excludeFix(kind: string, rows: number[], byDefault: boolean): Fix {
  return { id: 'exclude', byDefault, edits: [{ kind, action: 'exclude', rows }] };
}

export function writeFix(
  id: FixId,
  kind: string,
  row: number,
  column: string,
  text: string,
  byDefault: boolean,
): Fix {
  return { id, byDefault, edits: [{ kind, action: 'write', rows: [row], column, text }] };
}
