import { headerUnit, readInUnit } from '../table/header-unit.ts';
import type { PeopleMapping } from '../table/mapping.ts';
import type { Table } from '../table/table.ts';
import type { DemandColumn } from './demand.ts';
import { mappedColumn, type RowIssues } from './rows.ts';

/**
 * The demand columns of the given rows, in that order. Blank cells are NaN, "not surveyed", and counted in a note per
 * column; text and negative numbers are named and NaN. Columns mapped onto the same id (men and women of a band) are
 * added up; a sum is missing only where all its parts are. Without any mapping each row counts as one compound. Throws
 * UnusableData `no-usable-rows` when not one cell holds a number.
 */
export function demandColumns(
  table: Table,
  rows: number[],
  mapping: PeopleMapping,
  found: RowIssues,
): DemandColumn[] {
  if (mapping.demand.length === 0) {
    return [{ id: 'compounds', unit: 'dwellings', values: new Float64Array(rows.length).fill(1) }];
  }
  const columns = new Map<string, DemandColumn>();
  for (const { column, as, unit } of mapping.demand) {
    const values = readColumn(table, rows, column, found);
    const earlier = columns.get(as);
    if (earlier) addInto(earlier.values, values);
    else columns.set(as, { id: as, unit, values });
  }
  const read = [...columns.values()];
  // A wrong column mapped: nothing in it is a number. Better said once than shown as a city without people.
  if (read.every((column) => column.values.every(Number.isNaN))) throw found.noUsableRows();
  return read;
}

function readColumn(table: Table, rows: number[], column: string, found: RowIssues): Float64Array {
  const at = mappedColumn(table, column);
  const inHeader = headerUnit(column);
  if (inHeader) found.addFile('note', 'header-unit', column, { ...inHeader });
  let blank = 0;
  const values = Float64Array.from(rows, (row) => {
    const text = table.rows[row][at];
    const value = readInUnit(text, inHeader);
    if (value === undefined || value < 0) {
      found.add(
        'error',
        value === undefined ? 'population-not-a-number' : 'population-negative',
        row,
        column,
        { text },
      );
      return Number.NaN;
    }
    if (Number.isNaN(value)) blank++;
    return value;
  });
  if (blank > 0) found.addFile('note', 'population-blank', column, { count: blank });
  return values;
}

function addInto(sum: Float64Array, more: Float64Array): void {
  for (let i = 0; i < sum.length; i++) {
    if (Number.isNaN(more[i])) continue;
    sum[i] = Number.isNaN(sum[i]) ? more[i] : sum[i] + more[i];
  }
}
