import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeWithData } from '../shared-data.ts';

const PROGRAM = join(resolve(import.meta.dirname, '../..'), 'dist/cli/catchment.js');

let folder = '';

beforeAll(() => {
  if (!existsSync(PROGRAM)) throw new Error('dist/cli is missing: run "npm run build" first');
  folder = mkdtempSync(join(tmpdir(), 'catchment-access-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function access(...words: string[]) {
  const all = [PROGRAM, 'access', ...words, '--out', 'access.csv', '--lang', 'en'];
  return spawnSync(process.execPath, all, { encoding: 'utf8', cwd: folder });
}

/** The table written, as rows of text by header. */
function written(name = 'access.csv'): Record<string, string>[] {
  const [header, ...lines] = readFileSync(join(folder, name), 'utf8').trimEnd().split('\n');
  const names = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i], cell])));
}

const column = (name: string) => written().map((row) => Number(row[name]));

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

const PEOPLE = 'id,people\nx,4\ny,4\nz,4\n';
const PLACES = 'id,places\nA,8\nB,4\n';
const MATRIX = 'from,to,minutes\nx,A,10\ny,A,20\nz,A,30\ny,B,50\nz,B,40\n';

const ask = (matrix: string, ...more: string[]) =>
  access(
    '--matrix',
    file('matrix.csv', matrix),
    '--demand',
    file('people.csv', PEOPLE),
    '--demand-column',
    'people',
    '--supply',
    file('places.csv', PLACES),
    '--supply-column',
    'places',
    ...more,
  );

describe('catchment access', () => {
  it('gives out the places of a small world, and tells the difference to the other way', () => {
    const { status, stdout } = ask(
      MATRIX,
      '--method',
      'allocation',
      '--facilities-out',
      'facilities.csv',
      '--json',
    );
    expect(status).toBe(0);
    expect(
      written().map(({ id, served, no_place, out_of_reach }) => [id, served, no_place, out_of_reach]),
    ).toEqual([
      ['x', '4', '0', '0'],
      ['y', '4', '0', '0'],
      ['z', '4', '0', '0'],
    ]);
    expect(written('facilities.csv').map(({ id, used, free, share }) => [id, used, free, share])).toEqual([
      ['A', '8', '0', '1'],
      ['B', '4', '0', '1'],
    ]);
    const { result, matrix } = JSON.parse(stdout);
    expect(result).toMatchObject({ people: 12, served: 12, served_more_than_sequential: 0 });
    expect(result.people_times_cost).toBe(4 * 10 + 4 * 20 + 4 * 40);
    expect(matrix).toMatchObject({ unit: 'minutes', rows: 5, used: 5 });
  });

  it('counts exactly at the limit as inside, a hair less as outside', () => {
    ask(MATRIX, '--method', 'cumulative', '--decay', 'step:20');
    expect(column('access')).toEqual([8, 8, 0]);
    ask(MATRIX, '--method', 'cumulative', '--decay', 'step:19.999');
    expect(column('access')).toEqual([8, 0, 0]);
  });

  it('writes the same bytes whatever the order of the rows', () => {
    const turn = (text: string) => {
      const [header, ...rows] = text.trimEnd().split('\n');
      return `${[header, ...rows.reverse()].join('\n')}\n`;
    };
    for (const method of ['e2sfca', 'bfca', 'allocation', 'sequential']) {
      const decay = method.endsWith('fca') ? 'gaussian:45' : 'step:45';
      ask(MATRIX, '--method', method, '--decay', decay);
      const there = readFileSync(join(folder, 'access.csv'), 'utf8');
      access(
        '--matrix',
        file('m2.csv', turn(MATRIX)),
        '--demand',
        file('d2.csv', turn(PEOPLE)),
        '--demand-column',
        'people',
        '--supply',
        file('s2.csv', turn(PLACES)),
        '--supply-column',
        'places',
        '--method',
        method,
        '--decay',
        decay,
      );
      expect(readFileSync(join(folder, 'access.csv'), 'utf8')).toBe(there);
    }
  });

  it('reads metres or minutes as the decay asks, the other way round, and packed', () => {
    const both = 'to,from,meters,minutes\nA,x,800,10\nA,y,1600,20\n';
    ask(both, '--method', 'cumulative', '--decay', 'step:10min');
    expect(column('access')).toEqual([8, 0, 0]);
    ask(both, '--method', 'cumulative', '--decay', 'step:1.6km');
    expect(column('access')).toEqual([8, 8, 0]);
    const turned = 'from,to,minutes\nA,x,10\n';
    const wrong = ask(turned, '--method', 'nearest');
    expect(wrong.status).toBe(1);
    expect(wrong.stderr).toContain('--swap');
    ask(turned, '--method', 'nearest', '--swap');
    expect(written().map(({ nearest, cost }) => [nearest, cost])).toEqual([
      ['A', '10'],
      ['', 'Infinity'],
      ['', 'Infinity'],
    ]);
    const packed = file('packed.csv.gz', gzipSync(MATRIX));
    const { status } = access(
      '--matrix',
      packed,
      '--demand',
      file('p.csv', PEOPLE),
      '--supply',
      file('s.csv', PLACES),
      '--method',
      'nearest',
    );
    expect(status).toBe(0);
    expect(column('cost')).toEqual([10, 20, 30]);
  });

  it('counts and says what it could not use', () => {
    const matrix = `${MATRIX}x,A,12\nnobody,A,5\nx,nowhere,5\n`;
    const people = file('people.csv', 'id,people\nx,4\ny,\nlost,9\nx,7\n');
    const places = file('places.csv', 'id,places\nA,8\nB,\nC,2\n');
    const { status, stderr, stdout } = access(
      '--matrix',
      file('m.csv', matrix),
      '--demand',
      people,
      '--demand-column',
      'people',
      '--supply',
      places,
      '--supply-column',
      'places',
      '--method',
      'allocation',
      '--json',
    );
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      matrix: { unknown_from: 3, unknown_to: 1, repeated: 1 },
      demand: { rows: 3, total: 13, not_surveyed: 1, not_in_matrix: 1 },
      supply: { rows: 3, total: 10, not_surveyed: 1, not_in_matrix: 1 },
      result: { people: 13, served: 4, no_place: 0, out_of_reach: 9, facilities_not_surveyed: 1 },
    });
    expect(stderr).toContain('people.csv row 5: The id "x" was already there');
    expect(stderr).toContain('3 rows of the matrix belong to people who are not in the table');
  });

  it('says wrong use with 2 and unusable data with 1, never a stack', () => {
    const cases: [number, string, string[]][] = [
      [2, 'is not a method', ['--method', '4sfca']],
      [2, 'is not a decay', ['--method', 'bfca', '--decay', 'step:-3']],
      [2, 'needs a limit or a decay', ['--method', 'bfca']],
      [2, 'takes only a limit', ['--method', 'allocation', '--decay', 'linear:5']],
      [2, 'belongs to the methods', ['--method', 'nearest', '--facilities-out', 'f.csv']],
      [1, 'in another unit', ['--method', 'bfca', '--decay', 'step:500m']],
      [1, 'There is no column "beds"', ['--method', 'nearest', '--supply-column', 'beds']],
    ];
    for (const [status, sentence, words] of cases) {
      const run = ask(MATRIX, ...words);
      expect([run.status, run.stderr]).toEqual([status, expect.stringContaining(sentence)]);
      expect(run.stderr).not.toMatch(/\n\s+at /);
    }
    expect(ask('a,b\n1,2\n', '--method', 'nearest').stderr).toContain('This is not a table of distances');
    expect(ask('from,to,minutes\np,q,1\n', '--method', 'nearest').stderr).toContain(
      'No row of the matrix leads',
    );
  });
});

describeWithData('catchment access, Belo Horizonte', 'bho', (path) => {
  const five = (method: string, supply: string, ...more: string[]) => {
    const landUse = join(path, 'five_hex_landuse.csv');
    const { status, stderr } = access(
      '--matrix',
      join(path, 'five_hex_matrix.csv'),
      '--demand',
      landUse,
      '--demand-column',
      'population',
      '--supply',
      landUse,
      '--supply-column',
      supply,
      '--method',
      method,
      ...more,
    );
    expect([status, stderr.match(/error/)]).toEqual([0, null]);
    const order = ['57b', '597', '5b3', '5cf', '909'];
    return order.map(
      (part) => written().find(({ id }) => id.endsWith(`${part}bffff`) || id.endsWith(`${part}ffff`)) ?? {},
    );
  };
  const rounded = (rows: Record<string, string>[], name: string) =>
    rows.map((row) => Number(Number(row[name]).toFixed(4)));

  it('agrees with the published five cells', () => {
    const step45 = ['--decay', 'step:45'];
    expect(rounded(five('2sfca', 'jobs', ...step45), 'access')).toEqual([0.0152, 0.1491, 0.1491, 0.1068, 0]);
    expect(rounded(five('bfca', 'jobs', ...step45), 'access')).toEqual([0.0094, 0.1993, 0.1993, 0.1147, 0]);
    expect(rounded(five('nearest', 'schools'), 'cost')).toEqual([47, 5.8, 13, 43, 70]);
    expect(rounded(five('cumulative', 'jobs', '--decay', 'step:30'), 'access')).toEqual([
      82, 408, 408, 109, 0,
    ]);
  });

  it('reads the whole city and hands out every job once', () => {
    const landUse = join(path, 'land_use_data.csv');
    const ask = (...words: string[]) =>
      access(
        '--matrix',
        join(path, 'travel_matrix.csv.gz'),
        '--demand',
        landUse,
        '--demand-column',
        'population',
        '--supply',
        landUse,
        '--supply-column',
        'jobs',
        '--json',
        ...words,
      );
    const { matrix, supply, result } = JSON.parse(ask('--method', 'e2sfca', '--decay', 'gaussian:30').stdout);
    expect(matrix.rows).toBe(748_437);
    expect(Math.abs(result.people_times_access - result.reaching_supply)).toBeLessThan(1e-9 * supply.total);
    expect(result.reaching_supply + result.idle_supply).toBe(supply.total);
    const allocation = JSON.parse(ask('--method', 'allocation', '--decay', 'step:30').stdout).result;
    expect(allocation.served + allocation.no_place + allocation.out_of_reach).toBe(allocation.people);
    expect(allocation.served_more_than_sequential).toBeGreaterThan(0);
  });
});
