import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { haversineMeters } from '../../../src/core/analysis/distance.ts';
import { nearestFacility } from '../../../src/core/analysis/nearest-facility.ts';
import { runSync } from '../../../src/core/task.ts';
import { positions, rowsOf } from '../../builders/positions.ts';

/** The definition: every place with every facility, lower row first. */
function bruteForce(places: [number, number][], facilities: [number, number][]) {
  return places.map(([lng, lat]) => {
    const meters = facilities.map(([x, y]) => haversineMeters(lng, lat, x, y));
    return Math.min(...meters);
  });
}

const inACity = fc.tuple(
  fc.double({ min: 116.2, max: 116.6, noNaN: true }),
  fc.double({ min: 39.8, max: 40.1, noNaN: true }),
);
const anywhere = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -90, max: 90, noNaN: true }),
);
const acrossTheDateLine = fc.tuple(
  fc.oneof(
    fc.double({ min: 179.5, max: 180, noNaN: true }),
    fc.double({ min: -180, max: -179.5, noNaN: true }),
  ),
  fc.double({ min: -18, max: -17, noNaN: true }),
);
const nearThePole = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: 89, max: 90, noNaN: true }),
);

describe('nearest facility', () => {
  for (const [name, position] of Object.entries({ inACity, anywhere, acrossTheDateLine, nearThePole })) {
    it(`equals comparing every place with every facility: ${name}`, () => {
      fc.assert(
        fc.property(
          fc.array(position, { minLength: 1, maxLength: 60 }),
          fc.array(position, { minLength: 1, maxLength: 60 }),
          (places, facilities) => {
            const got = runSync(
              nearestFacility(positions(places), positions(facilities), rowsOf(facilities.length)),
            );
            const expected = bruteForce(places, facilities);
            places.forEach(([lng, lat], i) => {
              expect(got.meters[i]).toBeCloseTo(expected[i], 3);
              const [x, y] = facilities[got.facility[i]];
              expect(got.meters[i]).toBe(haversineMeters(lng, lat, x, y));
            });
          },
        ),
        { numRuns: 150, seed: 20260 },
      );
    });
  }

  it('gives ties to the lower row, in whatever order the buckets hold them', () => {
    const facilities: [number, number][] = [
      [116.5, 40],
      [116.4, 40],
      [116.4, 40],
    ];
    const got = runSync(nearestFacility(positions([[116.4, 40.001]]), positions(facilities), rowsOf(3)));
    expect(got.facility[0]).toBe(1);
  });

  it('looks only at the rows it is given', () => {
    const facilities = positions([
      [116.4, 40],
      [116.5, 40],
    ]);
    const got = runSync(nearestFacility(positions([[116.4, 40]]), facilities, Int32Array.of(1)));
    expect(got.facility[0]).toBe(1);
  });

  it('says unreachable, not 0, where there is no facility', () => {
    const got = runSync(nearestFacility(positions([[116.4, 40]]), positions([]), new Int32Array(0)));
    expect(got.meters[0]).toBe(Number.POSITIVE_INFINITY);
    expect(got.facility[0]).toBe(-1);
  });

  it('does not depend on the order of the facilities', () => {
    fc.assert(
      fc.property(
        fc.array(inACity, { minLength: 2, maxLength: 40 }),
        fc.array(inACity, { minLength: 1, maxLength: 40 }),
        (a, b) => {
          const forwards = runSync(nearestFacility(positions(b), positions(a), rowsOf(a.length)));
          const backwards = runSync(
            nearestFacility(positions(b), positions([...a].reverse()), rowsOf(a.length)),
          );
          expect(backwards.meters).toEqual(forwards.meters);
        },
      ),
      { numRuns: 100, seed: 7 },
    );
  });
});
