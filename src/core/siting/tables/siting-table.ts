import { hasPositionColumns, type Positions, readPositions } from '../../dataset/positions.ts';
import { mappedColumn, RowIssues } from '../../dataset/rows.ts';
import type { FeatureContent, FileContent, TableContent } from '../../formats/content.ts';
import { type Issue, UnusableData } from '../../issue.ts';
import { guessMapping } from '../../table/guess.ts';
import type { CoordinateSystem, FacilityMapping } from '../../table/mapping.ts';
import { readNumber } from '../../table/number.ts';
import type { Table } from '../../table/table.ts';
import type { Task } from '../../task.ts';

export interface PositionNames {
  lng?: string;
  lat?: string;
  crs?: CoordinateSystem;
}

export type TabularContent = TableContent | FeatureContent;

export function tabular(content: FileContent): TabularContent {
  if (content.kind !== 'raster') return content;
  throw new UnusableData({ code: 'role-needs-table', file: content.file, values: { role: 'facilities' } });
}

/** Positions of the rows, as guessed or named; undefined when the table has none. Rows without one are NaN and an issue. */
export function* positionsOf(
  content: TabularContent,
  names: PositionNames,
  issues: Issue[],
): Task<Positions | undefined> {
  const guess = guessMapping(content, 'facilities').mapping as FacilityMapping;
  const named = names.lng !== undefined && names.lat !== undefined;
  const mapping: FacilityMapping = {
    ...guess,
    ...(named ? { lng: names.lng, lat: names.lat, coordinates: undefined } : {}),
    crs: names.crs ?? guess.crs,
  };
  if (content.kind === 'table' && !hasPositionColumns(mapping)) return undefined;
  const found = new RowIssues(content.table);
  const positions = yield* readPositions(content, mapping, found);
  issues.push(...found.issues);
  return positions;
}

/** A column the user named, by its header: numbers, NaN where the cell is blank. Anything else is an error with its row. */
export function numbersOf(table: Table, name: string): Float64Array {
  const column = mappedColumn(table, headerLike(table, name));
  return Float64Array.from(table.rows, (cells, row) => {
    const value = readNumber(cells[column]);
    if (value !== undefined && !(value < 0)) return value;
    throw new UnusableData({
      code: 'siting-not-a-number',
      file: table.file,
      row: table.rowNumbers[row],
      column: name,
      values: { text: cells[column] },
    });
  });
}

/** The same, and no cell may be blank: a cost or a size that is not known cannot be counted with. */
export function fullNumbersOf(table: Table, name: string): Float64Array {
  const numbers = numbersOf(table, name);
  const row = numbers.findIndex((value) => Number.isNaN(value));
  if (row < 0) return numbers;
  throw new UnusableData({
    code: 'siting-number-missing',
    file: table.file,
    row: table.rowNumbers[row],
    column: name,
  });
}

/** A header as written, else the one that differs in case and blanks only. */
export function headerLike(table: Table, name: string): string {
  if (table.header.includes(name)) return name;
  const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase();
  return table.header.find((header) => plain(header) === plain(name)) ?? name;
}
