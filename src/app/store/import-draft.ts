import type { CheckReport } from '../../../workers/protocol.ts';
import type { Issue } from '../../core/issue.ts';
import type { SourceLook } from '../../core/project/review-source.ts';
import type { ReviewEdit } from '../../core/review/edits.ts';
import type { Mapping } from '../../core/table/mapping.ts';

/** Files that the user has brought and not yet confirmed. What they hold lies in the cache, in the same order. */
export interface ImportDraft {
  items: ImportItem[];
  facilities: 'replace' | 'add';
  /** The source whose place the files take, when the user asked for that. */
  replaces: number | undefined;
  /** Why the last attempt to import failed; what was loaded before is still there. */
  failure: Issue | undefined;
}

export interface ImportItem {
  mapping: Mapping | undefined;
  /** Unchecked by the user, or of no use. */
  isWanted: boolean;
  /** The coordinate system was guessed and nobody has looked at it yet. */
  crsIsGuess: boolean;
  /** What a look at its rows found; undefined until it is done, and for what has no rows. */
  look: SourceLook | undefined;
  /** What was decided about its rows so far. */
  edits: ReviewEdit[];
  check:
    | { state: 'none' }
    | { state: 'running' }
    | { state: 'done'; report: CheckReport }
    | { state: 'failed'; issue: Issue };
}
