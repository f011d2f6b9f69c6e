import { BLOCK, type Task } from '../task.ts';
import { byCapacityDescending } from './allocation-order.ts';
import { type Allocation, allocationOf } from './allocation-result.ts';
import type { Catchments } from './catchments.ts';
import { unitsOfPeople, unitsOfPlaces } from './people-units.ts';

/**
 * Gives out places facility by facility, as AccessMod does (Ray & Ebener 2008): each in its turn fills from its nearest
 * places outwards with whoever has none yet, until it is full. `order`: numbers of facilities in the matrix; by default
 * the largest capacity first (`byCapacityDescending`). Places equally near: the lower number first. What comes of it
 * depends on the order, and it may serve fewer than `allocate`, never more: it is here to be compared with.
 */
export function* allocateInOrder(
  matrix: Catchments,
  capacity: ArrayLike<number>,
  people: Float64Array,
  order: Int32Array = byCapacityDescending(matrix, capacity),
): Task<Allocation> {
  const { rows, start, place, meters } = matrix;
  const left = Float64Array.from(people, unitsOfPeople);
  const takes = new Float64Array(place.length);
  for (let n = 0; n < order.length; n++) {
    const f = order[n];
    let free = unitsOfPlaces(capacity[rows[f]]);
    const outwards = Int32Array.from({ length: start[f + 1] - start[f] }, (_, k) => start[f] + k).sort(
      (a, b) => meters[a] - meters[b] || place[a] - place[b],
    );
    for (const e of outwards) {
      if (free <= 0) break;
      const amount = Math.min(free, left[place[e]]);
      takes[e] = amount;
      left[place[e]] -= amount;
      free -= amount;
    }
    if (n % (BLOCK / 16) === 0) yield { phase: 'allocate', done: n, total: order.length };
  }
  return allocationOf(matrix, capacity, people, takes);
}
