import fc from 'fast-check';
import { expect, it } from 'vitest';
import { naturalLogarithm } from '../../src/core/logarithm.ts';

it('is the logarithm, to the last places', () => {
  fc.assert(
    fc.property(fc.double({ min: Number.MIN_VALUE, max: Number.MAX_VALUE, noNaN: true }), (x) => {
      const expected = Math.log(x);
      expect(Math.abs(naturalLogarithm(x) - expected)).toBeLessThanOrEqual(
        4e-16 * Math.max(0.5, Math.abs(expected)),
      );
    }),
  );
});

it('knows its fixed points', () => {
  expect(naturalLogarithm(1)).toBe(0);
  expect(naturalLogarithm(2)).toBe(Math.LN2);
  expect(naturalLogarithm(0.25)).toBe(-2 * Math.LN2);
  expect(naturalLogarithm(0)).toBe(Number.NEGATIVE_INFINITY);
  expect(naturalLogarithm(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
  expect(naturalLogarithm(-1)).toBeNaN();
  expect(naturalLogarithm(Math.E)).toBeCloseTo(1, 15);
});
