import type { FileContent } from '../formats/content.ts';
import { type Checked, UnusableData } from '../issue.ts';
import type { ReachMapping } from '../table/mapping.ts';
import { readNumber } from '../table/number.ts';
import { BLOCK, type Task } from '../task.ts';
import { mappedColumn, RowIssues } from './rows.ts';

/**
 * Reach from a table the user has, for instance from a map service: from a place (its cell, or its number or name when people are
 * points) to a facility (its id), in metres or minutes. Ids are text, and are matched when people and facilities are
 * known.
 */
export interface ReachTable {
  from: string[];
  to: string[];
  /** Metres; NaN where the table gives minutes, which become metres at the walking speed. */
  meters: Float64Array;
  minutes: Float64Array;
  /** Row in the file of each entry. */
  row: Int32Array;
  file: string;
}

/** Rows with a missing id, or a distance that is not a number ≥ 0, are named and left out. */
export function* toReachTable(content: FileContent, mapping: ReachMapping): Task<Checked<ReachTable>> {
  if (content.kind !== 'table') {
    const file = content.kind === 'raster' ? content.file : content.table.file;
    throw new UnusableData({ code: 'role-needs-table', file, values: { role: mapping.role } });
  }
  const { table } = content;
  const found = new RowIssues(table);
  const column = {
    from: mappedColumn(table, mapping.from),
    to: mappedColumn(table, mapping.to),
    meters: mappedColumn(table, mapping.meters),
    minutes: mappedColumn(table, mapping.minutes),
  };
  const amount = column.meters >= 0 ? column.meters : column.minutes;
  const reach = { from: [] as string[], to: [] as string[], amounts: [] as number[], rows: [] as number[] };
  for (let row = 0; row < table.rows.length; row++) {
    if (row % BLOCK === 0) yield { phase: 'check-rows', done: row, total: table.rows.length };
    const cells = table.rows[row];
    const [from, to] = [cells[column.from].trim(), cells[column.to].trim()];
    const value = readNumber(cells[amount]);
    if (from === '' || to === '') found.add('error', 'reach-id-missing', row);
    else if (value === undefined || Number.isNaN(value) || value < 0) {
      found.add('error', 'reach-not-a-number', row, table.header[amount], { text: cells[amount] });
    } else {
      reach.from.push(from);
      reach.to.push(to);
      reach.amounts.push(value);
      reach.rows.push(table.rowNumbers[row]);
    }
  }
  if (reach.from.length === 0) throw found.noUsableRows();
  const amounts = Float64Array.from(reach.amounts);
  const none = new Float64Array(amounts.length).fill(Number.NaN);
  return {
    value: {
      from: reach.from,
      to: reach.to,
      meters: column.meters >= 0 ? amounts : none,
      minutes: column.meters >= 0 ? none : amounts,
      row: Int32Array.from(reach.rows),
      file: table.file,
    },
    issues: found.issues,
  };
}
