/** A cell of a result table: text, a number, or nothing. */
export type Cell = string | number | undefined;

/**
 * RFC 4180 text with LF line ends, UTF-8, no byte order mark. NaN is empty (not surveyed, not applicable), Infinity is the word
 * `Infinity` (unreachable). A text that a spreadsheet would run as a formula is led by an apostrophe; numbers are left
 * alone.
 */
export function csvText(header: string[], rows: Iterable<Cell[]>): string {
  const lines = [header.map(cellText).join(',')];
  for (const row of rows) lines.push(row.map(cellText).join(','));
  return `${lines.join('\n')}\n`;
}

function cellText(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return numberText(cell);
  const safe = /^[=+\-@\t\r]/.test(cell) && !isNumber(cell) ? `'${cell}` : cell;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function isNumber(text: string): boolean {
  return text.trim() !== '' && Number.isFinite(Number(text));
}

/**
 * Six digits after the point at most, micrometres: the noise of the last bits stays out of the file.
 */
export function numberText(value: number): string {
  if (Number.isNaN(value)) return '';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  return String(Number(value.toFixed(6)));
}
