import Papa from 'papaparse';
import { type Checked, type Issue, UnusableData } from '../issue.ts';
import { assembleTable } from '../table/assemble.ts';
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
 * A delimited text as a table: all text, nothing converted; what is header, title and total is told by `assembleTable`.
 * Rows are numbered by record as a spreadsheet shows them. Throws UnusableData `file-empty`, `table-no-rows`, `file-binary`.
 */
export function* readCsv(file: InputFile): Task<Checked<Table>> {
  if (file.bytes.length === 0) throw new UnusableData({ code: 'file-empty', file: file.name });
  const decoded = decodeText(file.bytes, file.name);
  if (decoded.text.trim() === '') throw new UnusableData({ code: 'file-empty', file: file.name });
  const separator = recordSeparator(decoded.text);
  const delimiter = detectDelimiter(decoded.text, separator);
  const records = yield* parse(decoded.text, delimiter, separator, file.name);
  const table = assembleTable(records, file.name);
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
