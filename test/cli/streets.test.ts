import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { townGeoJson } from '../builders/town.ts';
import { describeWithData } from '../shared-data.ts';
import { at } from '../worlds/river-town.ts';

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
  const { name, bytes } = townGeoJson();
  return file(name, bytes);
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

describe('what stands in the way', () => {
  const position = (x: number, y: number) => at([x, y]);
  const river = (south: number, north: number) => ({
    type: 'Feature',
    properties: { natural: 'water' },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          position(-1, south),
          position(4, south),
          position(4, north),
          position(-1, north),
          position(-1, south),
        ],
      ],
    },
  });
  const water = () =>
    file('水体.geojson', JSON.stringify({ type: 'FeatureCollection', features: [river(0.2, 0.4)] }));

  const wall = () => {
    const corners = [position(1.4, 0.25), position(1.6, 0.25), position(1.6, 0.35), position(1.4, 0.35)];
    return file(
      '围墙.geojson',
      JSON.stringify({ type: 'LineString', coordinates: [...corners, corners[0]] }),
    );
  };

  it('is not crossed on the way to a street, and counted apart', () => {
    const people = file(
      'banks.csv',
      [
        'name,lng,lat,人口',
        row('N', [1.5, 0.45], ',1'),
        row('W', [1.5, 0.3], ',2'),
        row('Z', [1.5, 60], ',4'),
      ].join('\n'),
    );
    const facilities = file('one.csv', ['id,name,lng,lat', row('K1,幼儿园', 'g')].join('\n'));
    const ask = (out: string, ...more: string[]) =>
      catchment(
        ...['coverage', '--facilities', facilities, '--people', people, '--service', 'kindergarten'],
        ...[
          '--resolution',
          'points',
          '--limit',
          '500m',
          '--streets',
          townFile(),
          '--out',
          out,
          '--lang',
          'en',
        ],
        ...more,
      );
    expect(ask('open').status).toBe(0);
    const { status, stderr } = ask('water', '--barriers', water(), '--barriers', wall());
    expect(status).toBe(0);
    expect(stderr).toContain('cut off by a barrier');
    const summary = JSON.parse(readFileSync(join(folder, 'water/summary.json'), 'utf8'));
    expect(summary.walking).toMatchObject({ places_unlinked: 2, places_cut_off_by_barrier: 1 });
    const snap = (out: string) =>
      readFileSync(join(folder, out, 'cells.csv'), 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(',')[4]);
    expect(snap('open').map(Number).map(Math.round)).toEqual([45, 30, 0]);
    expect(readFileSync(join(folder, 'water/cells.csv'), 'utf8')).toContain('cut off by a barrier');
    expect(snap('water').map(Number).map(Math.round)).toEqual([55, 0, 0]);
  });

  it('is kept to by a route, and a limit of joining by a tolerance', () => {
    const [from, to] = [at([1.5, 0.45]).join(','), at([1.5, 0]).join(',')];
    const ask = (...more: string[]) => {
      const { stdout } = catchment(
        'route',
        '--streets',
        townFile(),
        '--from',
        from,
        '--to',
        to,
        '--json',
        ...more,
      );
      return JSON.parse(stdout);
    };
    expect(ask().total_meters).toBeCloseTo(45, 0);
    // 55 m up to the north bank, 150 m west, the bridge, 150 m back.
    expect(ask('--barriers', water()).total_meters).toBeCloseTo(55 + 150 + 100 + 150, 0);
    expect(ask().meters_per_second).toBe(1.2);
    expect(ask('--profile', 'older').meters_per_second).toBe(0.8);
    const gap = file(
      'gap.geojson',
      JSON.stringify({
        type: 'MultiLineString',
        coordinates: [
          [at([0, 0]), at([1, 0])],
          [at([1.015, 0]), at([2, 0])],
        ],
      }),
    );
    const over = (...more: string[]) =>
      catchment(
        'route',
        '--streets',
        gap,
        '--from',
        at([0, 0]).join(','),
        '--to',
        at([2, 0]).join(','),
        ...more,
      );
    expect(over('--lang', 'en').stderr).toContain('no walk between');
    const joined = over('--join-tolerance', '2m', '--lang', 'en');
    expect(joined.status).toBe(0);
    expect(joined.stderr).toContain('line ends or vertices that nearly met were joined');
    expect(over('--join-tolerance', '2km').status).toBe(2);
  });
});

describe('minutes', () => {
  it('are metres at the speed of the group, and say so; without streets along a straight line', () => {
    const people = file('ages.csv', ['name,lng,lat,人口,3-5岁,65岁以上', row('A', 'a', ',7,2,4')].join('\n'));
    const facilities = file('one.csv', ['id,name,lng,lat', row('K1,幼儿园', 'h')].join('\n'));
    const ask = (...more: string[]) =>
      catchment(
        ...['coverage', '--facilities', facilities, '--people', people, '--service', 'kindergarten'],
        ...['--resolution', 'points', '--limit', '6min', '--out', 'timed', '--json', '--lang', 'en'],
        ...more,
      );
    const figures = (stdout: string) =>
      JSON.parse(stdout).coverage.map((one: Record<string, unknown>) => [
        one.group,
        one.method,
        one.meters_per_second,
        one.limit_meters,
        one.covered,
      ]);
    const straight = ask();
    // From a to h: 316 m by line, 400 m on foot.
    expect(figures(straight.stdout)).toEqual([
      ['age_3_5', 'straight', 1, 360, 2],
      ['people', 'straight', 1, 360, 7],
      ['age_65_plus', 'straight', 0.8, 288, 0],
    ]);
    expect(straight.stderr).toContain('no streets were given: 6 minutes mean straight-line distance');
    expect(straight.stderr).toContain('at 0.8 m/s, which is 288 m');
    expect(JSON.parse(straight.stdout).walking.minutes).toContain('no streets');
    expect(readFileSync(join(folder, 'timed/districts.csv'), 'utf8').split('\n')[0]).toMatch(
      /,meters_per_second$/,
    );
    const walked = ask('--streets', townFile(), '--speed', '1.2', '--speed', 'older=0.9');
    expect(walked.stderr).not.toContain('no streets were given');
    expect(figures(walked.stdout).filter(([, method]: string[]) => method === 'network')).toEqual([
      ['age_3_5', 'network', 1.2, 432, 2],
      ['people', 'network', 1.2, 432, 7],
      ['age_65_plus', 'network', 0.9, 324, 0],
    ]);
    expect(ask('--speed', 'toddler=1').stderr).toContain('older');
    expect(ask('--speed', 'toddler=1').status).toBe(2);
    const system = ask('--crs', 'gcj02');
    expect(system.status).toBe(2);
    expect(system.stderr).toContain('--facilities-crs gcj02');
    expect(system.stderr).toContain('--people-crs gcj02');
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
