import { type Checked, type Issue, UnusableData } from '../issue.ts';
import { filledCells, type Grid, isFilled, lineNumber } from './grid.ts';
import { uniqueHeader } from './header.ts';
import { findHeader, type HeaderLines, headerNames } from './header-lines.ts';
import { footnotesAtEnd, LeftOutRows } from './left-out.ts';
import { readNumber } from './number.ts';
import type { LeftOutRow, Table } from './table.ts';

const PLAIN_NUMBER = /^\s*[+-]?\d+(\.\d+)?\s*$/;
/** One line of a million commas would make every row as wide: more cells than this are no table. */
const MAX_CELLS = 200_000_000;

type Assembled = Omit<Table, 'encoding' | 'delimiter'>;

/**
 * A grid as a table: the header found, titles above it, totals and footnotes below it left out and named, columns without
 * any text dropped. Nothing is converted. Throws UnusableData `file-empty`, `table-no-rows` {columns}, `table-too-large`.
 */
export function assembleTable(grid: Grid, file: string): Checked<Assembled> {
  const issues: Issue[] = [];
  if (grid.cells.every((line) => filledCells(line) === 0))
    throw new UnusableData({ code: 'file-empty', file });
  const lines = headerOf(grid, file, issues);
  const width = widthOf(grid, lines);
  const names = lines.count === 0 ? new Array<string>(width).fill('') : headerNames(grid, lines, width);
  fillMergedWords(grid, lines, file, issues);
  const body = bodyOf(grid, lines, width, file, issues);
  const left = leaveOut(body, names, file, issues);
  const header = uniqueHeader(names);
  if (body.rows.length === 0)
    throw new UnusableData({ code: 'table-no-rows', file, values: { columns: header.join(', ') } });
  const rowNumbers = Int32Array.from(body.numbers);
  return { value: { file, ...withoutEmptyColumns(names, header, body.rows), rowNumbers, ...left }, issues };
}

/** Where the header is, its titles and oddities named; `count` is 0 when the first line is data already. */
function headerOf(grid: Grid, file: string, issues: Issue[]): HeaderLines {
  const lines = findHeader(grid);
  for (let i = 0; i < lines.from; i++) {
    const text = grid.cells[i].filter(isFilled).join(' ').trim();
    if (text === '') continue;
    issues.push({
      severity: 'note',
      code: 'csv-title-skipped',
      file,
      row: lineNumber(grid, i),
      values: { text },
    });
  }
  const row = lineNumber(grid, lines.from);
  if (grid.cells[lines.from].every((cell) => cell.trim() === '' || PLAIN_NUMBER.test(cell))) {
    issues.push({ severity: 'warning', code: 'header-missing', file, row });
    return { from: lines.from, count: 0 };
  }
  if (lines.count > 1) {
    const values = { lines: lines.count };
    issues.push({ severity: 'note', code: 'header-lines-joined', file, row, values });
  }
  return lines;
}

/** As wide as the header, which may be wider than its own words where merged or grouped. */
function widthOf(grid: Grid, { from, count }: HeaderLines): number {
  const header = grid.cells.slice(from, from + Math.max(1, count));
  return header.reduce((widest, line) => Math.max(widest, line.length), 0);
}

/**
 * A word merged over several rows of data (a district beside its subdistricts) is said of each of them. Numbers are not
 * repeated: they would be counted again.
 */
function fillMergedWords(grid: Grid, lines: HeaderLines, file: string, issues: Issue[]): void {
  const firstRow = lineNumber(grid, Math.min(lines.from + lines.count, grid.cells.length - 1));
  const merges = (grid.merges ?? []).filter(({ row, rows }) => row >= firstRow && rows > 1);
  if (merges.length === 0) return;
  const indexOf = new Map<number, number>();
  for (let i = 0; i < grid.cells.length; i++) indexOf.set(lineNumber(grid, i), i);
  let count = 0;
  for (const { row, column, rows } of merges) {
    const word = grid.cells[indexOf.get(row) ?? -1]?.[column];
    if (!isFilled(word) || readNumber(word) !== undefined) continue;
    for (let number = row + 1; number < row + rows; number++) {
      const line = grid.cells[indexOf.get(number) ?? -1];
      if (!line || isFilled(line[column])) continue;
      while (line.length <= column) line.push('');
      line[column] = word;
      count++;
    }
  }
  if (count > 0) issues.push({ severity: 'note', code: 'merged-cells-filled', file, values: { count } });
}

interface Body {
  rows: string[][];
  numbers: number[];
}

function bodyOf(grid: Grid, lines: HeaderLines, width: number, file: string, issues: Issue[]): Body {
  const { cells } = grid;
  if (width * (cells.length - lines.from) > MAX_CELLS)
    throw new UnusableData({ code: 'table-too-large', file, values: { columns: width, rows: cells.length } });
  const body: Body = { rows: [], numbers: [] };
  for (let i = lines.from + lines.count; i < cells.length; i++) {
    if (!cells[i].some(isFilled)) continue;
    const number = lineNumber(grid, i);
    body.rows.push(toWidth(cells[i], width, number, file, issues));
    body.numbers.push(number);
  }
  return body;
}

/** A row with exactly as many cells as the header: padded, or cut and named when what is cut off says something. */
function toWidth(record: string[], width: number, row: number, file: string, issues: Issue[]): string[] {
  if (record.length === width) return record;
  if (record.length < width) return [...record, ...new Array<string>(width - record.length).fill('')];
  const extra = record.slice(width).join(' ').trim();
  if (extra !== '') {
    const values = { cells: record.length, columns: width, text: extra };
    issues.push({ severity: 'warning', code: 'row-too-long', file, row, values });
  }
  return record.slice(0, width);
}

/** Takes what is no data out of the body, which is changed in place, and names it. */
function leaveOut(body: Body, names: string[], file: string, issues: Issue[]): Pick<Table, 'leftOut'> {
  const leftOut: LeftOutRow[] = [];
  const notes = footnotesAtEnd(body.rows);
  const end = body.rows.length - notes;
  const rules = new LeftOutRows(names);
  let kept = 0;
  for (let i = 0; i < body.rows.length; i++) {
    const [cells, row] = [body.rows[i], body.numbers[i]];
    const code = i >= end ? 'footnote-skipped' : rules.codeOf(cells, i === end - 1);
    if (code === undefined) {
      body.rows[kept] = cells;
      body.numbers[kept++] = row;
      continue;
    }
    leftOut.push({ row, code, cells });
    const text = cells.filter(isFilled).join(' ').slice(0, 80);
    issues.push({ severity: 'note', code, file, row, values: { text } });
  }
  body.rows.length = kept;
  body.numbers.length = kept;
  return leftOut.length === 0 ? {} : { leftOut };
}

/** Columns that have neither a name nor a single cell are left behind; the others keep their number. */
function withoutEmptyColumns(
  names: string[],
  header: string[],
  rows: string[][],
): Pick<Table, 'header' | 'rows'> {
  const nameless = names.flatMap((name, column) => (name.trim() === '' ? [column] : []));
  const empty = new Set(nameless.filter((column) => !rows.some((row) => isFilled(row[column]))));
  if (empty.size === 0) return { header, rows };
  const kept = header.flatMap((_, column) => (empty.has(column) ? [] : [column]));
  return {
    header: kept.map((column) => header[column]),
    rows: rows.map((row) => kept.map((column) => row[column])),
  };
}
