import { booleanPointInPolygon, point, polygon } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { assignDistricts, buildPolygonIndex, polygonContains } from '../../../src/core/grid/polygon-index.ts';
import { runSync } from '../../../src/core/task.ts';
import { randomSource } from '../../builders/random.ts';
import { polygonSet } from './worlds.ts';

function districtsOf(rings: [number, number][][][], level: number[], levels: string[]) {
  const names = rings.map((_, i) => String(i));
  return {
    count: rings.length,
    code: names,
    name: names,
    level: Int32Array.from(level),
    levels,
    parent: new Int32Array(rings.length).fill(-1),
    shapes: polygonSet(rings),
  };
}

const square = (west: number, south: number, size: number): [number, number][] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
];

describe('assignDistricts', () => {
  it('gives every point of a tiling to exactly one tile, borders and corners included', () => {
    const tiles = Array.from({ length: 9 }, (_, i) => [square(i % 3, Math.floor(i / 3), 1)]);
    // Some rings the other way round: the direction must not matter.
    for (const i of [1, 3, 8]) tiles[i][0].reverse();
    const index = buildPolygonIndex(polygonSet(tiles));
    for (let x = 0; x < 3; x += 0.25) {
      for (let y = 0; y < 3; y += 0.25) {
        const owners = tiles.map((_, i) => polygonContains(index, i, x, y)).filter(Boolean);
        expect(owners, `${x}, ${y}`).toHaveLength(1);
      }
    }
  });

  it('gives points on a shared slanted border to one of the two', () => {
    const random = randomSource(5);
    const border: [number, number][] = Array.from({ length: 30 }, (_, i) => [1 + random() * 0.5, i / 29]);
    const left: [number, number][] = [[0, 0], ...border, [0, 1]];
    const right: [number, number][] = [...border.toReversed(), [3, 0], [3, 1]];
    const index = buildPolygonIndex(polygonSet([[left], [right]]));
    for (let i = 0; i < 29; i++) {
      for (let t = 0; t < 1; t += 1 / 16) {
        const x = border[i][0] + t * (border[i + 1][0] - border[i][0]);
        const y = border[i][1] + t * (border[i + 1][1] - border[i][1]);
        expect(Number(polygonContains(index, 0, x, y)) + Number(polygonContains(index, 1, x, y))).toBe(1);
      }
    }
  });

  it('agrees with Turf on ragged polygons with holes', () => {
    const random = randomSource(6);
    const ragged = (radius: number): [number, number][] =>
      Array.from({ length: 60 }, (_, i) => {
        const r = radius * (0.6 + 0.4 * random());
        return [r * Math.cos((i * Math.PI) / 30), r * Math.sin((i * Math.PI) / 30)];
      });
    const rings = [ragged(1), ragged(0.4)];
    const index = buildPolygonIndex(polygonSet([rings]));
    const shape = polygon(rings.map((ring) => [...ring, ring[0]]));
    for (let i = 0; i < 5000; i++) {
      const x = random() * 2 - 1;
      const y = random() * 2 - 1;
      expect(polygonContains(index, 0, x, y)).toBe(booleanPointInPolygon(point([x, y]), shape));
    }
  });

  it('keeps levels apart; the lower row wins; nothing is -1', () => {
    const districts = districtsOf(
      [[square(0, 0, 4)], [square(1, 1, 2)], [square(0, 0, 2)], [square(1, 1, 2)]],
      [0, 0, 1, 1],
      ['区', '街道'],
    );
    const places = {
      lng: Float64Array.of(1.5, 2.5, 3.5, 9, Number.NaN),
      lat: Float64Array.of(1.5, 2.5, 3.5, 9, 1),
    };
    const [upper, lower] = runSync(assignDistricts(places, districts));
    expect([...upper]).toEqual([0, 0, 0, -1, -1]);
    expect([...lower]).toEqual([2, 3, -1, -1, -1]);
  });

  it('takes no districts, and polygons without vertices', () => {
    const places = { lng: Float64Array.of(1), lat: Float64Array.of(1) };
    expect(runSync(assignDistricts(places, districtsOf([], [], [])))).toEqual([]);
    expect(runSync(assignDistricts(places, districtsOf([[], [square(0, 0, 2)]], [0, 0], ['x'])))[0][0]).toBe(
      1,
    );
  });
});
