import { OUTSIDE_DISTRICTS, WHOLE_AREA } from '../analysis/coverage.ts';
import type { Districts } from '../dataset/districts.ts';
import { type Cell, csvText } from './csv.ts';
import type { Say } from './say.ts';

/** A table once: as a file its columns have the same names in every language, in a report they are said in the reader's. */
export interface ReportTable {
  /** Words of a column: `table.<name>.<column>`. */
  name: string;
  columns: string[];
  rows: Cell[][];
}

export function tableCsv({ columns, rows }: ReportTable): string {
  return csvText(columns, rows);
}

/** Headers in the reader's language. */
export function tableHeader({ name, columns }: ReportTable, say: Say): string[] {
  return columns.map((column) => say(`table.${name}.${column}`));
}

/** Code and name of a row's district: `all` for the whole area, `outside <level>` for those in none of the level. */
export function districtCells(
  district: number,
  level: string,
  districts: Districts | undefined,
): [string, string] {
  if (district === WHOLE_AREA) return ['all', ''];
  if (district === OUTSIDE_DISTRICTS) return [`outside ${level}`, ''];
  return [districts?.code[district] ?? '', districts?.name[district] ?? ''];
}
