import { uniqueHeader } from '../table/header.ts';
import { applyEdits } from './apply-edits.ts';
import type { ReviewEdit } from './edits.ts';
import { defaultFix, type Finding } from './finding.ts';
import type { ReviewSubject } from './subject.ts';

/** How things are said: core has no words of its own. */
export interface CleanWords {
  /** Why a row was left out, or what to look at. */
  finding(finding: Finding): string;
  /** What was done about it. */
  fixed(finding: Finding): string;
  /** A position that cannot be used, by its code. */
  position(code: string): string;
  rowColumn: string;
  reasonColumn: string;
  noteColumn: string;
}

/** The file as two tables: every row is in exactly one of them. */
export interface Cleaned {
  /** All columns of the file, `lng_wgs84`, `lat_wgs84`, and a note. */
  header: string[];
  rows: string[][];
  /** All columns of the file, the row number and the reason. */
  rejectedHeader: string[];
  rejected: string[][];
  /** Positions that were set right and cells that were rewritten, by kind of fault. */
  mended: Map<string, number>;
}

const DUPLICATE_KINDS: ReadonlySet<string> = new Set([
  'identical-row',
  'duplicate',
  'gate',
  'already-loaded',
]);

/**
 * Carries out the default fix of every finding. A row is rejected for the first finding that leaves it out; what is found but
 * left to a person becomes a note. A row is never merged into one that is left out itself.
 */
export function cleanRows(
  subject: ReviewSubject,
  findings: readonly Finding[],
  words: CleanWords,
  options: { keepDuplicates?: boolean; edits?: readonly ReviewEdit[] } = {},
): Cleaned {
  const used = findings.filter(({ kind }) => !(options.keepDuplicates && DUPLICATE_KINDS.has(kind)));
  const placed = positionsSet(used, options.edits ?? []);
  const reasons = reasonsToReject(subject, used, words, placed);
  const table = rewritten(subject, used, reasons);
  const notes = notesOf(used, words);
  const cleaned: Cleaned = {
    header: uniqueHeader([...table.header, 'lng_wgs84', 'lat_wgs84', words.noteColumn]),
    rows: [],
    rejectedHeader: uniqueHeader([...subject.content.table.header, words.rowColumn, words.reasonColumn]),
    rejected: [],
    mended: mendedBy(used),
  };
  for (let row = 0; row < subject.count; row++) {
    const number = subject.rowNumbers[row];
    const reason = reasons.get(number);
    if (reason !== undefined) {
      cleaned.rejected.push([...subject.content.table.rows[row], String(number), reason]);
      continue;
    }
    const [lng, lat] = placed.get(number) ?? [subject.lng[row], subject.lat[row]];
    cleaned.rows.push([...table.rows[row], degrees(lng), degrees(lat), notes.get(number) ?? '']);
  }
  if (cleaned.rows.length + cleaned.rejected.length !== subject.count) {
    throw new Error(
      `rows lost: ${subject.count} in, ${cleaned.rows.length} + ${cleaned.rejected.length} out`,
    );
  }
  return cleaned;
}

function positionsSet(
  findings: readonly Finding[],
  edits: readonly ReviewEdit[],
): Map<number, [number, number]> {
  const placed = new Map<number, [number, number]>();
  for (const edit of [...findings.flatMap((finding) => defaultFix(finding)?.edits ?? []), ...edits]) {
    if (edit.action === 'place') for (const row of edit.rows) placed.set(row, [edit.lng, edit.lat]);
  }
  return placed;
}

/** Row number → why it is left out. */
function reasonsToReject(
  subject: ReviewSubject,
  findings: readonly Finding[],
  words: CleanWords,
  placed: ReadonlyMap<number, unknown>,
): Map<number, string> {
  const reasons = new Map<number, string>();
  const reject = (rows: readonly number[], finding: Finding) => {
    for (const row of rows) if (!reasons.has(row)) reasons.set(row, words.finding(finding));
  };
  const merges: { rows: number[]; into: number; finding: Finding }[] = [];
  for (const finding of findings) {
    for (const edit of defaultFix(finding)?.edits ?? []) {
      // A row that was given a position since is no longer without one.
      const rows = edit.rows.filter((row) => !(placed.has(row) && isAboutPosition(finding)));
      if (edit.action === 'exclude') reject(rows, finding);
      else if (edit.action === 'merge') merges.push({ rows, into: edit.into, finding });
    }
  }
  subject.positionProblem.forEach((code, row) => {
    const number = subject.rowNumbers[row];
    const isUsable = Number.isFinite(subject.lng[row] + subject.lat[row]) || placed.has(number);
    if (!isUsable && !reasons.has(number)) reasons.set(number, words.position(code || 'coordinates-missing'));
  });
  const excluded = new Set(reasons.keys());
  for (const { rows, into, finding } of merges) if (!excluded.has(into)) reject(rows, finding);
  return reasons;
}

function isAboutPosition({ kind }: Finding): boolean {
  return kind.endsWith('-position') || kind === 'swapped' || kind === 'outside-area';
}

/** The cells after all that is rewritten or filled; the position columns keep what the file says. */
function rewritten(
  { content, mapping }: ReviewSubject,
  findings: readonly Finding[],
  reasons: ReadonlyMap<number, string>,
) {
  const edits = findings
    .flatMap((finding) => defaultFix(finding)?.edits ?? [])
    .filter((edit) => edit.action === 'write' || (edit.action === 'merge' && !reasons.has(edit.into)));
  // Merged rows stay in their place here: which rows are left out is decided above.
  return applyEdits(content, mapping, edits, { keepRows: true }).content.table;
}

function notesOf(findings: readonly Finding[], words: CleanWords): Map<number, string> {
  const notes = new Map<number, string[]>();
  for (const finding of findings) {
    if (finding.severity === 'note') continue;
    // What would have left the row out was not done, since the row is here.
    const isMended = defaultFix(finding)?.edits.some(
      ({ action }) => action === 'write' || action === 'place',
    );
    const text = isMended ? words.fixed(finding) : words.finding(finding);
    for (const row of finding.rows) notes.set(row, [...(notes.get(row) ?? []), text]);
  }
  return new Map([...notes].map(([row, texts]) => [row, texts.join(' ')]));
}

function mendedBy(findings: readonly Finding[]): Map<string, number> {
  const mended = new Map<string, number>();
  for (const finding of findings) {
    const edits = defaultFix(finding)?.edits ?? [];
    if (!edits.some(({ action }) => action === 'write' || action === 'place')) continue;
    mended.set(finding.kind, (mended.get(finding.kind) ?? 0) + finding.rows.length);
  }
  return mended;
}

/** Seven decimals, about a centimetre. */
function degrees(value: number): string {
  return String(Number(value.toFixed(7)));
}
