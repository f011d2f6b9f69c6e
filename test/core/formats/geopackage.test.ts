import initSqlJs from 'sql.js/dist/sql-wasm-inline.js';
import { expect, test } from 'vitest';
import type { FeatureContent, TableContent } from '../../../src/core/formats/content.ts';
import { readFiles } from '../../../src/core/formats/registry.ts';
import type { Checked } from '../../../src/core/issue.ts';
import { eachPercent, endsWell } from '../../builders/damage.ts';
import { codes, unusable } from '../../builders/files.ts';
import { geometryBlob, gpkgBytes, type TestGeometry, type TestLayer } from '../../builders/geopackage.ts';

const point = (x: number, y: number): TestGeometry => ({ type: 'Point', at: [x, y] });
const PLACES: TestLayer = {
  name: '设施',
  columns: [
    ['name', 'TEXT'],
    ['床位', 'INTEGER'],
    ['__proto__', 'TEXT'],
  ],
  rows: [
    { geometry: point(121.47, 31.23), values: ['甲', 50, 'x'] },
    { geometry: point(121.48, 31.24), values: ['乙', null, ''] },
  ],
  srsId: 4326,
};
const PEOPLE: TestLayer = {
  name: '人口',
  columns: [
    ['街道', 'TEXT'],
    ['人口', 'REAL'],
  ],
  rows: [{ values: ['外滩', 1234.5] }],
};

async function read(layers: TestLayer[], sheet?: string): Promise<Checked<FeatureContent | TableContent>> {
  const { value, issues } = await readFiles(
    [{ name: 'a.gpkg', bytes: await gpkgBytes(layers) }],
    undefined,
    sheet,
  );
  if (value.kind === 'raster') throw new Error('a raster');
  return { value, issues };
}

async function readFeatures(layers: TestLayer[]): Promise<FeatureContent> {
  const { value } = await read(layers);
  if (value.kind !== 'features') throw new Error('no features');
  return value;
}

test('points with their attributes', async () => {
  const content = await readFeatures([PLACES]);
  expect(content.table.header).toEqual(['fid', 'name', '床位', '__proto__']);
  expect(content.table.rows).toEqual([
    ['1', '甲', '50', 'x'],
    ['2', '乙', '', ''],
  ]);
  expect([...content.lng]).toEqual([121.47, 121.48]);
  expect(content.issues).toEqual([]);
});

test('of several layers the first with rows is read, features before tables; the others are offered', async () => {
  const empty: TestLayer = { ...PLACES, name: '空', rows: [] };
  const first = await read([PEOPLE, empty, PLACES]);
  expect(first.value).toMatchObject({ sheet: '设施', sheets: ['空', '设施', '人口'] });
  expect(codes(first.issues)).toEqual(['sheet-chosen']);
  const asked = await read([PEOPLE, empty, PLACES], '人口');
  expect(asked.value).toMatchObject({ kind: 'table', sheet: '人口' });
  expect(asked.value.table.rows).toEqual([['1', '外滩', '1234.5']]);
  const missing = await unusable(() => read([PLACES], '没有'));
  expect(missing).toMatchObject({ code: 'sheet-missing', values: { names: '设施' } });
});

test('polygons, lines, collections; what cannot be used is named', async () => {
  const ring: [number, number][] = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 0],
  ];
  const polygon: TestGeometry = { type: 'Polygon', rings: [ring, ring] };
  const line: TestGeometry = { type: 'LineString', points: ring };
  const geometries = [
    polygon,
    { type: 'Multi', members: [polygon, point(0, 0)] } as TestGeometry,
    line,
    null,
  ];
  const rows = geometries.map((geometry) => ({ geometry, values: [] }));
  const content = await readFeatures([{ name: 'a', columns: [], rows, srsId: 4326 }]);
  expect(content.geometry).toBe('polygon');
  expect([...content.shapes.polygonStart]).toEqual([0, 2, 4]);
  expect(content.issues.map(({ row, code }) => [row, code])).toEqual([
    [3, 'geometry-mixed'],
    [4, 'geometry-missing'],
  ]);
});

test('metres are converted by the reference system of the layer', async () => {
  // EPSG:4549: CGCS2000, 3° zone on 120°E. On its meridian the easting is 500,000.
  const rows = [{ geometry: point(500_000, 3_456_000), values: [] }];
  const content = await readFeatures([{ name: 'a', columns: [], rows, srsId: 4549 }]);
  expect(content.lng[0]).toBeCloseTo(120, 9);
  expect(content.lat[0]).toBeCloseTo(31.2253, 2);
  const unknown = await unusable(() => read([{ name: 'a', columns: [], rows, srsId: -1 }]));
  expect(unknown.code).toBe('crs-unknown');
});

test('a file left in log mode is read', async () => {
  const bytes = await gpkgBytes([PLACES]);
  bytes[18] = 2;
  bytes[19] = 2;
  const { value } = await readFiles([{ name: 'a.gpkg', bytes }]);
  expect(value.kind === 'features' && value.lng.length).toBe(2);
});

test('a layer that is a view is not run: it could compute for ever', async () => {
  const { Database } = await initSqlJs();
  const database = new Database(await gpkgBytes([PLACES]));
  database.run(
    'CREATE VIEW v AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n',
  );
  database.run("INSERT INTO gpkg_contents VALUES ('v', 'attributes', 'v', 0)");
  const bytes = database.export();
  const { value } = await readFiles([{ name: 'a.gpkg', bytes }]);
  expect(value).toMatchObject({ sheet: '设施', sheets: ['设施'] });
  database.run("DELETE FROM gpkg_contents WHERE table_name <> 'v'");
  const only = database.export();
  expect((await unusable(() => readFiles([{ name: 'a.gpkg', bytes: only }]))).code).toBe('gpkg-no-layers');
});

test('other SQLite files are refused', async () => {
  const { Database } = await initSqlJs();
  const database = new Database();
  database.run('CREATE TABLE a (b)');
  const bytes = database.export();
  expect((await unusable(() => readFiles([{ name: 'a.gpkg', bytes }]))).code).toBe('gpkg-no-layers');
});

test('a damaged geometry is named, whatever its counts say', async () => {
  const { geometryOfBlob } = await import('../../../src/core/formats/wkb.ts');
  const blob = geometryBlob({
    type: 'LineString',
    points: [
      [1, 2],
      [3, 4],
    ],
  });
  expect(geometryOfBlob(blob)).toEqual({ kind: 'line', parts: [[1, 2, 3, 4]] });
  const many = blob.slice();
  many.fill(0xff, 13, 17);
  expect(geometryOfBlob(many)).toEqual({ code: 'gpkg-geometry-damaged' });
  for (let length = 0; length < blob.length; length++)
    expect(geometryOfBlob(blob.slice(0, length))).toEqual({ code: 'gpkg-geometry-damaged' });
  expect(geometryOfBlob(geometryBlob(point(Number.NaN, Number.NaN)))).toEqual({ code: 'geometry-missing' });
});

test('cut off at every percent it ends well', async () => {
  const many = { ...PLACES, rows: Array.from({ length: 2000 }, () => PLACES.rows[0]) };
  await eachPercent(await gpkgBytes([many, PEOPLE]), (bytes) => endsWell([{ name: 'cut.gpkg', bytes }]));
});
