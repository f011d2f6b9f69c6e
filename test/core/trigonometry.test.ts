import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arcSine, arcTangent2, cosineOfDegrees, sineOfDegrees } from '../../src/core/trigonometry.ts';

const degrees = fc.double({ min: -720, max: 720, noNaN: true });
const unit = fc.double({ min: -1, max: 1, noNaN: true });

describe('trigonometry of our own', () => {
  it('agrees with the engine to the last bits', () => {
    fc.assert(
      fc.property(degrees, unit, unit, (angle, y, x) => {
        const radians = (angle * Math.PI) / 180;
        expect(Math.abs(sineOfDegrees(angle) - Math.sin(radians))).toBeLessThan(3e-15);
        expect(Math.abs(cosineOfDegrees(angle) - Math.cos(radians))).toBeLessThan(3e-15);
        // At y = −0 the engine tells −π from π; as a direction they are one.
        if (y !== 0) expect(Math.abs(arcTangent2(y, x) - Math.atan2(y, x))).toBeLessThan(1e-15);
        expect(Math.abs(arcSine(y) - Math.asin(y))).toBeLessThan(1e-15);
      }),
      { numRuns: 5000, seed: 1 },
    );
  });

  it('keeps the relative accuracy of small arcs, which are metres', () => {
    for (const sine of [1e-12, 1e-9, 1e-7, 1e-5, 1e-4, 1e-3]) {
      expect(Math.abs(arcSine(sine) / Math.asin(sine) - 1)).toBeLessThan(1e-15);
    }
  });

  it('is exact at the quarters', () => {
    const quarters = [0, 90, 180, 270, 360, -90, -180];
    expect(quarters.map(sineOfDegrees).map((v) => v + 0)).toEqual([0, 1, 0, -1, 0, -1, 0]);
    expect(quarters.map(cosineOfDegrees).map((v) => v + 0)).toEqual([1, 0, -1, 0, 1, 0, -1]);
  });
});
