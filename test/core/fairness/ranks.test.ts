import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LORENZ_POINTS, lorenz } from '../../../src/core/fairness/lorenz.ts';
import { palma } from '../../../src/core/fairness/palma.ts';
import { percentile } from '../../../src/core/fairness/percentiles.ts';
import { oneBin, rankPlaces } from '../../../src/core/fairness/ranking.ts';
import { runSync } from '../../../src/core/task.ts';
import { randomSource } from '../../builders/random.ts';
import { rankedWorld } from './world.ts';

function percentileOf(values: number[], people: number[], percent: number): number {
  const { ranking, bins, totals } = rankedWorld(values, people);
  return runSync(percentile(ranking, bins, totals, percent))[0];
}

function palmaOf(values: number[], people: number[], incomes: number[], poor: 'low' | 'high' = 'low') {
  const income = { values: Float64Array.from(incomes), poor };
  return runSync(
    palma(Float64Array.from(values), Float64Array.from(people), income, oneBin(values.length)),
  )[0];
}

describe('ranking', () => {
  it('sorts many blocks as a plain sort would', () => {
    const random = randomSource(7);
    const values = Float64Array.from({ length: 5000 }, () => Math.floor(random() * 400));
    const people = values.map(() => Math.floor(random() * 4));
    const { places } = runSync(rankPlaces(values, people));
    const expected = [...values.keys()]
      .filter((i) => people[i] > 0)
      .sort((a, b) => values[a] - values[b] || people[a] - people[b] || a - b);
    expect([...places]).toEqual(expected);
  });
});

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

describe('Palma', () => {
  const tenths = Array.from({ length: 10 }, (_, i) => i);
  const one = tenths.map(() => 1);

  it('by hand: the richest tenth has 6 each, the poorest four have 2 each on average', () => {
    expect(palmaOf([1, 1, 3, 3, 9, 9, 9, 9, 9, 6], one, tenths)).toBeCloseTo(3, 14);
  });

  it('turns round for a score of deprivation', () => {
    const scores = tenths.map((i) => 9 - i);
    expect(palmaOf([1, 1, 3, 3, 9, 9, 9, 9, 9, 6], one, scores, 'high')).toBeCloseTo(3, 14);
  });

  it('divides a place across the border', () => {
    // Two places of five: the poorest four all have 1, the richest one has 4.
    expect(palmaOf([1, 4], [5, 5], [10, 20])).toBeCloseTo(4, 14);
    // One place of everybody: rich and poor are the same people.
    expect(palmaOf([7], [10], [5])).toBeCloseTo(1, 14);
  });

  it('gives people of one income the mean of them all, in any order', () => {
    const incomes = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
    expect(palmaOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], one, incomes)).toBeCloseTo(1, 14);
    expect(palmaOf([10, 9, 8, 7, 6, 5, 4, 3, 2, 1], one, incomes)).toBeCloseTo(1, 14);
  });

  it('says when the poorest have nothing, and leaves out those without an income', () => {
    expect(palmaOf([0, 0, 0, 0, 1, 1, 1, 1, 1, 1], one, tenths)).toBe(Number.POSITIVE_INFINITY);
    expect(palmaOf([1, 4, 999], [5, 5, 100], [10, 20, Number.NaN])).toBeCloseTo(4, 14);
    expect(palmaOf([1], [1], [Number.NaN])).toBeNaN();
  });
});

describe('Lorenz curve', () => {
  it('keeps every corner of a small world', () => {
    const { ranking, bins, totals } = rankedWorld([6, 0, 2], [1, 1, 2]);
    expect(runSync(lorenz(ranking, bins, totals, 0))).toEqual([
      [0, 0],
      [0.25, 0],
      [0.75, 0.4],
      [1, 1],
    ]);
  });

  it('is thinned to 200 points with both ends, never falls, and stays under the diagonal', () => {
    const random = randomSource(3);
    const values = Array.from({ length: 20_000 }, () => random() ** 6 * 1000);
    const { ranking, bins, totals } = rankedWorld(
      values,
      values.map(() => 1 + Math.floor(random() * 50)),
    );
    const points = runSync(lorenz(ranking, bins, totals, 0));
    expect(points.length).toBeLessThanOrEqual(LORENZ_POINTS);
    expect(points.length).toBeGreaterThan(150);
    expect([points[0], points[points.length - 1]]).toEqual([
      [0, 0],
      [1, 1],
    ]);
    for (let k = 1; k < points.length; k++) {
      expect(points[k][0]).toBeGreaterThanOrEqual(points[k - 1][0]);
      expect(points[k][1]).toBeGreaterThanOrEqual(points[k - 1][1]);
      expect(points[k][1]).toBeLessThanOrEqual(points[k][0]);
    }
  });

  it('is not drawn where nobody has anything', () => {
    const { ranking, bins, totals } = rankedWorld([0], [1]);
    expect(runSync(lorenz(ranking, bins, totals, 0))).toEqual([]);
  });
});
