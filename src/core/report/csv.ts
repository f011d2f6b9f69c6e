/** A cell of a result table: text, a number, or nothing. */
export type Cell = string | number | undefined;

/**
 * RFC 4180 text with LF line ends, UTF-8, no byte order mark. NaN is empty (not surveyed, not applicable), Infinity is the word
 * `Infinity` (unreachable). A text that a spreadsheet would run as a formula is led by an apostrophe; numbers are left
 * alone.
 */
export function csvText(header: string[], rows: Iterable<Cell[]>, layout: CsvLayout = PLAIN): string {
  const { delimiter, newline } = layout;
  const line = (cells: Cell[]) => cells.map((cell) => cellText(cell, delimiter)).join(delimiter);
  const lines = [line(header)];
  for (const row of rows) lines.push(line(row));
  return `${lines.join(newline)}${newline}`;
}

/** For a file that goes back to where it came from, as it came. */
export interface CsvLayout {
  delimiter: string;
  newline: string;
}

const PLAIN: CsvLayout = { delimiter: ',', newline: '\n' };

function cellText(cell: Cell, delimiter: string): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return numberText(cell);
  // A sign alone, as the operator of a standard, runs nothing.
  const safe = /^[=+\-@\t\r]./s.test(cell) && !isNumber(cell) ? `'${cell}` : cell;
  return /["\n\r]/.test(safe) || safe.includes(delimiter) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** −12.5, +3, -1,200 and -5% are numbers to a spreadsheet, and no formulas. */
function isNumber(text: string): boolean {
  const plain = text
    .trim()
    .replace(/[%％]$/, '')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');
  return plain !== '' && Number.isFinite(Number(plain));
}

/**
 * Six digits after the point at most, micrometres: the noise of the last bits stays out of the file.
 */
export function numberText(value: number): string {
  if (Number.isNaN(value)) return '';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  return String(Number(value.toFixed(6)));
}
