import { compareNumbers } from '../grid/row-order.ts';
import type { Catchments } from './catchments.ts';

/**
 * An order of facilities that does not come from their rows: by their catchments, entry for entry (place, then metres),
 * then by capacity. Two that are equal in all of it can be exchanged without anybody noticing.
 */
export function compareFacilities(
  matrix: Catchments,
  capacity: ArrayLike<number>,
  a: number,
  b: number,
): number {
  const { rows, start, place, meters } = matrix;
  const [sizeA, sizeB] = [start[a + 1] - start[a], start[b + 1] - start[b]];
  for (let k = 0; k < Math.min(sizeA, sizeB); k++) {
    const [ea, eb] = [start[a] + k, start[b] + k];
    const difference = place[ea] - place[eb] || meters[ea] - meters[eb];
    if (difference !== 0) return difference;
  }
  return sizeA - sizeB || compareNumbers(capacity[rows[a]], capacity[rows[b]]);
}

/** Facilities of the matrix (their numbers in it) from the largest capacity down; the not surveyed are left out. */
export function byCapacityDescending(matrix: Catchments, capacity: ArrayLike<number>): Int32Array {
  const { rows } = matrix;
  return Int32Array.from(
    Array.from(rows, (_, f) => f)
      .filter((f) => !Number.isNaN(capacity[rows[f]]))
      .sort(
        (a, b) =>
          compareNumbers(capacity[rows[b]], capacity[rows[a]]) || compareFacilities(matrix, capacity, a, b),
      ),
  );
}
