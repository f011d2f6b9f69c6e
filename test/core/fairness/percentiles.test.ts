import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentile } from '../../../src/core/fairness/percentiles.ts';
import { runSync } from '../../../src/core/task.ts';
import { rankedWorld } from './world.ts';

function percentileOf(values: number[], people: number[], percent: number): number {
  const { ranking, bins, totals } = rankedWorld(values, people);
  return runSync(percentile(ranking, bins, totals, percent))[0];
}

describe('percentiles', () => {
  it('are what somebody has: the least value that so many do not exceed', () => {
    const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    const one = ten.map(() => 1);
    expect(percentileOf(ten, one, 10)).toBe(1);
    expect(percentileOf(ten, one, 90)).toBe(9);
    expect(percentileOf(ten, one, 91)).toBe(10);
    expect(percentileOf([1, 2], [9, 1], 90)).toBe(1);
    expect(percentileOf([1, 2], [8, 1], 90)).toBe(2);
    expect(percentileOf([], [], 90)).toBeNaN();
  });

  it('rise with the hundredth asked for, and end at the highest value', () => {
    const rows = fc.array(
      fc.tuple(fc.double({ min: 0, max: 9, noNaN: true }), fc.double({ min: 0.1, max: 9, noNaN: true })),
      {
        minLength: 1,
      },
    );
    fc.assert(
      fc.property(rows, (pairs) => {
        const values = pairs.map(([value]) => value);
        const people = pairs.map(([, count]) => count);
        const found = [10, 50, 90, 100].map((percent) => percentileOf(values, people, percent));
        expect(found).toEqual([...found].sort((a, b) => a - b));
        expect(found[3]).toBe(Math.max(...values));
      }),
    );
  });
});
