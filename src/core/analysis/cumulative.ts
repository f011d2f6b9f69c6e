import type { Catchments } from './catchments.ts';
import type { Nearest } from './nearest-facility.ts';

/**
 * Cumulative opportunities: the supply each place reaches, every unit counted by its weight, whoever else reaches it
 * (Hansen 1959; with the step kernel: what lies within the limit). A supply of NaN (not surveyed) is left out.
 */
export function cumulativeSupply(
  { rows, start, place }: Catchments,
  weights: Float64Array,
  supply: ArrayLike<number>,
  placeCount: number,
): Float64Array {
  const reached = new Float64Array(placeCount);
  for (let f = 0; f < rows.length; f++) {
    const amount = supply[rows[f]];
    if (!(amount > 0)) continue;
    for (let e = start[f]; e < start[f + 1]; e++) reached[place[e]] += amount * weights[e];
  }
  return reached;
}

/**
 * The nearest facility of every place, as far as the matrix goes, among those with a supply above 0. Infinity and -1 where
 * there is none; ties go to the lower row.
 */
export function nearestInMatrix(
  { rows, start, place, meters }: Catchments,
  supply: ArrayLike<number>,
  placeCount: number,
): Nearest {
  const nearest: Nearest = {
    meters: new Float64Array(placeCount).fill(Number.POSITIVE_INFINITY),
    facility: new Int32Array(placeCount).fill(-1),
  };
  for (let f = 0; f < rows.length; f++) {
    if (!(supply[rows[f]] > 0)) continue;
    for (let e = start[f]; e < start[f + 1]; e++) {
      const closer = meters[e] - nearest.meters[place[e]];
      const wins = closer < 0 || (closer === 0 && rows[f] < nearest.facility[place[e]]);
      if (!wins) continue;
      nearest.meters[place[e]] = meters[e];
      nearest.facility[place[e]] = rows[f];
    }
  }
  return nearest;
}
