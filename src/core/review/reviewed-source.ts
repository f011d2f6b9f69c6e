import type { FileContent } from '../formats/content.ts';
import type { Issue } from '../issue.ts';
import type { Mapping } from '../table/mapping.ts';
import { applyEdits } from './apply-edits.ts';
import type { SourceReview } from './edits.ts';

type ReadMapping = Exclude<Mapping, { role: 'background' | 'streets' }>;

/** A source as it is read on: the decisions of its review replayed, and what became of them said. */
export interface ReviewedSource {
  content: FileContent;
  mapping: ReadMapping;
  issues: Issue[];
}

/**
 * Replays the review of a source. Rows are numbers of one certain file: on another file (another hash) nothing is done, and
 * that is a warning `review-file-changed` {count}. Rows left out are a note `review-rows-left-out` {count}. Throws
 * UnusableData `review-nothing-left`.
 */
export function reviewedSource(
  content: FileContent,
  mapping: ReadMapping,
  review: SourceReview | undefined,
  sha256: string,
): ReviewedSource {
  const isRows = mapping.role === 'facilities' || mapping.role === 'people';
  if (!review || review.edits.length === 0 || content.kind === 'raster' || !isRows) {
    return { content, mapping, issues: [] };
  }
  if (review.sha256 !== sha256) {
    const values = { count: review.edits.length };
    return { content, mapping, issues: [{ severity: 'warning', code: 'review-file-changed', values }] };
  }
  const reviewed = applyEdits(content, mapping, review.edits);
  const issues: Issue[] = [];
  if (reviewed.left.length > 0) {
    const values = { count: reviewed.left.length };
    issues.push({ severity: 'note', code: 'review-rows-left-out', values });
  }
  return { content: reviewed.content, mapping: reviewed.mapping, issues };
}
