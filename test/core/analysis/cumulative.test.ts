import { expect, it } from 'vitest';
import { cumulativeSupply, nearestInMatrix } from '../../../src/core/analysis/cumulative.ts';
import { catchmentsOf } from '../../builders/catchments.ts';

const matrix = catchmentsOf([
  [
    [0, 100],
    [1, 300],
  ],
  [
    [0, 100],
    [1, 200],
  ],
  [[2, 50]],
]);

it('counts supply by its weight, and none that is not surveyed', () => {
  const weights = Float64Array.of(1, 0.5, 1, 1, 1);
  expect([...cumulativeSupply(matrix, weights, [4, 8, Number.NaN], 4)]).toEqual([12, 10, 0, 0]);
});

it('finds the nearest that offers something; ties go to the lower row', () => {
  const { meters, facility } = nearestInMatrix(matrix, [1, 1, 0], 3);
  expect([...meters]).toEqual([100, 200, Infinity]);
  expect([...facility]).toEqual([0, 1, -1]);
});
