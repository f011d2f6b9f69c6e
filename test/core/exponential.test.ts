import { expect, it } from 'vitest';
import { exponentialOfNegative } from '../../src/core/exponential.ts';

it('agrees with the engine to a few units of the last place', () => {
  for (let k = 0; k <= 7000; k++) {
    const x = -k / 10 - k * 1e-7;
    const expected = Math.exp(x);
    expect(Math.abs(exponentialOfNegative(x) - expected)).toBeLessThanOrEqual(expected * 1e-15);
  }
});

it('is exact at the ends and refuses what is not ≤ 0', () => {
  expect(exponentialOfNegative(0)).toBe(1);
  expect(exponentialOfNegative(Number.NEGATIVE_INFINITY)).toBe(0);
  expect(exponentialOfNegative(-1000)).toBe(0);
  expect(exponentialOfNegative(1)).toBeNaN();
  expect(exponentialOfNegative(Number.NaN)).toBeNaN();
});
