import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gini } from '../../../src/core/fairness/gini.ts';
import { areaUnder, lorenz } from '../../../src/core/fairness/lorenz.ts';
import { runSync } from '../../../src/core/task.ts';
import { rankedWorld } from './world.ts';

function giniOf(values: number[], people: number[]): number {
  const { ranking, bins, totals } = rankedWorld(values, people);
  return runSync(gini(ranking, bins, totals))[0];
}

const places = fc.array(
  fc.record({ value: fc.integer({ min: 0, max: 1000 }), people: fc.integer({ min: 1, max: 500 }) }),
  { minLength: 1, maxLength: 40 },
);
const valuesOf = (rows: { value: number }[]) => rows.map((row) => row.value);
const peopleOf = (rows: { people: number }[]) => rows.map((row) => row.people);
const hasAny = (rows: { value: number }[]) => rows.some((row) => row.value > 0);

describe('Gini', () => {
  it('by hand: one of two has everything, ½; 1 2 3 4, ¼', () => {
    expect(giniOf([0, 10], [1, 1])).toBe(0.5);
    // Differences of the six pairs: 1 2 3 1 2 1 = 10; 2 × 10 / (2 × 16 × 2.5) = 0.25.
    expect(giniOf([1, 2, 3, 4], [1, 1, 1, 1])).toBe(0.25);
  });

  it('weighs by people: a place of three is three people', () => {
    expect(giniOf([0, 8], [3, 1])).toBe(0.75);
    expect(giniOf([0, 0, 0, 8], [1, 1, 1, 1])).toBe(0.75);
  });

  it('is exactly 0 where all have the same, whatever the decimals', () => {
    expect(giniOf([0.1, 0.1, 0.1], [3, 7.7, 0.3])).toBe(0);
    expect(giniOf([1 / 3], [12])).toBe(0);
  });

  it('leaves out the unsurveyed, the unreachable and places without people, but not those with 0', () => {
    expect(giniOf([0, 10, Number.NaN, Number.POSITIVE_INFINITY, 999], [1, 1, 5, 5, 0])).toBe(0.5);
  });

  it('has no figure where nobody has anything, or nobody is there', () => {
    expect(giniOf([0, 0], [1, 2])).toBeNaN();
    expect(giniOf([], [])).toBeNaN();
  });

  it('does not change with the unit, a second city of the same kind, or the order of the rows', () => {
    fc.assert(
      fc.property(places.filter(hasAny), fc.double({ min: 0.001, max: 1000, noNaN: true }), (rows, scale) => {
        const plain = giniOf(valuesOf(rows), peopleOf(rows));
        const scaled = giniOf(
          valuesOf(rows).map((v) => v * scale),
          peopleOf(rows),
        );
        const twice = giniOf([...valuesOf(rows), ...valuesOf(rows)], [...peopleOf(rows), ...peopleOf(rows)]);
        const reversed = [...rows].reverse();
        expect(scaled).toBeCloseTo(plain, 12);
        expect(twice).toBeCloseTo(plain, 12);
        expect(giniOf(valuesOf(reversed), peopleOf(reversed))).toBe(plain);
        expect(plain).toBeGreaterThanOrEqual(0);
        expect(plain).toBeLessThan(1);
      }),
    );
  });

  it('falls when one who has more gives to one who has less, and they do not change places', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 30 }),
        fc.double({ min: 0.01, max: 0.5, noNaN: true }),
        (values, part) => {
          const [least, most] = [Math.min(...values), Math.max(...values)];
          fc.pre(most > least);
          const given = (most - least) * part;
          const after = values.slice();
          after[values.indexOf(most)] -= given;
          after[values.indexOf(least)] += given;
          const people = values.map(() => 1);
          expect(giniOf(after, people)).toBeLessThan(giniOf(values, people));
        },
      ),
    );
  });

  it('is 1 − 2 × the area under the Lorenz curve', () => {
    fc.assert(
      fc.property(places.filter(hasAny), (rows) => {
        const { ranking, bins, totals } = rankedWorld(valuesOf(rows), peopleOf(rows));
        const area = areaUnder(runSync(lorenz(ranking, bins, totals, 0)));
        expect(giniOf(valuesOf(rows), peopleOf(rows))).toBeCloseTo(1 - 2 * area, 12);
      }),
    );
  });
});
