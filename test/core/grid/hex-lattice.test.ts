import {
  cellToBoundary,
  cellToLatLng,
  getIcosahedronFaces,
  getPentagons,
  getRes0Cells,
  gridDisk,
  latLngToCell,
} from 'h3-js';
import { describe, expect, it } from 'vitest';
import { keyFromText, keyHigh, keyLow } from '../../../src/core/grid/cell-index.ts';
import { CellTable } from '../../../src/core/grid/cell-table.ts';
import { HexLattice, hexLattice } from '../../../src/core/grid/hex-lattice.ts';
import { randomSource } from '../../builders/random.ts';

const RESOLUTIONS = [5, 6, 7, 8, 9, 10, 11, 12];

function expectSameCell(lattice: HexLattice, lng: number, lat: number): void {
  lattice.locate(lng, lat);
  const key = lattice.keyOf(lattice.face, lattice.a, lattice.b, lng, lat);
  const theirs = keyFromText(latLngToCell(lat, lng, lattice.resolution));
  if (key !== theirs) expect.fail(`${lng}, ${lat} at ${lattice.resolution}: ${key}, h3-js ${theirs}`);
}

function randomPositions(seed: number, count: number): [lng: number, lat: number][] {
  const random = randomSource(seed);
  return Array.from({ length: count }, () => [
    random() * 360 - 180,
    (Math.asin(2 * random() - 1) * 180) / Math.PI,
  ]);
}

describe.each(RESOLUTIONS)('the lattice of resolution %i', (resolution) => {
  const lattice = hexLattice(resolution);

  it('is calibrated', () => {
    expect(lattice.exact).toBe(true);
  });

  it('gives the cell of h3-js, all over the world', () => {
    for (const [lng, lat] of randomPositions(resolution, 20_000)) expectSameCell(lattice, lng, lat);
  });

  it('gives the centre of h3-js within 1e-9 degrees', () => {
    for (const [lng, lat] of randomPositions(100 + resolution, 5_000)) {
      lattice.locate(lng, lat);
      const key = lattice.keyOf(lattice.face, lattice.a, lattice.b, lng, lat);
      lattice.centerOf(lattice.face, lattice.a, lattice.b, key);
      const [centerLat, centerLng] = cellToLatLng([keyLow(key), keyHigh(key, resolution)]);
      const turn = Math.abs(lattice.lng - centerLng) % 360;
      expect(Math.abs(lattice.lat - centerLat)).toBeLessThan(1e-9);
      expect(Math.min(turn, 360 - turn) * Math.cos((lat * Math.PI) / 180)).toBeLessThan(1e-9);
    }
  });

  it('agrees on the corners and centres of cells, where rounding decides', () => {
    for (const [lng, lat] of randomPositions(200 + resolution, 500)) {
      const cell = latLngToCell(lat, lng, resolution);
      for (const [y, x] of [...cellToBoundary(cell), cellToLatLng(cell)]) expectSameCell(lattice, x, y);
    }
  });

  it('agrees around the twelve pentagons', () => {
    for (const pentagon of getPentagons(resolution)) {
      for (const cell of gridDisk(pentagon, 3)) {
        for (const [y, x] of [...cellToBoundary(cell), cellToLatLng(cell)]) expectSameCell(lattice, x, y);
      }
    }
  });

  it('agrees where two faces meet, and knows a cell by one number', () => {
    const random = randomSource(300 + resolution);
    const table = new CellTable(lattice);
    const seams = getRes0Cells().filter((cell) => getIcosahedronFaces(cell).length === 2);
    const distinct = new Set<string>();
    let across = 0;
    for (const seam of seams.slice(0, 40)) {
      // Centres of such base cells lie on the edge between two faces.
      const [lat0, lng0] = cellToLatLng(seam);
      const spread = 200 / 7 ** (resolution / 2);
      for (let i = 0; i < 200; i++) {
        const lat = lat0 + (random() - 0.5) * spread;
        const lng = lng0 + (random() - 0.5) * spread;
        expectSameCell(lattice, lng, lat);
        const cell = latLngToCell(lat, lng, resolution);
        if (getIcosahedronFaces(cell).length > 1) across++;
        distinct.add(cell);
        const number = table.numberAt(lng, lat);
        expect(table.key[number]).toBe(keyFromText(cell));
      }
    }
    expect(across).toBeGreaterThan(100);
    expect(table.count).toBe(distinct.size);
  });
});

it('falls back to h3-js, with the same answers, when the digits run otherwise', () => {
  const turnedTheWrongWay = new HexLattice(9, { a: 2, b: -1 });
  const lattice = hexLattice(9);
  const wrong = turnedTheWrongWay.exact ? new HexLattice(9, { a: 3, b: 1 }) : turnedTheWrongWay;
  expect(lattice.exact).toBe(true);
  expect(wrong.exact).toBe(false);
  for (const [lng, lat] of randomPositions(7, 1000)) expectSameCell(wrong, lng, lat);
  const table = new CellTable(wrong);
  const number = table.numberAt(116.4, 39.9);
  const [lat, lng] = cellToLatLng(latLngToCell(39.9, 116.4, 9));
  expect(table.lng[number]).toBeCloseTo(lng, 9);
  expect(table.lat[number]).toBeCloseTo(lat, 9);
});
