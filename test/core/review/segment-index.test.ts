import fc from 'fast-check';
import { expect, it } from 'vitest';
import { METERS_PER_DEGREE } from '../../../src/core/analysis/distance.ts';
import { indexSegments, nearestSegmentMeters } from '../../../src/core/review/segment-index.ts';

it('measures to a street, to its end, and not beyond the limit', () => {
  // Along the equator, from 0 to 0.01 degrees.
  const index = indexSegments(Float64Array.from([0, 0, 0.01, 0]));
  expect(nearestSegmentMeters(index, 0.005, 0.001, 500)).toBeCloseTo(METERS_PER_DEGREE / 1000, 6);
  expect(nearestSegmentMeters(index, 0.013, 0.004, 1000)).toBeCloseTo(0.005 * METERS_PER_DEGREE, 6);
  expect(nearestSegmentMeters(index, 0.005, 0.01, 500)).toBe(Infinity);
  expect(nearestSegmentMeters(indexSegments(new Float64Array(0)), 0, 0, 500)).toBe(Infinity);
});

it('finds the nearest of many as looking at each does', () => {
  const coordinate = fc.double({ min: 0, max: 0.05, noNaN: true });
  const piece = fc.tuple(coordinate, coordinate, coordinate, coordinate);
  fc.assert(
    fc.property(
      fc.array(piece, { minLength: 1, maxLength: 12 }),
      coordinate,
      coordinate,
      (pieces, lng, lat) => {
        const all = indexSegments(Float64Array.from(pieces.flat()));
        const each = pieces.map((one) => {
          // In the plane of the whole, so that both measure alike: the corners of the box are always there.
          const alone = indexSegments(Float64Array.from([...one, ...pieces.flat()]));
          return nearestSegmentMeters({ ...alone, ...indexOfFirst(alone) }, lng, lat, 1e6);
        });
        expect(nearestSegmentMeters(all, lng, lat, 1e6)).toBeCloseTo(Math.min(...each), 6);
      },
    ),
  );
});

/** Only the first piece, in one bucket. */
function indexOfFirst(index: ReturnType<typeof indexSegments>) {
  return {
    side: 1e9,
    columns: 1,
    rows: 1,
    start: Uint32Array.from([0, 1]),
    item: Uint32Array.from([0]),
  } satisfies Partial<typeof index>;
}
