import { exactSum } from '../exact-sums.ts';

/**
 * Demand 需求: whatever is to be covered, by column, at the places where it stands. Places are H3 cells, or points when
 * people are judged where they stand. Places are in ascending order of their index (cells) or in file order (points).
 */
export interface Demand {
  kind: 'cells' | 'points';
  /** H3 resolution of cells; -1 for points. */
  resolution: number;
  count: number;
  /** H3 index halves, empty for points. */
  indexLow: Uint32Array;
  indexHigh: Uint32Array;
  /** Where a place is judged by straight line: the cell's centre, or the point itself. WGS-84 degrees. */
  lng: Float64Array;
  lat: Float64Array;
  /** Where its people are: their weighted mean position when known, else the same as above. Decides the district. */
  peopleLng: Float64Array;
  peopleLat: Float64Array;
  columns: DemandColumn[];
}

export type DemandUnit = 'people' | 'm2' | 'dwellings';

/** One column of demand. Sums are conserved from the file to the cells. */
export interface DemandColumn {
  /** `people`, an age band such as `age_3_5` or `age_80_plus`, `dwellings`, `compounds`, `residential_land`. */
  id: string;
  unit: DemandUnit;
  values: Float64Array;
}

/** Sum of a column; places that were not surveyed (NaN) are left out. */
export function columnTotal(column: DemandColumn): number {
  return exactSum(column.values);
}

export function demandColumn(demand: { columns: DemandColumn[] }, id: string): DemandColumn | undefined {
  return demand.columns.find((column) => column.id === id);
}
