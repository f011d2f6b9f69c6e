import { getIcosahedronFaces, latLngToCell, polygonToCells } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { cellRing, hexagonStyle } from '../../../src/core/grid/cell-boundary.ts';
import { cellFromText, cellText } from '../../../src/core/grid/cell-index.ts';
import { demandCells } from '../../../src/core/grid/demand-from-population.ts';
import { fillArea } from '../../../src/core/grid/fill-area.ts';
import { runSync } from '../../../src/core/task.ts';
import { randomSource } from '../../builders/random.ts';
import { cellsOf, column, polygonSet } from './worlds.ts';

function ragged(lng: number, lat: number, radius: number, seed: number): [number, number][] {
  const random = randomSource(seed);
  return Array.from({ length: 24 }, (_, i) => {
    const r = radius * (0.4 + 0.6 * random());
    return [lng + r * Math.cos((i * Math.PI) / 12), lat + r * Math.sin((i * Math.PI) / 12)];
  });
}

function expectSameFill(rings: [number, number][][], resolution: number): number {
  const cells = runSync(fillArea(polygonSet([rings]), 0, resolution));
  const texts = Array.from(cells.indexLow, (low, i) => cellText(low, cells.indexHigh[i]));
  expect(texts).toEqual(polygonToCells(rings, resolution, true).sort());
  return cells.count;
}

describe('fillArea', () => {
  it.each([5, 6, 7, 8, 9, 10, 11, 12])('finds the cells of h3-js at resolution %i', (resolution) => {
    const radius = 400 / 7 ** (resolution / 2);
    for (const [i, [lng, lat]] of [
      [104, 30],
      [-51, -30],
      [116, 40],
      [2, 48],
      [151, -34],
    ].entries()) {
      const count = expectSameFill([ragged(lng, lat, radius, i)], resolution);
      expect(count).toBeGreaterThan(100);
    }
  });

  it('leaves holes out, and takes several parts', () => {
    const parts = [ragged(104, 30, 0.05, 1), ragged(104, 30, 0.015, 2), ragged(104.2, 30, 0.05, 3)];
    const whole = polygonSet([parts]);
    const count = runSync(fillArea(whole, 0, 9)).count;
    const each = parts.map((part) => polygonToCells([part], 9, true).length);
    expect(count).toBe(each[0] - each[1] + each[2]);
  });

  it('crosses the seam between faces', () => {
    let across = 0;
    for (let lng = 60; lng < 150; lng += 3) {
      const ring = ragged(lng, 35, 1.5, lng);
      if (getIcosahedronFaces(latLngToCell(35, lng, 2)).length > 1) across++;
      expectSameFill([ring], 6);
    }
    expect(across).toBeGreaterThan(0);
  });

  it('finds nothing in nothing', () => {
    expect(runSync(fillArea(polygonSet([[]]), 0, 9)).count).toBe(0);
  });
});

describe('hexagons to draw', () => {
  it('has the corners of the cell', () => {
    const cell = '89a901291abffff';
    const demand = runSync(demandCells(cellsOf([cell], 9, [column('people', [1])]), 9)).value;
    const { angleDegrees, radiusMeters } = hexagonStyle(demand);
    const ring = cellRing(...cellFromText(cell));
    expect(ring[0]).toEqual(ring[ring.length - 1]);
    expect(ring).toHaveLength(7);
    const shrink = Math.cos((demand.lat[0] * Math.PI) / 180) * 111195;
    for (const [lng, lat] of ring) {
      const misses = [0, 1, 2, 3, 4, 5].map((corner) => {
        const angle = ((angleDegrees + corner * 60) * Math.PI) / 180;
        const x = radiusMeters * Math.cos(angle) - (lng - demand.lng[0]) * shrink;
        const y = radiusMeters * Math.sin(angle) - (lat - demand.lat[0]) * 111195;
        return Math.hypot(x, y);
      });
      // A regular hexagon for one that is not quite.
      expect(Math.min(...misses)).toBeLessThan(0.1 * radiusMeters);
    }
  });

  it('is nothing for points', () => {
    const none = runSync(demandCells(cellsOf([], 9, []), 9)).value;
    expect(hexagonStyle(none)).toEqual({ angleDegrees: 0, radiusMeters: 0 });
  });
});
