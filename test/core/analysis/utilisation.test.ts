import { expect, it } from 'vitest';
import { allocate } from '../../../src/core/analysis/allocation.ts';
import { supplyTotals, utilisation } from '../../../src/core/analysis/utilisation.ts';
import { runSync } from '../../../src/core/task.ts';
import { catchmentsOf } from '../../builders/catchments.ts';

const matrix = catchmentsOf([
  [
    [0, 100],
    [1, 300],
  ],
  [[1, 200]],
  [[2, 50]],
  [],
]);
const people = Float64Array.of(2, 4, 0);
const capacity = [4, 8, Number.NaN, 3];

it('tells how far each facility is used', () => {
  const use = utilisation(matrix, capacity, people, runSync(allocate(matrix, capacity, people)));
  expect([...use.used]).toEqual([2, 4, Number.NaN, 0]);
  expect([...use.free]).toEqual([2, 4, Number.NaN, 3]);
  expect([...use.share]).toEqual([0.5, 0.5, Number.NaN, 0]);
  expect([...use.peopleReached]).toEqual([6, 4, 0, 0]);
  expect([...use.meanMeters]).toEqual([100, 200, Number.NaN, Number.NaN]);
});

it('adds up land, places and beds at once, not surveyed apart', () => {
  const land = [100, Number.NaN, 30, 7];
  expect(supplyTotals(matrix, people, { places: capacity, land })).toEqual({
    places: { total: 15, unsurveyed: 1, reachingPeople: 12 },
    land: { total: 137, unsurveyed: 1, reachingPeople: 100 },
  });
});
