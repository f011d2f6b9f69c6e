import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catchments, facilitiesWithin } from '../../../src/core/analysis/catchments.ts';
import { haversineMeters } from '../../../src/core/analysis/distance.ts';
import { twoStepFloatingCatchment } from '../../../src/core/analysis/floating-catchment.ts';
import { exactSum } from '../../../src/core/exact-sums.ts';
import { runSync } from '../../../src/core/task.ts';
import { positions, rowsOf } from '../../builders/positions.ts';

const inACity = fc.tuple(
  fc.double({ min: 116.3, max: 116.33, noNaN: true }),
  fc.double({ min: 39.9, max: 39.93, noNaN: true }),
);
const city = fc.array(inACity, { minLength: 1, maxLength: 50 });

describe('catchments', () => {
  it('hold exactly the places within the limit, with their metres', () => {
    fc.assert(
      fc.property(city, city, fc.integer({ min: 50, max: 3000 }), (places, facilities, limit) => {
        const matrix = runSync(
          catchments(positions(places), positions(facilities), rowsOf(facilities.length), limit),
        );
        facilities.forEach(([x, y], f) => {
          const expected = places.flatMap(([lng, lat], i) =>
            haversineMeters(lng, lat, x, y) <= limit ? [i] : [],
          );
          expect([...matrix.place.slice(matrix.start[f], matrix.start[f + 1])]).toEqual(expected);
        });
      }),
      { numRuns: 100, seed: 11 },
    );
  });

  it('include a place exactly at the limit and leave out one a hair beyond', () => {
    const place: [number, number] = [116.31, 39.91];
    const facility: [number, number] = [116.31, 39.915];
    const meters = haversineMeters(...place, ...facility);
    const count = (limit: number) =>
      runSync(catchments(positions([place]), positions([facility]), rowsOf(1), limit)).place.length;
    expect(count(meters)).toBe(1);
    expect(count(meters - 1e-6)).toBe(0);
  });

  it('count none, one and several facilities', () => {
    const places = positions([
      [116.3, 39.9],
      [116.31, 39.9],
      [116.33, 39.9],
    ]);
    const facilities = positions([
      [116.3, 39.9],
      [116.305, 39.9],
    ]);
    const matrix = runSync(catchments(places, facilities, rowsOf(2), 500));
    expect([...facilitiesWithin(matrix, 3, 500)]).toEqual([2, 1, 0]);
    expect([...facilitiesWithin(matrix, 3, 100)]).toEqual([1, 0, 0]);
  });

  it('share a supply so that Σ access × people is the supply that reaches anybody', () => {
    fc.assert(
      fc.property(city, city, fc.integer({ min: 1, max: 5000 }), (places, facilities, size) => {
        const people = Float64Array.from(places, (_, i) => (i * 37) % 101);
        const supply = Float64Array.from(facilities, (_, f) => size + f);
        const matrix = runSync(
          catchments(positions(places), positions(facilities), rowsOf(facilities.length), 800),
        );
        const access = twoStepFloatingCatchment(matrix, supply, people);
        const reaching = supply.filter((_, f) => {
          const reached = [...matrix.place.slice(matrix.start[f], matrix.start[f + 1])];
          return reached.some((i) => people[i] > 0);
        });
        const given = exactSum(access.map((a, i) => a * people[i]));
        expect(given).toBeCloseTo(exactSum(reaching), 6);
      }),
      { numRuns: 100, seed: 12 },
    );
  });
});
