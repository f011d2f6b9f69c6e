import { join } from 'node:path';
import { cellToParent, latLngToCell, splitLongToH3Index } from 'h3-js';
import { expect, test } from 'vitest';
import { columnTotal } from '../../../src/core/dataset/demand.ts';
import { groupValues } from '../../../src/core/dataset/groups.ts';
import type { Population } from '../../../src/core/dataset/population.ts';
import { toPopulation } from '../../../src/core/dataset/read-population.ts';
import type { InputFile } from '../../../src/core/formats/content.ts';
import { readFiles } from '../../../src/core/formats/registry.ts';
import { guessMapping } from '../../../src/core/table/guess.ts';
import type { PeopleMapping } from '../../../src/core/table/mapping.ts';
import { runSync } from '../../../src/core/task.ts';
import {
  codes,
  collection,
  feature,
  featureContent,
  square,
  tableContent,
  unusable,
} from '../../builders/files.ts';
import { describeWithData, inputFile, shapefileOf } from '../../shared-data.ts';

const PEOPLE = { column: 'people', as: 'people', unit: 'people' as const };
const CELLS: PeopleMapping = { role: 'people', crs: 'wgs84', cell: 'cell', demand: [PEOPLE] };
const POINTS: PeopleMapping = { role: 'people', crs: 'wgs84', lng: 'lng', lat: 'lat', demand: [PEOPLE] };
const A = latLngToCell(31.2, 121.5, 9);
const B = latLngToCell(31.3, 121.6, 9);

async function read(text: string, mapping: PeopleMapping) {
  return runSync(toPopulation(await tableContent(text), mapping));
}

function columnsOf(value: Population) {
  if (value.kind === 'raster') throw new Error('raster');
  return value.columns;
}

test('cells, as hexadecimal and as decimal text', async () => {
  const { value, issues } = await read(`cell,people\n${A},5\n${BigInt(`0x${B}`)},"1,000"\n`, CELLS);
  if (value.kind !== 'cells') throw new Error(value.kind);
  const cells = [...value.indexLow].map((low, i) => splitLongToH3Index(low, value.indexHigh[i]));
  expect(cells).toEqual([A, B]);
  expect(value.resolution).toBe(9);
  expect([...value.columns[0].values]).toEqual([5, 1000]);
  expect(value.lng[0]).toBeNaN();
  expect(issues).toEqual([]);
});

test('cells that cannot be used are named', async () => {
  const parent = cellToParent(A, 8);
  const { value, issues } = await read(
    `cell,people\n${A},5\n${B},6\n${A},7\n${parent},8\nnothing,9\n,10\n`,
    CELLS,
  );
  expect([...columnsOf(value)[0].values]).toEqual([5, 6]);
  expect(issues.map(({ code, row, values }) => [code, row, values])).toEqual([
    ['cell-invalid', 6, { text: 'nothing' }],
    ['cell-missing', 7, undefined],
    ['cell-resolution-mixed', 5, { text: parent, resolution: 8, kept: 9 }],
    ['cell-duplicate', 4, { text: A, firstRow: 2 }],
  ]);
});

test('people that are none are named; blank is not surveyed, never zero', async () => {
  const { value, issues } = await read(
    'lng,lat,people\n121.5,31.2,-3\n121.5,31.2,many\n121.5,31.2,\n121.5,31.2,0\n',
    POINTS,
  );
  expect([...columnsOf(value)[0].values]).toEqual([Number.NaN, Number.NaN, Number.NaN, 0]);
  expect(issues.map(({ severity, code, row, values }) => [severity, code, row, values])).toEqual([
    ['error', 'population-negative', 2, { text: '-3' }],
    ['error', 'population-not-a-number', 3, { text: 'many' }],
    ['note', 'population-blank', undefined, { count: 1 }],
  ]);
});

test('columns mapped onto one band are added', async () => {
  const { value } = await read('lng,lat,m,f\n121.5,31.2,1,2\n121.5,31.2,,4\n121.5,31.2,,\n', {
    ...POINTS,
    demand: [
      { column: 'm', as: 'age_0_4', unit: 'people' },
      { column: 'f', as: 'age_0_4', unit: 'people' },
    ],
  });
  expect(columnsOf(value).map(({ id, values }) => [id, ...values])).toEqual([['age_0_4', 3, 4, Number.NaN]]);
});

test('without a count every place is one compound', async () => {
  const { value } = await read('name,lng,lat\na,121.5,31.2\nb,,\nc,121.6,31.3\n', {
    ...POINTS,
    name: 'name',
    demand: [],
  });
  expect(value).toMatchObject({ kind: 'points', name: ['a', 'c'] });
  expect(columnsOf(value)).toEqual([{ id: 'compounds', unit: 'dwellings', values: Float64Array.of(1, 1) }]);
  const shapes = await featureContent(
    collection([feature({ type: 'Polygon', coordinates: [square(121, 31)] })]),
  );
  const polygons = runSync(toPopulation(shapes, { role: 'people', crs: 'wgs84', demand: [] }));
  expect(polygons.value).toMatchObject({ kind: 'polygons', columns: [{ id: 'compounds' }] });
});

test('polygons in GCJ-02 are moved', async () => {
  const content = await featureContent(
    collection([feature({ type: 'Polygon', coordinates: [square(121, 31)] }, { people: 1 })]),
  );
  const { value } = runSync(toPopulation(content, { role: 'people', crs: 'gcj02', demand: [PEOPLE] }));
  if (value.kind !== 'polygons') throw new Error(value.kind);
  expect(value.shapes.lng[0]).not.toBe(121);
  expect(value.shapes.lng[0]).toBeCloseTo(121, 1);
  expect(content.shapes.lng[0]).toBe(121);
});

test('files that cannot be used', async () => {
  const text = 'cell,people\nx,1\ny,2\n';
  const noCell = await unusable(() => read(text, CELLS));
  expect(noCell).toMatchObject({
    code: 'no-usable-rows',
    values: { rows: 2, reason: 'cell-invalid', count: 2 },
  });
  const nowhere = await unusable(() => read(text, { role: 'people', crs: 'wgs84', demand: [PEOPLE] }));
  expect(nowhere).toMatchObject({ code: 'no-coordinate-column', values: { headers: 'cell, people' } });
  const wrong = await unusable(() => read('lng,lat,people\n121,31,abc\n', POINTS));
  expect(wrong).toMatchObject({ code: 'no-usable-rows', values: { reason: 'population-not-a-number' } });
});

async function load(files: InputFile[]) {
  const { value: content } = await readFiles(files);
  const { mapping } = guessMapping(content);
  if (mapping.role !== 'people') throw new Error(mapping.role);
  return runSync(toPopulation(content, mapping));
}

function total(value: Population, group: string): number {
  const values = groupValues(columnsOf(value), group);
  return values ? columnTotal({ id: group, unit: 'people', values }) : Number.NaN;
}

describeWithData('known totals of people', '.', (folder) => {
  test.each([
    ['poa', 'poa_hexgrid.csv', 1227, 812_935],
    ['sao-paulo', 'spo_hexgrid.csv', 323, 517_570],
  ])('%s', async (city, name, cells, people) => {
    const { value, issues } = await load([inputFile(join(folder, city, name))]);
    expect(columnsOf(value)[0].values.length).toBe(cells);
    expect(total(value, 'people')).toBe(people);
    expect(issues).toEqual([]);
  });

  test('Jakarta, by five-year bands', async () => {
    const { value, issues } = await load(shapefileOf(join(folder, 'jakarta', 'BATAS_DESA_DKI')));
    expect(total(value, 'people')).toBe(11_011_862);
    expect(total(value, 'age_60_plus')).toBe(892_571);
    expect(total(value, 'age_0_plus')).toBe(11_011_862);
    expect(codes(issues)).toEqual([]);
  });

  test('Shanghai compounds are counted one by one', async () => {
    const { value } = await load([inputFile(join(folder, 'shanghai', 'residential_aoi_wgs84.geojson'))]);
    expect(columnTotal(columnsOf(value)[0])).toBe(2907);
  });
});

test('a raster passes through, and needs no mapping', async () => {
  const raster = {
    kind: 'raster' as const,
    width: 1,
    height: 1,
    values: Float32Array.of(5),
    originX: 121,
    originY: 31,
    pixelWidth: 0.01,
    pixelHeight: 0.01,
    projection: '',
    column: 'people',
  };
  const content = { kind: 'raster' as const, format: 'geotiff' as const, file: 'r.tif', raster };
  const { mapping } = guessMapping(content, 'facilities');
  expect(mapping).toEqual({ role: 'people', crs: 'wgs84', demand: [] });
  expect(runSync(toPopulation(content, { ...CELLS, demand: [] })).value).toBe(raster);
});
