import { ExactSums, exactSum } from '../exact-sums.ts';
import type { Allocation } from './allocation-result.ts';
import type { Catchments } from './catchments.ts';
import { presentPeople } from './people-units.ts';

/** How far one facility is used. In the order of `matrix.rows`. */
export interface Utilisation {
  /** People in its catchment, whether they go there or not. */
  peopleReached: Float64Array;
  capacity: Float64Array;
  /** People who have their place there; NaN where the capacity is not surveyed. */
  used: Float64Array;
  /** capacity − used; Infinity where unlimited, NaN where not surveyed. */
  free: Float64Array;
  /** used / capacity; NaN where not surveyed or where there is no place to use. */
  share: Float64Array;
  /** Mean metres (or minutes) of those who go there; NaN where nobody does. */
  meanMeters: Float64Array;
}

/** Utilisation 利用率 of every facility of the matrix under an allocation; `capacity` by facility row. */
export function utilisation(
  matrix: Catchments,
  capacity: ArrayLike<number>,
  people: Float64Array,
  { takes, used }: Pick<Allocation, 'takes' | 'used'>,
): Utilisation {
  const { rows, start, place, meters } = matrix;
  const present = presentPeople(people);
  const reached = new ExactSums(rows.length);
  const walked = new ExactSums(rows.length);
  for (let f = 0; f < rows.length; f++) {
    for (let e = start[f]; e < start[f + 1]; e++) {
      reached.add(f, present[place[e]]);
      if (takes[e] > 0) walked.add(f, takes[e] * meters[e]);
    }
  }
  const places = Float64Array.from(rows, (row) => capacity[row]);
  const meanMeters = walked.values().map((sum, f) => (used[f] > 0 ? sum / used[f] : Number.NaN));
  return {
    peopleReached: reached.values(),
    capacity: places,
    used,
    free: places.map((count, f) => count - used[f]),
    share: places.map((count, f) => (count > 0 ? used[f] / count : Number.NaN)),
    meanMeters,
  };
}

/** Supply of several kinds at once (land in m², places, beds), summed over the facilities of a matrix. */
export interface SupplyTotal {
  total: number;
  /** Facilities without a figure. */
  unsurveyed: number;
  /** Of `total`, what stands at facilities that reach somebody. */
  reachingPeople: number;
}

/** Totals of any supply columns by facility row, under the names given. */
export function supplyTotals<Name extends string>(
  matrix: Catchments,
  people: Float64Array,
  columns: Record<Name, ArrayLike<number>>,
): Record<Name, SupplyTotal> {
  const { rows, start, place } = matrix;
  const reaches = Array.from(rows, (_, f) =>
    place.subarray(start[f], start[f + 1]).some((i) => people[i] > 0),
  );
  const entries = Object.entries<ArrayLike<number>>(columns).map(([name, values]) => {
    const own = Float64Array.from(rows, (row) => values[row]);
    const total: SupplyTotal = {
      total: exactSum(own),
      unsurveyed: own.reduce((count, value) => count + Number(Number.isNaN(value)), 0),
      reachingPeople: exactSum(own.filter((_, f) => reaches[f])),
    };
    return [name, total] as const;
  });
  return Object.fromEntries(entries) as Record<Name, SupplyTotal>;
}
