import type { Catchments } from '../analysis/catchments.ts';
import type { Nearest } from '../analysis/nearest-facility.ts';
import type { Demand } from '../dataset/demand.ts';
import type { Facilities } from '../dataset/facilities.ts';
import type { ReachTable } from '../dataset/reach-table.ts';
import { placeId } from '../grid/place-id.ts';
import { type Issue, UnusableData } from '../issue.ts';

/** A table of distances matched to the places and facilities at hand. Entries ascend by facility, then place; the least of repeats. */
export interface MatchedReach {
  place: Int32Array;
  facility: Int32Array;
  meters: Float64Array;
  issues: Issue[];
}

/**
 * Matches ids: a place by its cell, or by its number in the file when people are points; a facility by its id. Throws
 * UnusableData `reach-matches-nothing`; entries without a partner are counted in a warning.
 */
export function matchReach(
  table: ReachTable,
  demand: Demand,
  facilities: Facilities,
  metersPerSecond: number,
): MatchedReach {
  const placeOf = new Map<string, number>();
  for (let i = 0; i < demand.count; i++) {
    placeOf.set(placeId(demand, i), i);
  }
  const facilityOf = new Map(facilities.id.map((id, f) => [id, f] as const));
  const least = new Map<number, number>();
  let unmatched = 0;
  for (let e = 0; e < table.from.length; e++) {
    const place = placeOf.get(table.from[e].toLowerCase());
    const facility = facilityOf.get(table.to[e]);
    if (place === undefined || facility === undefined) {
      unmatched++;
      continue;
    }
    const meters = Number.isNaN(table.meters[e]) ? table.minutes[e] * 60 * metersPerSecond : table.meters[e];
    const key = facility * demand.count + place;
    least.set(key, Math.min(least.get(key) ?? Number.POSITIVE_INFINITY, meters));
  }
  const example = { from: table.from[0], to: table.to[0] };
  if (least.size === 0)
    throw new UnusableData({ code: 'reach-matches-nothing', file: table.file, values: example });
  const keys = Float64Array.from(least.keys()).sort();
  const issues: Issue[] = [];
  if (unmatched > 0) {
    issues.push({
      severity: 'warning',
      code: 'reach-unmatched',
      file: table.file,
      values: { count: unmatched },
    });
  }
  return {
    place: Int32Array.from(keys, (key) => key % demand.count),
    facility: Int32Array.from(keys, (key) => Math.floor(key / demand.count)),
    meters: Float64Array.from(keys, (key) => least.get(key) as number),
    issues,
  };
}

/** Nearest facility among `rows` as the table says; ties go to the lower row. What the table does not name is unreached. */
export function nearestFromTable(reach: MatchedReach, placeCount: number, rows: Int32Array): Nearest {
  const wanted = new Set(rows);
  const nearest = {
    meters: new Float64Array(placeCount).fill(Infinity),
    facility: new Int32Array(placeCount).fill(-1),
  };
  for (let e = 0; e < reach.place.length; e++) {
    const place = reach.place[e];
    if (!wanted.has(reach.facility[e]) || reach.meters[e] >= nearest.meters[place]) continue;
    nearest.meters[place] = reach.meters[e];
    nearest.facility[place] = reach.facility[e];
  }
  return nearest;
}

/** The same as catchments: what the table holds within the limit. */
export function catchmentsFromTable(reach: MatchedReach, rows: Int32Array, limitMeters: number): Catchments {
  const slotOf = new Map(Array.from(rows, (row, f) => [row, f] as const));
  const start = new Uint32Array(rows.length + 1);
  const kept: number[] = [];
  for (let e = 0; e < reach.place.length; e++) {
    const slot = slotOf.get(reach.facility[e]);
    if (slot === undefined || reach.meters[e] > limitMeters) continue;
    start[slot + 1]++;
    kept.push(e);
  }
  for (let f = 1; f < start.length; f++) start[f] += start[f - 1];
  return {
    rows,
    limitMeters,
    start,
    place: Int32Array.from(kept, (e) => reach.place[e]),
    meters: Float64Array.from(kept, (e) => reach.meters[e]),
  };
}
