import { z } from 'zod';

/**
 * What was decided about the rows of a source, as a list replayed whenever the file is read. Rows are numbers as a
 * spreadsheet shows them. Fixing appends, undoing takes out; the file itself is never changed.
 */
const rows = z.array(z.number().int().min(1)).min(1);
const kind = z.string();

export const reviewEdit = z.discriminatedUnion('action', [
  /** The rows are left out. They stay counted, and can be exported with their reason. */
  z.strictObject({ kind, action: z.literal('exclude'), rows }),
  /** The rows are the same place as `into`: left out, and what `into` leaves blank is filled from them, in order. */
  z.strictObject({ kind, action: z.literal('merge'), rows, into: z.number().int().min(1) }),
  /** The position in WGS-84 degrees, whatever the columns say. */
  z.strictObject({
    kind,
    action: z.literal('place'),
    rows,
    lng: z.number().min(-180).max(180),
    lat: z.number().min(-90).max(90),
  }),
  /** Another text in a cell. */
  z.strictObject({ kind, action: z.literal('write'), rows, column: z.string(), text: z.string() }),
]);

/** The review of a source: the file it was made for, so that the edits never fall on rows of another, and the edits. */
export const sourceReview = z.strictObject({
  sha256: z.string(),
  edits: z.array(reviewEdit),
});

export type ReviewEdit = z.infer<typeof reviewEdit>;
export type SourceReview = z.infer<typeof sourceReview>;

/** The list with the edits of a fix behind it; an edit that is there already is not repeated. */
export function withEdits(list: readonly ReviewEdit[], edits: readonly ReviewEdit[]): ReviewEdit[] {
  const known = new Set(list.map(editKey));
  const fresh = edits.filter((edit) => {
    const key = editKey(edit);
    const isFresh = !known.has(key);
    known.add(key);
    return isFresh;
  });
  return [...list, ...fresh];
}

/** The list without the edits of a fix. */
export function withoutEdits(list: readonly ReviewEdit[], edits: readonly ReviewEdit[]): ReviewEdit[] {
  const gone = new Set(edits.map(editKey));
  return list.filter((edit) => !gone.has(editKey(edit)));
}

/** The list without whatever was decided for a kind of fault. */
export function withoutKind(list: readonly ReviewEdit[], undone: string): ReviewEdit[] {
  return list.filter((edit) => edit.kind !== undone);
}

/** Equal for equal decisions, whatever the order of their fields. */
function editKey(edit: ReviewEdit): string {
  return JSON.stringify(Object.entries(edit).sort(([a], [b]) => (a < b ? -1 : 1)));
}
