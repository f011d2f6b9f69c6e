import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import {
  cellArea,
  cellToChildren,
  cellToLatLng,
  cellToParent,
  getPentagons,
  gridDisk,
  latLngToCell,
} from 'h3-js';
import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import { columnTotal, type Demand } from '../../../src/core/dataset/demand.ts';
import type { Population, PopulationRaster } from '../../../src/core/dataset/population.ts';
import { demandCells, demandPoints } from '../../../src/core/grid/demand-from-population.ts';
import { runSync } from '../../../src/core/task.ts';
import { randomSource } from '../../builders/random.ts';
import { cellsOf, cellTexts, column, pointsOf, polygonSet, worstCenter } from './worlds.ts';

const cells = (population: Population, resolution: number) =>
  runSync(demandCells(population, resolution)).value;

function expectWellFormed(demand: Demand): void {
  const texts = cellTexts(demand);
  expect(texts).toEqual([...new Set(texts)].sort());
  expect(worstCenter(demand)).toBeLessThan(1e-9);
}

describe('points', () => {
  it('adds powers of two to the cells that hold the points', () => {
    const lng = [104.06, 104.06, 104.08, 104.1, Number.NaN];
    const lat = [30.66, 30.66, 30.66, 30.7, 30];
    const people = column('people', [1, 2, 4, 8, 16]);
    const elders = column('age_60_plus', [Number.NaN, 1, Number.NaN, 2, 4]);
    const { value: demand, issues } = runSync(demandCells(pointsOf(lng, lat, [people, elders]), 9));
    const expected = [3, 4, 8].map((sum, i) => [latLngToCell(lat[i + 1], lng[i + 1], 9), sum]);
    expect(cellTexts(demand).map((cell, i) => [cell, demand.columns[0].values[i]])).toEqual(
      expected.sort((a, b) => (a[0] < b[0] ? -1 : 1)),
    );
    expect(columnTotal(demand.columns[1])).toBe(3);
    expect(issues).toEqual([{ severity: 'warning', code: 'people-without-position', values: { count: 1 } }]);
    // Not surveyed is not zero.
    expect(demand.columns[1].values.filter(Number.isNaN)).toHaveLength(1);
    expectWellFormed(demand);
  });

  it('puts people at their weighted mean, across the antimeridian too', () => {
    const [lat, lng] = cellToLatLng(latLngToCell(10, 180, 5));
    const west = lng > 0 ? lng - 0.001 : lng + 359.999;
    const east = (lng > 0 ? lng - 360 : lng) + 0.003;
    const demand = cells(pointsOf([west, east], [lat, lat], [column('people', [3, 1])]), 5);
    expect(demand.count).toBe(1);
    const off = (((demand.peopleLng[0] - lng + 540) % 360) + 360) % 360;
    expect(off - 180).toBeCloseTo(0, 9);
    expect(demand.peopleLat[0]).toBeCloseTo(lat, 12);
  });

  it('drops what holds nothing', () => {
    const demand = cells(pointsOf([1, 2, 3], [1, 1, 1], [column('people', [0, Number.NaN, 5])]), 8);
    expect(cellTexts(demand)).toEqual([latLngToCell(1, 3, 8)]);
  });
});

const row = fc.record({
  lng: fc.double({ min: 116, max: 116.01, noNaN: true }),
  lat: fc.double({ min: 39.9, max: 39.91, noNaN: true }),
  people: fc.oneof(fc.double({ min: 0, max: 1e6, noNaN: true }), fc.constant(Number.NaN)),
  land: fc.double({ min: 0, max: 1e3, noNaN: true }),
});

function bytes(demand: Demand): Uint8Array[] {
  const { indexLow, indexHigh, lng, lat, peopleLng, peopleLat, columns } = demand;
  const arrays = [indexLow, indexHigh, lng, lat, peopleLng, peopleLat, ...columns.map((c) => c.values)];
  return arrays.map((array) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
}

describe('whatever the rows', () => {
  it('conserves every total of points, and does not mind their order', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), fc.integer({ min: 7, max: 11 }), (rows, resolution) => {
        const build = (from: typeof rows) =>
          pointsOf(
            from.map((r) => r.lng),
            from.map((r) => r.lat),
            [
              column(
                'people',
                from.map((r) => r.people),
              ),
              column(
                'residential_land',
                from.map((r) => r.land),
                'm2',
              ),
            ],
          );
        const population = build(rows);
        const demand = cells(population, resolution);
        demand.columns.forEach((out, c) => {
          const total = columnTotal(population.columns[c]);
          expect(Math.abs(columnTotal(out) - total)).toBeLessThanOrEqual(1e-12 * total + 1e-300);
        });
        expect(bytes(cells(build(rows.toReversed()), resolution))).toEqual(bytes(demand));
      }),
      { numRuns: 100 },
    );
  });

  it('conserves every total of polygons, and does not mind their order', () => {
    const shape = fc.array(fc.tuple(row, row, row), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(shape, fc.integer({ min: 8, max: 12 }), (triangles, resolution) => {
        const build = (from: typeof triangles): Population => ({
          kind: 'polygons',
          shapes: polygonSet(from.map((corners) => [corners.map((r): [number, number] => [r.lng, r.lat])])),
          name: from.map(() => ''),
          columns: [
            column(
              'people',
              from.map((corners) => corners[0].people),
            ),
          ],
        });
        const population = build(triangles);
        const demand = cells(population, resolution);
        const total = population.kind === 'polygons' ? columnTotal(population.columns[0]) : 0;
        expect(Math.abs(columnTotal(demand.columns[0] ?? population) - total)).toBeLessThanOrEqual(
          1e-12 * total + 1e-300,
        );
        expect(bytes(cells(build(triangles.toReversed()), resolution))).toEqual(bytes(demand));
      }),
      { numRuns: 60 },
    );
  });
});

describe('polygons', () => {
  const square = (west: number, south: number, size: number): [number, number][] => [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
  ];

  it('share their value by area, holes left out', () => {
    const shapes = polygonSet([[square(116, 39, 0.1), square(116.02, 39.02, 0.06)]]);
    const population: Population = {
      kind: 'polygons',
      shapes,
      name: [''],
      columns: [column('people', [1024])],
    };
    const demand = cells(population, 9);
    expect(columnTotal(demand.columns[0])).toBeCloseTo(1024, 9);
    expectWellFormed(demand);
    // Of 100 × 100 parts the hole takes 60 × 60: a whole cell gets its share of the rest.
    const inHole = cellTexts(demand).indexOf(latLngToCell(39.05, 116.05, 9));
    expect(inHole).toBe(-1);
    const whole = cellTexts(demand).indexOf(latLngToCell(39.01, 116.01, 9));
    const polygonArea = 0.0064 * 111195 ** 2 * Math.cos((39.05 * Math.PI) / 180);
    const expected = (1024 * cellArea(latLngToCell(39.01, 116.01, 9), 'm2')) / polygonArea;
    // 16 samples a cell: a few per cent of noise.
    expect(demand.columns[0].values[whole] / expected).toBeGreaterThan(0.85);
    expect(demand.columns[0].values[whole] / expected).toBeLessThan(1.15);
  });

  it('count at their vertex mean when they have no area', () => {
    const shapes = polygonSet([
      [[[116, 39]]],
      [
        [
          [116.1, 39],
          [116.2, 39.1],
        ],
      ],
      [],
    ]);
    const population: Population = {
      kind: 'polygons',
      shapes,
      name: ['', '', ''],
      columns: [column('people', [1, 2, 4])],
    };
    const { value, issues } = runSync(demandCells(population, 10));
    const expected = [latLngToCell(39, 116, 10), latLngToCell((39 + 39.1) / 2, (116.1 + 116.2) / 2, 10)];
    expect(cellTexts(value)).toEqual(expected.sort());
    expect(issues[0].values).toEqual({ count: 1 });
    const points = runSync(demandPoints(population)).value;
    expect(points.count).toBe(2);
    expect(points.lng[0]).toBe(116);
    expect(points.lng[1]).toBeCloseTo(116.15, 12);
  });
});

describe('rasters', () => {
  const raster = (size: number, pixel: number, more: Partial<PopulationRaster>): PopulationRaster => {
    const random = randomSource(size);
    return {
      kind: 'raster',
      width: size,
      height: size,
      values: Float32Array.from({ length: size * size }, () =>
        random() < 0.2 ? Number.NaN : random() * 100,
      ),
      originX: 116,
      originY: 40,
      pixelWidth: pixel,
      pixelHeight: pixel,
      projection: '',
      column: 'people',
      ...more,
    };
  };
  const totalOf = (r: PopulationRaster) => columnTotal(column('people', Array.from(r.values)));

  it.each([
    ['degrees', raster(40, 1 / 1200, {})],
    [
      'Mollweide, 100 m',
      raster(40, 100, { originX: 9_990_000, originY: 4_800_000, projection: '+proj=moll +datum=WGS84' }),
    ],
    [
      'Mollweide, 5 km pixels',
      raster(4, 5000, { originX: 9_990_000, originY: 4_800_000, projection: '+proj=moll +datum=WGS84' }),
    ],
    [
      'UTM',
      raster(40, 100, {
        originX: 500_000,
        originY: 4_428_000,
        projection: '+proj=utm +zone=50 +datum=WGS84',
      }),
    ],
    ['across the antimeridian', raster(8, 0.01, { originX: 179.95, originY: 0.03 })],
  ])('conserve the total to 1e-9: %s', (_, population) => {
    const demand = cells(population, 9);
    const total = totalOf(population);
    expect(Math.abs(columnTotal(demand.columns[0]) - total)).toBeLessThan(1e-9 * total);
    expectWellFormed(demand);
  });

  it('put samples where proj4 does', () => {
    const projection = '+proj=moll +datum=WGS84';
    const one = raster(1, 100, {
      values: Float32Array.of(16),
      originX: 9_990_000,
      originY: 4_800_000,
      projection,
    });
    const demand = cells(one, 8);
    const [lng, lat] = proj4(projection, 'WGS84').forward([9_990_050, 4_799_950]);
    expect(cellTexts(demand)).toContain(latLngToCell(lat, lng, 8));
    if (demand.count === 1) {
      expect(demand.peopleLng[0]).toBeCloseTo(lng, 6);
      expect(demand.peopleLat[0]).toBeCloseTo(lat, 6);
    }
    const points = runSync(demandPoints(one)).value;
    expect([points.lng[0], points.lat[0]]).toEqual([lng, lat]);
    expect(points.columns[0].values[0]).toBe(16);
  });

  it('count pixels that are negative or outside the projection', () => {
    const odd = raster(2, 1e6, {
      values: Float32Array.of(1, -200, 0, Number.NaN),
      originX: 50_000_000,
      originY: 1e6,
      projection: '+proj=moll +datum=WGS84',
    });
    const { issues } = runSync(demandCells(odd, 6));
    expect(issues.map((issue) => issue.code)).toContain('pixels-negative');
  });
});

describe('cells', () => {
  const parents = ['89a901291abffff', '89a9012a3cfffff', getPentagons(9)[3]];

  it('spread evenly over children, pentagons and all', () => {
    const demand = cells(cellsOf(parents, 9, [column('people', [7, 14, Number.NaN])]), 10);
    expect(cellTexts(demand)).toEqual(parents.flatMap((cell) => cellToChildren(cell, 10)).sort());
    const texts = cellTexts(demand);
    expect(demand.columns[0].values[texts.indexOf(cellToChildren(parents[1], 10)[3])]).toBe(2);
    expect(demand.columns[0].values.filter(Number.isNaN)).toHaveLength(6);
    expect(columnTotal(demand.columns[0])).toBeCloseTo(21, 12);
    expectWellFormed(demand);
  });

  it('make the children of h3-js everywhere, four resolutions down', () => {
    for (const [lat, lng] of [
      [30, 104],
      [-30, -51],
      [58.4, 11.2],
      [0, 180],
      [89.9, 0],
    ]) {
      const near = gridDisk(latLngToCell(lat, lng, 5), 2);
      const demand = cells(
        cellsOf(near, 5, [
          column(
            'people',
            near.map(() => 1),
          ),
        ]),
        8,
      );
      expect(cellTexts(demand)).toEqual(near.flatMap((cell) => cellToChildren(cell, 8)).sort());
      expect(columnTotal(demand.columns[0])).toBeCloseTo(near.length, 9);
    }
  });

  it('sum to parents, people at the mean of the children; keep empty cells; sum repeats', () => {
    const parent = cellToParent(parents[0], 8);
    const [a, b] = cellToChildren(parent, 9);
    const demand = cells(cellsOf([b, a, a, parents[1]], 9, [column('people', [4, 1, 2, 0])]), 8);
    const at = cellTexts(demand).indexOf(parent);
    expect(demand.count).toBe(2);
    expect(demand.columns[0].values[at]).toBe(7);
    expect(demand.peopleLat[at]).toBeCloseTo((cellToLatLng(a)[0] * 3 + cellToLatLng(b)[0] * 4) / 7, 10);
    expect(demand.lat[at]).toBeCloseTo(cellToLatLng(parent)[0], 10);
  });

  it('refuse more cells than a page can hold', () => {
    expect(() => cells(cellsOf(parents, 9, [column('people', [1, 1, 1])]), 15)).not.toThrow();
    const many = gridDisk(parents[0], 30);
    expect(() =>
      cells(
        cellsOf(many, 9, [
          column(
            'people',
            many.map(() => 1),
          ),
        ]),
        15,
      ),
    ).toThrow('too-many-cells');
  });
});

const poa = fileURLToPath(new URL('../../../../shared/data/poa/poa_hexgrid.csv', import.meta.url));
const hasPoa = existsSync(poa);
if (!hasPoa) console.warn(`skipped: ${poa} is absent`);

describe.skipIf(!hasPoa)('Porto Alegre', () => {
  const rows = hasPoa
    ? readFileSync(poa, 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(','))
    : [];
  const numbers = (index: number) => rows.map((fields) => Number(fields[index]));
  const population = cellsOf(
    rows.map((fields) => fields[0]),
    9,
    [column('people', numbers(3))],
  );
  population.lng.set(numbers(1));
  population.lat.set(numbers(2));

  it.each([7, 8, 9, 10, 11])('has 812,935 people at resolution %i', (resolution) => {
    const demand = cells(population, resolution);
    expect(columnTotal(demand.columns[0])).toBeCloseTo(812_935, 6);
    expectWellFormed(demand);
  });

  it('keeps its 1,227 cells, 103 of them without people', () => {
    const demand = cells(population, 9);
    expect(demand.count).toBe(1227);
    expect(demand.columns[0].values.filter((people) => people === 0)).toHaveLength(103);
  });

  it('has 812,935 people as points, at the positions in the file', () => {
    const { value: demand } = runSync(demandPoints(population));
    expect(columnTotal(demand.columns[0])).toBe(812_935);
    expect([demand.kind, demand.resolution, demand.count]).toEqual(['points', -1, 1227]);
    expect(demand.lng).toEqual(population.lng);
    const asPoints = cells({ ...population, kind: 'points', name: [] }, 9);
    expect(columnTotal(asPoints.columns[0])).toBe(812_935);
    expect(asPoints.count).toBe(1227 - 103);
  });
});
