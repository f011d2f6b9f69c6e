import { type Checked, UnusableData } from '../issue.ts';
import { readNumber } from '../table/number.ts';
import type { Table } from '../table/table.ts';
import { BLOCK, type Task } from '../task.ts';
import { mappedColumn, RowIssues } from './rows.ts';

/** Amounts by id, for places and facilities that are known by name only. Sorted by id, so the order of rows leaves no trace. */
export interface IdAmounts {
  file: string;
  /** Columns that were read; `amountColumn` is undefined when every row counts as 1. */
  idColumn: string;
  amountColumn: string | undefined;
  id: string[];
  /** NaN: blank in the file (not surveyed). */
  amount: Float64Array;
}

const ID = /^(id|h3|cell|place|code|geoid|from_?id|to_?id|.*_id|编号|编码|代码|格网|.*(编号|编码|代码))$/i;

/** The column of ids by its header, else the first. */
export function guessIdColumn(table: Table): string {
  return table.header.find((name) => ID.test(name.normalize('NFKC').trim())) ?? table.header[0];
}

/**
 * Reads id and amount of every row. Ids are text; of a repeated one the first row is used. Rows without an id, and
 * amounts that are no number ≥ 0, are named: the amount then counts as not surveyed. Throws `column-missing`,
 * `no-usable-rows`.
 */
export function* toIdAmounts(
  table: Table,
  idColumn: string,
  amountColumn: string | undefined,
): Task<Checked<IdAmounts>> {
  const found = new RowIssues(table);
  const [at, amountAt] = [mappedColumn(table, idColumn), mappedColumn(table, amountColumn)];
  const amounts = new Map<string, number>();
  for (let row = 0; row < table.rows.length; row++) {
    if (row % BLOCK === 0) yield { phase: 'check-rows', done: row, total: table.rows.length };
    const id = table.rows[row][at].trim();
    if (id === '') found.add('error', 'id-missing', row, idColumn);
    else if (amounts.has(id)) found.add('warning', 'id-repeated', row, idColumn, { text: id });
    else amounts.set(id, amountColumn === undefined ? 1 : amountIn(table, row, amountAt, found));
  }
  if (amounts.size === 0) throw found.noUsableRows();
  const id = [...amounts.keys()].sort();
  const amount = Float64Array.from(id, (one) => amounts.get(one) as number);
  if (amount.every(Number.isNaN)) {
    throw new UnusableData({ code: 'amounts-all-blank', file: table.file, column: amountColumn });
  }
  return { value: { file: table.file, idColumn, amountColumn, id, amount }, issues: found.issues };
}

function amountIn(table: Table, row: number, at: number, found: RowIssues): number {
  const text = table.rows[row][at];
  const value = readNumber(text);
  if (value !== undefined && !(value < 0)) return value;
  const code = value === undefined ? 'amount-not-a-number' : 'amount-negative';
  found.add('error', code, row, table.header[at], { text });
  return Number.NaN;
}
