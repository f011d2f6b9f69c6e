import Papa from 'papaparse';
import { type Checked, type Issue, UnusableData } from '../issue.ts';
import { uniqueHeader } from '../table/header.ts';
import type { Table } from '../table/table.ts';
import type { Task } from '../task.ts';
import type { InputFile } from './content.ts';
import { detectDelimiter, type ParsedRecords, recordSeparator } from './delimiter.ts';
import { decodeText } from './encoding.ts';

const SLICE_CHARACTERS = 1_000_000;

interface Records {
  cells: string[][];
  issues: Issue[];
}

/**
 * A delimited text as a table: all text, nothing converted. The header is the first record with at least two filled
 * cells (the first filled one in a file of one column); a title above it is skipped and named in a note. Rows are
 * numbered by record as a spreadsheet shows them. Throws UnusableData `file-empty`, `table-no-rows`, `file-binary`.
 */
export function* readCsv(file: InputFile): Task<Checked<Table>> {
  if (file.bytes.length === 0) throw new UnusableData({ code: 'file-empty', file: file.name });
  const decoded = decodeText(file.bytes, file.name);
  if (decoded.text.trim() === '') throw new UnusableData({ code: 'file-empty', file: file.name });
  const separator = recordSeparator(decoded.text);
  const delimiter = detectDelimiter(decoded.text, separator);
  const records = yield* parse(decoded.text, delimiter, separator, file.name);
  const table = assemble(records, file.name);
  return {
    value: { ...table.value, encoding: decoded.encoding, delimiter },
    issues: [...decoded.issues, ...records.issues, ...table.issues],
  };
}

/**
 * Papa's low-level parser is fed slices and asked to leave the last, perhaps unfinished record; the next slice begins
 * with it. A slice that yields nothing (one huge quoted cell) is doubled, so that no text makes this quadratic.
 */
function* parse(text: string, delimiter: string, newline: string, file: string): Task<Records> {
  const parser = new Papa.Parser({ delimiter, newline: newline === '\r' ? '\r' : '\n', quoteChar: '"' });
  const cells: string[][] = [];
  const issues: Issue[] = [];
  let position = 0;
  let slice = SLICE_CHARACTERS;
  while (position < text.length) {
    const last = position + slice >= text.length;
    const parsed: ParsedRecords = parser.parse(text.slice(position, position + slice), position, !last);
    for (const error of parsed.errors)
      issues.push(quoteIssue(error.code, cells.length + (error.row ?? 0) + 1, file));
    for (const record of parsed.data) cells.push(withoutCarriageReturn(record));
    if (last) break;
    slice = parsed.meta.cursor > position ? SLICE_CHARACTERS : slice * 2;
    position = parsed.meta.cursor;
    yield { phase: 'read-csv', done: position, total: text.length };
  }
  return { cells, issues };
}

/** Records are split at \n whatever the file uses, so a \r may be left at the end. */
function withoutCarriageReturn(record: string[]): string[] {
  const end = record.length - 1;
  if (record[end].endsWith('\r')) record[end] = record[end].slice(0, -1);
  return record;
}

function quoteIssue(papaCode: string, row: number, file: string): Issue {
  return papaCode === 'MissingQuotes'
    ? { severity: 'error', code: 'csv-quote-unclosed', file, row }
    : { severity: 'warning', code: 'csv-quote-malformed', file, row };
}

function filledCells(record: string[]): number {
  return record.reduce((count, cell) => count + (cell.trim() === '' ? 0 : 1), 0);
}

const PLAIN_NUMBER = /^\s*[+-]?\d+(\.\d+)?\s*$/;

function assemble({ cells }: Records, file: string): Checked<Omit<Table, 'encoding' | 'delimiter'>> {
  const issues: Issue[] = [];
  const filled = cells.map(filledCells);
  const oneColumn = filled.every((count) => count <= 1);
  const headerAt = filled.findIndex((count) => count >= (oneColumn ? 1 : 2));
  cells.slice(0, headerAt).forEach((record, i) => {
    if (filled[i] === 0) return;
    const text = record.join(' ').trim();
    issues.push({ severity: 'note', code: 'csv-title-skipped', file, row: i + 1, values: { text } });
  });
  const first = cells[headerAt];
  const nameless = first.every((cell) => cell.trim() === '' || PLAIN_NUMBER.test(cell));
  if (nameless) issues.push({ severity: 'warning', code: 'header-missing', file, row: headerAt + 1 });
  const header = uniqueHeader(nameless ? first.map(() => '') : first);

  const rows: string[][] = [];
  const rowNumbers: number[] = [];
  for (let i = nameless ? headerAt : headerAt + 1; i < cells.length; i++) {
    if (filled[i] === 0) continue;
    rows.push(toWidth(cells[i], header.length, i + 1, file, issues));
    rowNumbers.push(i + 1);
  }
  if (rows.length === 0) {
    throw new UnusableData({ code: 'table-no-rows', file, values: { columns: header.join(', ') } });
  }
  return { value: { file, header, rows, rowNumbers: Int32Array.from(rowNumbers) }, issues };
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
