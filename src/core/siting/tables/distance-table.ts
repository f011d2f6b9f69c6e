import type { Catchments } from '../../analysis/catchments.ts';
import { mappedColumn } from '../../dataset/rows.ts';
import { type Issue, UnusableData } from '../../issue.ts';
import { readNumber } from '../../table/number.ts';
import type { Table } from '../../table/table.ts';
import { matchIds } from './id-columns.ts';
import { headerLike } from './siting-table.ts';

/** Columns of a table of distances that the user named; the others are found by what stands in them. */
export interface DistanceNames {
  from?: string;
  to?: string;
  meters?: string;
  demandId?: string;
  siteId?: string;
}

export interface DistanceColumns {
  from: string;
  to: string;
  meters: string;
  demandId: string;
  siteId: string;
  existingId: string | undefined;
}

const METERS = /^(meters|metres|distance|distance_m|distance_meters|dist|length|距离|米|距离\(?米\)?|路程)$/i;

/** Which columns say from which demand, to which site, how far. Throws UnusableData `siting-ids-unmatched`, `siting-no-meters`. */
export function distanceColumns(
  distances: Table,
  demand: Table,
  sites: Table,
  existing: Table | undefined,
  names: DistanceNames,
  weight: string | undefined,
): DistanceColumns {
  const meters = metersColumn(distances, names.meters);
  const to = matchIds(distances, sites, { column: names.to, idColumn: names.siteId }, [meters, names.from]);
  if (!to) throw unmatched(distances, sites);
  const from = matchIds(distances, demand, { column: names.from, idColumn: names.demandId }, [
    meters,
    to.column,
    weight,
  ]);
  if (!from) throw unmatched(distances, demand);
  const also = existing && matchIds(distances, existing, { column: to.column }, []);
  if (existing && !also) throw unmatched(distances, existing);
  return {
    from: from.column,
    to: to.column,
    meters,
    demandId: from.idColumn,
    siteId: to.idColumn,
    existingId: also?.idColumn,
  };
}

function metersColumn(distances: Table, asked: string | undefined): string {
  if (asked !== undefined) return distances.header[mappedColumn(distances, headerLike(distances, asked))];
  const found = distances.header.find((name) => METERS.test(name.normalize('NFKC').trim()));
  if (found !== undefined) return found;
  const values = { headers: distances.header.join(', ') };
  throw new UnusableData({ code: 'siting-no-meters', file: distances.file, values });
}

function unmatched(distances: Table, other: Table): UnusableData {
  const values = { other: other.file, rows: other.rows.length, headers: distances.header.join(', ') };
  return new UnusableData({ code: 'siting-ids-unmatched', file: distances.file, values });
}

/** The distances as a matrix of sites and places; the least of repeats. Rows whose ids are nowhere are counted in a warning. */
export function reachFromDistances(
  distances: Table,
  columns: DistanceColumns,
  demandIds: string[],
  siteIds: string[],
  issues: Issue[],
): Catchments {
  const at = (name: string) => mappedColumn(distances, name);
  const [from, to, meters] = [at(columns.from), at(columns.to), at(columns.meters)];
  const placeOf = new Map(demandIds.map((id, i) => [id, i] as const));
  const sitesOf = new Map<string, number[]>();
  for (const [s, id] of siteIds.entries()) sitesOf.set(id, [...(sitesOf.get(id) ?? []), s]);
  const rows = siteIds.map(() => new Map<number, number>());
  let unknown = 0;
  for (let row = 0; row < distances.rows.length; row++) {
    const cells = distances.rows[row];
    const place = placeOf.get(cells[from].trim());
    const sites = sitesOf.get(cells[to].trim());
    if (place === undefined || sites === undefined) {
      unknown++;
      continue;
    }
    const value = readNumber(cells[meters]);
    if (value === undefined || value < 0) {
      const place = { file: distances.file, row: distances.rowNumbers[row], column: columns.meters };
      throw new UnusableData({ code: 'siting-not-a-number', ...place, values: { text: cells[meters] } });
    }
    // A blank distance is a way that is not known.
    if (Number.isNaN(value)) continue;
    for (const s of sites)
      rows[s].set(place, Math.min(rows[s].get(place) ?? Number.POSITIVE_INFINITY, value));
  }
  countMissing(distances, columns, demandIds, rows, unknown, issues);
  return matrixOf(rows);
}

function countMissing(
  { file }: Table,
  columns: DistanceColumns,
  demandIds: string[],
  rows: Map<number, number>[],
  unknown: number,
  issues: Issue[],
): void {
  if (unknown > 0) {
    issues.push({
      severity: 'warning',
      code: 'siting-distances-unmatched',
      file,
      values: { count: unknown },
    });
  }
  const named = new Set(rows.flatMap((row) => [...row.keys()]));
  const silent = demandIds.length - named.size;
  if (silent > 0) {
    const example = demandIds.find((_, i) => !named.has(i)) ?? '';
    const values = { count: silent, example, column: columns.demandId };
    issues.push({ severity: 'warning', code: 'siting-demand-without-distance', file, values });
  }
  const empty = rows.filter((row) => row.size === 0).length;
  if (empty > 0) {
    issues.push({
      severity: 'warning',
      code: 'siting-site-without-distance',
      file,
      values: { count: empty },
    });
  }
}

function matrixOf(rows: Map<number, number>[]): Catchments {
  const start = new Uint32Array(rows.length + 1);
  const place: number[] = [];
  const meters: number[] = [];
  rows.forEach((row, s) => {
    for (const [i, value] of [...row].sort((a, b) => a[0] - b[0])) {
      place.push(i);
      meters.push(value);
    }
    start[s + 1] = place.length;
  });
  return {
    rows: Int32Array.from(rows, (_, s) => s),
    limitMeters: Number.POSITIVE_INFINITY,
    start,
    place: Int32Array.from(place),
    meters: Float64Array.from(meters),
  };
}
