import { describe, expect, it } from 'vitest';
import { allocate } from '../../../src/core/analysis/allocation.ts';
import { allocationDifference } from '../../../src/core/analysis/allocation-difference.ts';
import { allocateInOrder } from '../../../src/core/analysis/allocation-sequential.ts';
import { runSync } from '../../../src/core/task.ts';
import { catchmentsOf } from '../../builders/catchments.ts';

/** Places 0 and 1 at A's end, 2 at B's; everybody is nearer to A, which has 8 places. */
const twoEnds = catchmentsOf([
  [
    [0, 100],
    [1, 200],
    [2, 300],
  ],
  [
    [1, 500],
    [2, 400],
  ],
]);

describe('allocation in order', () => {
  it('fills each facility from its nearest place outwards, the largest first', () => {
    const { served, takes } = runSync(allocateInOrder(twoEnds, [8, 4], Float64Array.of(4, 4, 4)));
    expect([...takes]).toEqual([4, 4, 0, 0, 4]);
    expect([...served]).toEqual([4, 4, 4]);
  });

  it('can serve fewer, and the difference says so', () => {
    const people = Float64Array.of(4, 4, 4);
    const matrix = catchmentsOf([
      [
        [0, 300],
        [1, 100],
      ],
      [[1, 200]],
    ]);
    const orderFree = runSync(allocate(matrix, [5, 4], people));
    const inOrder = runSync(allocateInOrder(matrix, [5, 4], people));
    // A takes its near place 1 and one of place 0; B is left with nobody who has none.
    expect([...inOrder.served]).toEqual([1, 4, 0]);
    // At once: place 0 fills 4 of A, place 1 has 1 there and 3 at B.
    expect([...orderFree.served]).toEqual([4, 4, 0]);
    const difference = allocationDifference(orderFree, inOrder);
    expect(difference.served).toBe(3);
    expect([...difference.byPlace]).toEqual([3, 0, 0]);
    expect(difference.peopleMoved).toBe(3);
    expect(difference.metersPerServed).toEqual([(4 * 300 + 100 + 3 * 200) / 8, (300 + 400) / 5]);
  });
});
