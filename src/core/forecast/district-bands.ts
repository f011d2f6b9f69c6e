import type { Districts } from '../dataset/districts.ts';
import { ageColumnId } from '../dataset/groups.ts';
import { RowIssues } from '../dataset/rows.ts';
import { type Checked, UnusableData } from '../issue.ts';
import { ageBands, type BandColumn } from '../table/age-bands.ts';
import { readNumber, readShare } from '../table/number.ts';
import { profileColumns } from '../table/profile.ts';
import type { Table } from '../table/table.ts';

/** A number for each district (row of `Districts`) and age band; NaN where the table says nothing. */
export interface DistrictBands {
  /** Column the rows were matched by. */
  matchedBy: string;
  bands: { band: string; values: Float64Array }[];
}

/**
 * Reads a table of districts × age bands: shares of the people (`12.3%`, 0.123, or 12.3 where the table counts in hundredths), or
 * official counts. A row belongs to the district of `level` whose code, else whose name, stands in the column that
 * matches most rows. Named and left out: rows of no district (`district-table-unknown`), a second row of one
 * (`district-table-twice`), cells that hold no number. Throws UnusableData `district-table-no-match`, `district-table-no-bands`.
 */
export function readDistrictBands(
  table: Table,
  districts: Districts,
  level: number,
  kind: 'shares' | 'counts',
): Checked<DistrictBands> {
  const found = new RowIssues(table);
  const { column, districtOf } = matchingColumn(table, districts, level);
  const columns = ageBands(profileColumns(table));
  if (columns.length === 0) {
    const values = { headers: table.header.join(', ') };
    throw new UnusableData({ code: 'district-table-no-bands', file: table.file, values });
  }
  const rows = rowsByDistrict(table, column, districtOf, found);
  const bands = columns.map((band) => ({
    band: ageColumnId(band.range),
    values: new Float64Array(districts.count).fill(Number.NaN),
  }));
  columns.forEach(({ column: { name } }, b) => {
    for (const [district, row] of rows) bands[b].values[district] = readCell(table, row, name, kind, found);
  });
  if (kind === 'shares' && isInHundredths(table, columns, rows)) {
    for (const { values } of bands) for (let d = 0; d < values.length; d++) values[d] /= 100;
  }
  return { value: { matchedBy: table.header[column], bands }, issues: found.issues };
}

function matchingColumn(table: Table, districts: Districts, level: number) {
  const byCode = new Map<string, number>();
  const byName = new Map<string, number>();
  for (let d = districts.count - 1; d >= 0; d--) {
    if (districts.level[d] !== level) continue;
    if (districts.code[d] !== '') byCode.set(districts.code[d], d);
    if (districts.name[d] !== '') byName.set(districts.name[d], d);
  }
  let best = { column: -1, districtOf: byCode, matches: 0 };
  for (const districtOf of [byCode, byName]) {
    table.header.forEach((_, column) => {
      const matches = table.rows.filter((row) => districtOf.has(row[column].trim())).length;
      if (matches > best.matches) best = { column, districtOf, matches };
    });
  }
  if (best.column < 0) {
    const values = { headers: table.header.join(', '), level: districts.levels[level] };
    throw new UnusableData({ code: 'district-table-no-match', file: table.file, values });
  }
  return best;
}

/** The row of each district: the first, where there are several. */
function rowsByDistrict(
  table: Table,
  column: number,
  districtOf: Map<string, number>,
  found: RowIssues,
): Map<number, number> {
  const rows = new Map<number, number>();
  table.rows.forEach((cells, row) => {
    const text = cells[column].trim();
    const district = districtOf.get(text);
    const name = table.header[column];
    if (district === undefined) found.add('warning', 'district-table-unknown', row, name, { text });
    else if (rows.has(district)) found.add('warning', 'district-table-twice', row, name, { text });
    else rows.set(district, row);
  });
  return rows;
}

function readCell(
  table: Table,
  row: number,
  name: string,
  kind: 'shares' | 'counts',
  found: RowIssues,
): number {
  const text = table.rows[row][table.header.indexOf(name)];
  const value = (kind === 'shares' ? readShare(text) : undefined) ?? readNumber(text);
  if (value === undefined) found.add('error', 'population-not-a-number', row, name, { text });
  else if (value < 0) found.add('error', 'population-negative', row, name, { text });
  return value === undefined || value < 0 ? Number.NaN : value;
}

/** `12.3` without a sign means hundredths when the shares of a row could not be shares of one. */
function isInHundredths(table: Table, columns: BandColumn[], rows: Map<number, number>): boolean {
  for (const row of rows.values()) {
    const cells = columns.map(({ column }) => table.rows[row][table.header.indexOf(column.name)]);
    if (cells.some((text) => readShare(text) !== undefined)) return false;
    // Rounded shares of one may sum to a little more than 1.
    if (cells.reduce((sum, text) => sum + (readNumber(text) || 0), 0) > 1.5) return true;
  }
  return false;
}
