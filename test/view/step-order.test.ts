import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STAGES } from '../../src/core/project/views.ts';
import { comparedStep, inStageOrder, moveItem, stepAfter } from '../../src/view/step-order.ts';

describe('the order of steps', () => {
  it('moves one and keeps the order of the others', () => {
    expect(moveItem(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(moveItem(['a', 'b', 'c'], 2, -2)).toEqual(['c', 'a', 'b']);
    expect(moveItem(['a', 'b', 'c'], 2, 5)).toEqual(['a', 'b', 'c']);
  });

  it('loses nothing, and moving back restores the list where neither end was met', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer(), { minLength: 1 }),
        fc.nat(),
        fc.integer({ min: -9, max: 9 }),
        (all, n, by) => {
          const from = n % all.length;
          const moved = moveItem(all, from, by);
          expect([...moved].sort()).toEqual([...all].sort());
          if (from + by >= 0 && from + by < all.length) expect(moveItem(moved, from + by, -by)).toEqual(all);
        },
      ),
    );
  });

  it('stops at both ends', () => {
    expect([stepAfter(0, -1, 3), stepAfter(2, 1, 3), stepAfter(1, 1, 3), stepAfter(0, 99, 3)]).toEqual([
      0, 2, 2, 2,
    ]);
  });

  it('sorts by stage and leaves the steps of a stage as they were', () => {
    const views = [
      { stage: 'gap', id: 1 },
      { stage: 'present', id: 2 },
      { stage: 'other', id: 3 },
      { stage: 'gap', id: 4 },
      { stage: 'effect', id: 5 },
      { stage: 'plan', id: 6 },
    ] as const;
    expect(inStageOrder(views).map((one) => one.id)).toEqual([2, 1, 4, 6, 5, 3]);
    expect(inStageOrder(views).map((one) => one.stage)).toEqual(
      [...views.map((one) => one.stage)].sort((a, b) => STAGES.indexOf(a) - STAGES.indexOf(b)),
    );
  });

  it('compares with the step before, at the beginning with the one after, alone with none', () => {
    expect([comparedStep(3, 5), comparedStep(0, 5), comparedStep(0, 1)]).toEqual([2, 1, undefined]);
  });
});
