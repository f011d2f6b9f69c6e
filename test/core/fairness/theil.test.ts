import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binTotals } from '../../../src/core/fairness/ranking.ts';
import { theil, theilSplit } from '../../../src/core/fairness/theil.ts';
import { runSync } from '../../../src/core/task.ts';
import { rankedWorld } from './world.ts';

function theilOf(values: number[], people: number[]): number {
  const { ranking, bins, totals } = rankedWorld(values, people);
  return runSync(theil(ranking, bins, totals))[0];
}

function splitOf(values: number[], people: number[], district: number[], districts: number) {
  const { ranking } = rankedWorld(values, people);
  const bins = { of: Int32Array.from(district), count: districts };
  const totals = runSync(binTotals(ranking, bins));
  return theilSplit(theilOf(values, people), runSync(theil(ranking, bins, totals)), totals);
}

describe("Theil's T", () => {
  it('by hand: one of n has everything, ln n', () => {
    expect(theilOf([0, 10], [1, 1])).toBeCloseTo(Math.log(2), 15);
    expect(theilOf([0, 7], [3, 1])).toBeCloseTo(Math.log(4), 15);
    // Of 1 and 3, mean 2: ¼·ln ½ + ¾·ln 1½.
    expect(theilOf([1, 3], [1, 1])).toBeCloseTo(0.25 * Math.log(0.5) + 0.75 * Math.log(1.5), 15);
  });

  it('is exactly 0 where all have the same, and has no figure where nobody has anything', () => {
    expect(theilOf([0.1, 0.1, 0.1], [3, 7.7, 0.3])).toBe(0);
    expect(theilOf([0, 0], [3, 1])).toBeNaN();
  });

  it('lies all between two districts that are each of one mind, all within two that are alike', () => {
    const apart = splitOf([1, 1, 3, 3], [1, 1, 1, 1], [0, 0, 1, 1], 2);
    expect(apart.within).toBe(0);
    expect(apart.between).toBeCloseTo(apart.total, 15);
    const alike = splitOf([1, 3, 1, 3], [1, 1, 1, 1], [0, 0, 1, 1], 2);
    expect(alike.between).toBe(0);
    expect(alike.within).toBeCloseTo(alike.total, 15);
  });

  it('within and between add up to the whole', () => {
    const row = fc.record({
      value: fc.double({ min: 0, max: 1e4, noNaN: true }),
      people: fc.double({ min: 0.01, max: 1e3, noNaN: true }),
      district: fc.integer({ min: 0, max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), (rows) => {
        fc.pre(rows.some(({ value }) => value > 1e-6));
        const { total, within, between } = splitOf(
          rows.map(({ value }) => value),
          rows.map(({ people }) => people),
          rows.map(({ district }) => district),
          5,
        );
        expect(Math.abs(within + between - total)).toBeLessThan(1e-12);
        expect(within).toBeGreaterThanOrEqual(0);
        expect(between).toBeGreaterThan(-1e-12);
      }),
    );
  });
});
