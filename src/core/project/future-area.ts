import { WHOLE_AREA } from '../analysis/coverage.ts';
import type { DemandColumn } from '../dataset/demand.ts';
import { exactSum } from '../exact-sums.ts';
import { columnsByDistrict } from '../forecast/pyramids.ts';
import type { Prepared } from './workspace.ts';

/** The rows of a forecast: the districts of a level and what lies outside of them, or the whole area alone. */
export interface ForecastArea {
  /** Index into `Districts.levels`, −1 for the whole area alone. */
  level: number;
  /** As in `CoverageRow.district`. */
  district: Int32Array;
  /** Demand by row. */
  columns: DemandColumn[];
}

export function forecastArea(
  { demand, assignment, loaded }: Pick<Prepared, 'demand' | 'assignment' | 'loaded'>,
  levelName: string,
): ForecastArea {
  const { districts } = loaded;
  const level = districts ? districts.levels.indexOf(levelName) : -1;
  if (districts && level >= 0) {
    const found = columnsByDistrict(demand.columns, districts, assignment, level);
    return { level, district: found.district, columns: nobodyWhereNoPlace(found, assignment[level]) };
  }
  const columns = demand.columns.map((column) => ({
    ...column,
    values: Float64Array.of(
      column.values.every((value) => Number.isNaN(value)) ? Number.NaN : exactSum(column.values),
    ),
  }));
  return { level: -1, district: Int32Array.of(WHOLE_AREA), columns };
}

/** A district in which no place of the people's file stands has nobody; one whose places were not surveyed stays so. */
function nobodyWhereNoPlace(
  { district, columns }: Pick<ForecastArea, 'district' | 'columns'>,
  assigned: Int32Array,
): DemandColumn[] {
  const inhabited = new Set(assigned);
  return columns.map((column) => ({
    ...column,
    values: column.values.map((value, row) =>
      district[row] >= 0 && !inhabited.has(district[row]) ? 0 : value,
    ),
  }));
}

/** The row of each district (row of `Districts`, or below 0: outside); −1 where it has none. */
export function rowFinder({ level, district }: ForecastArea): (district: number) => number {
  if (level < 0) return () => 0;
  const rows = new Map(Array.from(district, (one, row): [number, number] => [Math.max(-1, one), row]));
  return (one) => rows.get(Math.max(-1, one)) ?? -1;
}
