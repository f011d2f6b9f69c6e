import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStreets } from '../../../src/core/formats/read-streets.ts';
import type { Streets, Tags } from '../../../src/core/formats/streets.ts';
import { buildGraph } from '../../../src/core/network/build-graph.ts';
import { shortestRoute } from '../../../src/core/network/route.ts';
import type { WalkingProfile } from '../../../src/core/network/walking-rules.ts';
import { runSync } from '../../../src/core/task.ts';
import { codes, collection, feature, jsonFile, unusable } from '../../builders/files.ts';
import { dbfBytes, part, shpBytes } from '../../builders/shapefile.ts';
import { at, riverTown } from '../../worlds/river-town.ts';

const read = (value: unknown) => runSync(readStreets([jsonFile('streets.geojson', value)]));

const street = (coordinates: number[][], properties: Record<string, unknown> = {}) =>
  feature({ type: 'LineString', coordinates }, properties);

/** Streets as features without topology: each way a line with its tags. */
function asGeoJson({ lng, lat, ref, wayStart, wayTags }: Streets) {
  return collection(
    wayTags.map((tags, way) =>
      street(
        Array.from(ref.slice(wayStart[way], wayStart[way + 1]), (row) => [lng[row], lat[row]]),
        tags,
      ),
    ),
  );
}

describe('the river town as GeoJSON lines', () => {
  const { value: streets } = read(asGeoJson(riverTown()));
  const steps = (from: string, to: string, profile: WalkingProfile = 'adult') => {
    const graph = runSync(buildGraph(streets, profile));
    return shortestRoute(graph, at(from), at(to), { maxMeters: 60, minComponentNodes: 1 }).meters / 100;
  };

  it('has the routes worked out by hand; only the gate is not there, for lines have no nodes', () => {
    const expected: [string, string, number][] = [
      ['a', 'f', 2],
      ['d', 'g', 2],
      ['b', 'f', 3],
      ['d', 'h', 1],
      ['b', 'c', 1],
      ['c', 'b', 7],
      ['b', 'a', 1],
      ['j', 'l', 2],
      ['c', 'j', 1],
    ];
    for (const [from, to, length] of expected) expect(steps(from, to), `${from}${to}`).toBeCloseTo(length, 3);
    expect(steps('h', 'd', 'carer')).toBeCloseTo(7, 3);
    expect(() => steps('d', 'h', 'carer')).toThrow('route-none');
    expect(() => steps('a', 'i')).toThrow('route-unlinked');
    expect(() => steps('n', 'l')).toThrow('route-none');
  });

  it('needed no joining', () => {
    expect(streets.issues).toEqual([]);
    expect(streets.nodeCount).toBe(riverTown().nodeCount);
  });
});

describe('the streets of the sample city', () => {
  const bytes = new Uint8Array(
    readFileSync(resolve(import.meta.dirname, '../../../data/sample-city/streets.geojson')),
  );
  const { value: streets, issues } = runSync(readStreets([{ name: 'streets.geojson', bytes }]));
  const graph = runSync(buildGraph(streets, 'adult'));

  it('are one main component; nothing was moved, nothing crosses on the ground', () => {
    const sizes = [...graph.componentSize].sort((a, b) => b - a);
    expect(sizes[0] / graph.nodeCount).toBeGreaterThan(0.98);
    expect(sizes[1]).toBeLessThan(20);
    expect(codes(issues)).toEqual(['streets-t-junctions']);
  });

  it('do not join a bridge or an underpass to what it crosses: its ends alone are junctions with other levels', () => {
    const levelOf = (tags: Tags) => tags.layer ?? '0';
    const levels = Array.from({ length: streets.nodeCount }, () => new Set<string>());
    const inside: number[] = [];
    streets.wayTags.forEach((tags, way) => {
      for (let r = streets.wayStart[way]; r < streets.wayStart[way + 1]; r++) {
        levels[streets.ref[r]].add(levelOf(tags));
        const isEnd = r === streets.wayStart[way] || r === streets.wayStart[way + 1] - 1;
        if (levelOf(tags) !== '0' && !isEnd) inside.push(streets.ref[r]);
      }
    });
    expect(streets.wayTags.filter((tags) => levelOf(tags) !== '0').length).toBeGreaterThan(8);
    expect(inside.filter((row) => levels[row].size > 1)).toEqual([]);
  });
});

describe('attributes of lines', () => {
  const line = [
    [10, 0],
    [10.001, 0],
  ];
  const tagsOf = (properties: Record<string, unknown>) =>
    read(collection([street(line, properties)])).value.wayTags[0];

  it('become tags by name in any case, and other columns are dropped', () => {
    expect(
      tagsOf({ HIGHWAY: 'steps', Oneway_Foot: 'yes', 'sidewalk:left': 'no', lanes: 2, name: '' }),
    ).toEqual({
      highway: 'steps',
      'oneway:foot': 'yes',
      'sidewalk:left': 'no',
    });
    expect(tagsOf({ highway: 'path', sidewalk_l: 'yes', public_tra: 'platform' })).toMatchObject({
      'sidewalk:left': 'yes',
      public_transport: 'platform',
    });
  });

  it('are understood as GDAL and Geofabrik write them', () => {
    expect(
      tagsOf({ highway: 'footway', other_tags: '"bridge"=>"yes","lit"=>"no","foot"=>"private"' }),
    ).toEqual({
      highway: 'footway',
      bridge: 'yes',
      foot: 'private',
    });
    expect(tagsOf({ fclass: 'track_grade3', bridge: 'F', tunnel: 'T', layer: 0 })).toEqual({
      highway: 'track',
      tunnel: 'yes',
      layer: '0',
    });
    expect(tagsOf({ fclass: 'unknown' })).toEqual({ highway: 'road' });
  });

  it('without highway every line is walked, which is said; with it, lines that are no streets are left out', () => {
    const plain = read(collection([street(line, { 名称: '南路' })]));
    expect(plain.value.wayTags).toEqual([{ highway: 'road' }]);
    expect(plain.issues).toMatchObject([{ code: 'streets-without-highway', values: { count: 1 } }]);
    const mixed = read(collection([street(line, { highway: 'path' }), street(line, { waterway: 'river' })]));
    expect(mixed.value.wayTags).toHaveLength(1);
    expect(mixed.issues).toMatchObject([{ code: 'lines-not-streets', values: { count: 1 } }]);
  });

  it('of every part of a multi-line are the row’s', () => {
    const parts = [line, line.map(([x, y]) => [x, y + 0.01])];
    const { value } = read(
      collection([feature({ type: 'MultiLineString', coordinates: parts }, { highway: 'path' })]),
    );
    expect(value.wayTags).toEqual([{ highway: 'path' }, { highway: 'path' }]);
  });
});

describe('lines that are no streets to walk', () => {
  const metres: [number, number][] = [
    [500_000, 2_500_000],
    [500_900, 2_500_400],
  ];
  const range = { west: 500_000, east: 500_900, south: 2_500_000, north: 2_500_400 };

  it('in metres are refused with their range, from GeoJSON and from a shapefile without .prj', async () => {
    const geojson = await unusable(() => read(collection([street(metres)])));
    expect(geojson).toMatchObject({ code: 'streets-projected', file: 'streets.geojson', values: range });
    const shp = shpBytes([{ type: 'line', parts: [metres] }]);
    // The builder leaves the box of the header at zero.
    new DataView(shp.buffer).setFloat64(36, range.west, true);
    new DataView(shp.buffer).setFloat64(44, range.south, true);
    new DataView(shp.buffer).setFloat64(52, range.east, true);
    new DataView(shp.buffer).setFloat64(60, range.north, true);
    const loose = await unusable(() => runSync(readStreets([part('s.shp', shp)])));
    expect(loose).toMatchObject({ code: 'streets-projected', values: range });
  });

  it('from a shapefile with degrees are read', () => {
    const shp = shpBytes([
      {
        type: 'line',
        parts: [
          [
            [10, 0],
            [10.001, 0],
          ],
        ],
      },
    ]);
    const { value } = runSync(
      readStreets([part('s.shp', shp), part('s.dbf', dbfBytes(['HIGHWAY'], [['steps']]))]),
    );
    expect(value.wayTags).toEqual([{ highway: 'steps' }]);
  });

  it('points and polygons are refused', async () => {
    const points = collection([feature({ type: 'Point', coordinates: [10, 0] })]);
    expect(await unusable(() => read(points))).toMatchObject({
      code: 'streets-not-lines',
      values: { kind: 'point' },
    });
  });
});

describe('a street file that is none', () => {
  it('is refused by what it holds', async () => {
    const codeOf = async (name: string, bytes: string | number[]) => {
      const content = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : Uint8Array.from(bytes);
      return (await unusable(() => runSync(readStreets([{ name, bytes: content }])))).code;
    };
    expect(await codeOf('people.csv', 'a,b\n1,2')).toBe('streets-format-unknown');
    expect(await codeOf('book.xlsx', [0x50, 0x4b, 3, 4, 0])).toBe('streets-format-unknown');
    expect(await codeOf('picture.osm.png', [0x89, 0x50, 0x4e, 0x47])).toBe('streets-format-unknown');
    expect(await codeOf('map.kml', '<kml></kml>')).toBe('streets-format-unknown');
    expect(await codeOf('map.osm', '<kml></kml>')).toBe('osm-xml-not-osm');
    expect(await codeOf('map.osm', 'garbage')).toBe('xml-malformed');
    expect(await codeOf('map.osm.gz', [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 255, 255])).toBe(
      'gzip-unreadable',
    );
    expect(await codeOf('map.osm.pbf', 'garbage, and more of it')).toBe('pbf-not-osm');
    expect(await codeOf('map.pbf', [])).toBe('file-empty');
    expect(await codeOf('map.geojson', '[1]')).toBe('geojson-not-geojson');
    expect((await unusable(() => runSync(readStreets([])))).code).toBe('files-none');
  });
});
