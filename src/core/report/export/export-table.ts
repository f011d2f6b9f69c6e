import { OUTSIDE_DISTRICTS } from '../../analysis/coverage.ts';
import type { Demand } from '../../dataset/demand.ts';
import type { Districts } from '../../dataset/districts.ts';
import type { Facilities } from '../../dataset/facilities.ts';
import { nestRings, ringsOf, signedRingArea } from '../../dataset/rings.ts';
import { cellRing } from '../../grid/cell-boundary.ts';
import type { Issue } from '../../issue.ts';
import type { ProjectResult } from '../../project/result.ts';
import { cellsTable } from '../cells-table.ts';
import type { RowsTable } from '../report-table.ts';
import { districtsTable, facilitiesTable, issuesTable, shortfallsTable } from '../result-tables.ts';
import type { Say } from '../say.ts';
import { districtShares } from './district-shares.ts';

export const EXPORTS = ['cells', 'districts', 'facilities', 'shortfalls', 'sites', 'rejected'] as const;

export type ExportName = (typeof EXPORTS)[number];

type Position = number[];

/** As much of GeoJSON's geometries as is written. WGS-84 degrees, outer rings anticlockwise (RFC 7946). */
export type ExportGeometry =
  | { type: 'Point'; coordinates: Position }
  | { type: 'Polygon'; coordinates: Position[][] }
  | { type: 'MultiPolygon'; coordinates: Position[][][] };

/** A table whose rows may have a place: the columns and numbers of the result files, for other programs. */
export interface ExportTable extends RowsTable {
  /** The shape of a row, by its number; null for what has none (the whole area). Absent: no row has one. */
  geometry?: (row: number) => ExportGeometry | null;
}

/** Files of facilities that are only proposed, from whoever made them. */
export type ProposedSites = ExportTable;

/**
 * The tables asked for, by name. As features `districts` has one row a district with its shares beside each other; as a table it is
 * that of `districts.csv`, one row a figure. What there is nothing of (`sites` without a proposal) is not in the answer.
 */
export function exportTables(
  result: ProjectResult,
  what: readonly ExportName[],
  kind: 'table' | 'features',
  say: Say,
  sites?: ProposedSites,
): ExportTable[] {
  const { demand, districts, facilities } = result;
  const one = (name: ExportName): ExportTable | undefined => {
    switch (name) {
      case 'cells':
        return { ...cellsTable(result), geometry: (row) => placeGeometry(demand, row) };
      case 'districts':
        return kind === 'table'
          ? districtsTable(result)
          : districts && { ...districtShares(result), geometry: (row) => districtGeometry(districts, row) };
      case 'facilities':
        return { ...facilitiesTable(result), geometry: (row) => pointOf(facilities, row) };
      case 'shortfalls':
        return { ...shortfallsTable(result, say), geometry: shortfallGeometry(result) };
      case 'sites':
        return sites;
      case 'rejected':
        return { ...issuesTable(rejectedRows(result.issues), say), name: 'rejected' };
    }
  };
  return what.flatMap((name) => one(name) ?? []);
}

/** Rows of files that could not be used, with the reason. */
export function rejectedRows(issues: readonly Issue[]): Issue[] {
  return issues.filter((issue) => issue.severity === 'error' && issue.row !== undefined);
}

function placeGeometry(demand: Demand, i: number): ExportGeometry {
  if (demand.kind === 'points') return pointOf(demand, i);
  return { type: 'Polygon', coordinates: [cellRing(demand.indexLow[i], demand.indexHigh[i])] };
}

function pointOf({ lng, lat }: Pick<Facilities, 'lng' | 'lat'>, i: number): ExportGeometry {
  return { type: 'Point', coordinates: [lng[i], lat[i]] };
}

export function districtGeometry(districts: Districts, row: number): ExportGeometry {
  const wind = (ring: Position[], k: number) =>
    signedRingArea(ring) > 0 === (k === 0) ? ring : ring.toReversed();
  const coordinates = nestRings<Position>(ringsOf(districts.shapes, row)).map((polygon) => polygon.map(wind));
  return { type: 'MultiPolygon', coordinates };
}

/** Rows of shortfalls follow those of the standards, one after the other. */
function shortfallGeometry({ standards, districts }: ProjectResult) {
  const rows = standards.flatMap((one) => one.rows.map((row) => row.district));
  const shapes = new Map<number, ExportGeometry>();
  return (row: number): ExportGeometry | null => {
    const district = rows[row];
    if (!districts || district < 0 || district === OUTSIDE_DISTRICTS) return null;
    const shape = shapes.get(district) ?? districtGeometry(districts, district);
    shapes.set(district, shape);
    return shape;
  };
}
