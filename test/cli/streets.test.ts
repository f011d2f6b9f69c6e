import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeWithData } from '../shared-data.ts';
import { at, riverTown } from '../worlds/river-town.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const PROGRAM = join(ROOT, 'dist/cli/catchment.js');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'catchment-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function catchment(...words: string[]) {
  return spawnSync(process.execPath, [PROGRAM, ...words], { encoding: 'utf8', cwd: folder });
}

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return name;
}

/** The town by hand as GeoJSON lines, without its gate, which stands on a node. */
function townFile(): string {
  const town = riverTown();
  const features = town.wayTags.map((properties, way) => ({
    type: 'Feature',
    properties,
    geometry: {
      type: 'LineString',
      coordinates: Array.from(town.ref.slice(town.wayStart[way], town.wayStart[way + 1]), (row) => [
        town.lng[row],
        town.lat[row],
      ]),
    },
  }));
  return file('town.geojson', JSON.stringify({ type: 'FeatureCollection', features }));
}

const row = (name: string, place: string | [number, number], rest = '') =>
  `${name},${at(place).join(',')}${rest}`;

function plainFiles() {
  const people = file(
    'people.csv',
    ['name,lng,lat,人口', row('A', 'a', ',1'), row('B', 'b', ',2'), row('F', 'f', ',4')].join('\n'),
  );
  const facilities = file('facilities.csv', ['id,name,lng,lat', row('K1,幼儿园', 'g')].join('\n'));
  return [
    '--facilities',
    facilities,
    '--people',
    people,
    '--service',
    'kindergarten',
    '--resolution',
    'points',
  ];
}

describe('along the streets', () => {
  it('tells straight line from detour and from the network, in metres and in minutes', () => {
    const limits = ['--limit', '250m', '--limit', '5min', '--speed', '1', '--detour', '1.3'];
    const { status, stdout, stderr } = catchment(
      'coverage',
      ...plainFiles(),
      ...limits,
      '--streets',
      townFile(),
      '--out',
      'out',
      '--json',
    );
    expect(stderr).not.toContain('Error');
    expect(status).toBe(0);
    const rows = JSON.parse(stdout).coverage.map((one: Record<string, unknown>) => [
      one.method,
      one.limit,
      one.limit_unit,
      one.covered,
    ]);
    // From a: 224 m straight, 300 m by the bridge. From b: 141 m straight, 400 m round by the bridge. From f: 100 m.
    expect(rows).toEqual([
      ['straight', 250, 'm', 7],
      ['straight', 5, 'min', 7],
      ['detour', 250, 'm', 6],
      ['detour', 5, 'min', 7],
      ['network', 250, 'm', 4],
      ['network', 5, 'min', 5],
    ]);
    const [header, first] = readFileSync(join(folder, 'out/cells.csv'), 'utf8').split('\n');
    expect(header).toContain(
      'kindergarten_network_meters,kindergarten_network_minutes,kindergarten_network_facility',
    );
    expect(first.split(',')[header.split(',').indexOf('kindergarten_network_meters')]).toMatch(
      /^300(\.0\d*)?$/,
    );
  });

  it('writes the matrix, and takes it back in place of the streets with the same answer', () => {
    const town = townFile();
    expect(
      catchment('reach', ...plainFiles(), '--streets', town, '--limit', '1km', '--out', 'm.csv').status,
    ).toBe(0);
    expect(readFileSync(join(folder, 'm.csv'), 'utf8').split('\n')[0]).toBe('from,to,meters,minutes');
    for (const [out, reach] of [
      ['a', ['--streets', town]],
      ['b', ['--reach', 'm.csv']],
    ] as const) {
      expect(catchment('coverage', ...plainFiles(), '--limit', '350m', ...reach, '--out', out).status).toBe(
        0,
      );
    }
    const districts = (out: string) => readFileSync(join(folder, out, 'districts.csv'), 'utf8');
    expect(districts('b')).toBe(districts('a'));
    const foreign = file('foreign.csv', 'from,to,minutes\nx,y,3\n');
    const nothing = catchment(
      'coverage',
      ...plainFiles(),
      '--limit',
      '5min',
      '--reach',
      foreign,
      '--out',
      'c',
      '--lang',
      'en',
    );
    expect(nothing.status).toBe(1);
    expect(nothing.stderr).toContain('No row of the table of distances matches');
  });

  it('says in one sentence what is wrong with the streets', () => {
    const ask = (streets: string) =>
      catchment(
        'coverage',
        ...plainFiles(),
        '--limit',
        '500m',
        '--streets',
        streets,
        '--out',
        'x',
        '--lang',
        'en',
      );
    const far = JSON.stringify({
      type: 'Feature',
      properties: { highway: 'path' },
      geometry: {
        type: 'LineString',
        coordinates: [
          [100, 30],
          [100.01, 30],
        ],
      },
    });
    const meters = far.replaceAll('100', '500000').replaceAll('30', '3400000');
    const bad: [string, string][] = [
      [ask(file('far.geojson', far)).stderr, 'in different places'],
      [ask(file('meters.geojson', meters)).stderr, 'meters.geojson: '],
      [ask(file('none.osm', '<osm version="0.6"></osm>')).stderr, 'no streets in the file'],
      [ask(file('noise.pbf', new Uint8Array(500).fill(7))).stderr, 'not an OSM PBF'],
      [ask(file('motorway.geojson', far.replace('path', 'motorway'))).stderr, 'may be walked'],
    ];
    for (const [stderr, sentence] of bad) {
      expect(stderr).toContain(sentence);
      expect(stderr).not.toMatch(/\n\s+at /);
    }
  });
});

describeWithData('catchment route in Monaco', 'monaco', (data) => {
  const known: [string, string, number][] = [
    ['7.421288,43.730729', '7.419199,43.727697', 1566],
    ['7.418737,43.727687', '7.436566,43.74958', 3438],
    ['7.41016,43.728677', '7.427806,43.739213', 2085],
    ['7.413433,43.733802', '7.424355,43.739662', 1425],
  ];
  for (const streets of ['monaco.derived.osm.pbf', 'monaco.osm.gz']) {
    it(`finds the four known distances, there and back: ${streets}`, () => {
      for (const [from, to, meters] of known) {
        for (const [a, b] of [
          [from, to],
          [to, from],
        ]) {
          const { status, stdout } = catchment(
            'route',
            '--streets',
            join(data, streets),
            '--from',
            a,
            '--to',
            b,
            '--json',
          );
          expect(status).toBe(0);
          expect(Math.abs(JSON.parse(stdout).meters - meters)).toBeLessThan(2);
        }
      }
    });
  }
});
