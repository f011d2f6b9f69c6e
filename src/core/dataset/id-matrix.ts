import type { Catchments } from '../analysis/catchments.ts';
import { UnusableData } from '../issue.ts';
import { BLOCK, type Task } from '../task.ts';
import type { ReachTable } from './reach-table.ts';

/** A table of distances as catchments: facility f is `facilityIds[f]`, place i is `placeIds[i]`. */
export interface IdMatrix {
  matrix: Catchments;
  /** Rows of the table that could not be used, each counted once. */
  unknownFrom: number;
  unknownTo: number;
  beyondLimit: number;
  /** Pairs named more than once: the least cost counts. */
  repeated: number;
  /** Places and facilities that no row of the table names. */
  placesUnnamed: number;
  facilitiesUnnamed: number;
}

/**
 * Matches ids, from a place to a facility, and keeps what lies within the limit (≤), in the unit of the table. Throws
 * `matrix-matches-nothing`, or `matrix-other-way` when it would match from facility to place.
 */
export function* matrixByIds(
  table: Pick<ReachTable, 'from' | 'to' | 'file'>,
  costs: Float64Array,
  placeIds: string[],
  facilityIds: string[],
  limit: number,
): Task<IdMatrix> {
  const placeOf = new Map(placeIds.map((id, i) => [id, i] as const));
  const facilityOf = new Map(facilityIds.map((id, f) => [id, f] as const));
  const named = { place: new Uint8Array(placeIds.length), facility: new Uint8Array(facilityIds.length) };
  const counts = { unknownFrom: 0, unknownTo: 0, beyondLimit: 0 };
  const keys = new Float64Array(costs.length);
  const kept = new Int32Array(costs.length);
  let used = 0;
  for (let row = 0; row < costs.length; row++) {
    if (row % BLOCK === 0) yield { phase: 'match-ids', done: row, total: costs.length };
    const place = placeOf.get(table.from[row]);
    const facility = facilityOf.get(table.to[row]);
    if (place === undefined) counts.unknownFrom++;
    else if (facility === undefined) counts.unknownTo++;
    else {
      named.place[place] = 1;
      named.facility[facility] = 1;
      if (costs[row] > limit) counts.beyondLimit++;
      else {
        kept[used] = row;
        keys[used++] = facility * placeIds.length + place;
      }
    }
  }
  if (used + counts.beyondLimit === 0) throw nothingMatches(table, placeOf, facilityOf);
  const entries = sortedEntries(keys.subarray(0, used), kept, costs, placeIds.length, facilityIds.length);
  const unnamed = (seen: Uint8Array) => seen.reduce((count, one) => count + 1 - one, 0);
  return {
    ...entries,
    ...counts,
    placesUnnamed: unnamed(named.place),
    facilitiesUnnamed: unnamed(named.facility),
    matrix: { ...entries.matrix, limitMeters: limit },
  };
}

/** Entries by facility, then place; of one pair the least cost. */
function sortedEntries(
  keys: Float64Array,
  kept: Int32Array,
  costs: Float64Array,
  places: number,
  facilities: number,
): { matrix: Omit<Catchments, 'limitMeters'>; repeated: number } {
  const order = Uint32Array.from(keys, (_, k) => k);
  // A matrix as programs write it is in order one way or the other: look before sorting.
  const ascending = keys.every((key, k) => k === 0 || keys[k - 1] <= key);
  if (!ascending) order.sort((a, b) => keys[a] - keys[b]);
  const start = new Uint32Array(facilities + 1);
  const place = new Int32Array(keys.length);
  const meters = new Float64Array(keys.length);
  let count = 0;
  let last = -1;
  for (const k of order) {
    const cost = costs[kept[k]];
    if (keys[k] === last) {
      meters[count - 1] = Math.min(meters[count - 1], cost);
      continue;
    }
    last = keys[k];
    start[Math.floor(last / places) + 1]++;
    place[count] = last % places;
    meters[count++] = cost;
  }
  for (let f = 0; f < facilities; f++) start[f + 1] += start[f];
  const rows = Int32Array.from({ length: facilities }, (_, f) => f);
  const matrix = { rows, start, place: place.slice(0, count), meters: meters.slice(0, count) };
  return { matrix, repeated: keys.length - count };
}

function nothingMatches(
  { from, to, file }: Pick<ReachTable, 'from' | 'to' | 'file'>,
  placeOf: Map<string, number>,
  facilityOf: Map<string, number>,
): UnusableData {
  const otherWay = from.some((id, row) => facilityOf.has(id) && placeOf.has(to[row]));
  const values = { from: from[0], to: to[0] };
  if (otherWay) return new UnusableData({ code: 'matrix-other-way', file, values });
  return new UnusableData({ code: 'matrix-matches-nothing', file, values });
}
