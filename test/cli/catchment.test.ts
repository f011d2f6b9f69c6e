import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const PROGRAM = join(ROOT, 'dist/cli/catchment.js');
const SAMPLE = join(ROOT, 'data/sample-city');

let folder = '';

beforeAll(() => {
  if (!existsSync(PROGRAM)) throw new Error('dist/cli is missing: run "npm run build" first');
  folder = mkdtempSync(join(tmpdir(), 'catchment-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function catchment(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...words], {
    encoding: 'utf8',
    cwd: folder,
  });
  return { status, stdout, stderr };
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const people = () => file('people.csv', 'lng,lat,人口\n116.3,39.9,100\n116.31,39.9,28\n');
const facilities = () => file('facilities.csv', 'name,lng,lat\nA,116.3,39.9\n');

describe('catchment coverage', () => {
  it('writes its files and answers in the world of two places', () => {
    const words = ['--facilities', facilities(), '--people', people(), '--service', 'kindergarten'];
    const limits = ['--limit', '500m', '--limit', '1km', '--detour', '1.3', '--resolution', 'points'];
    const { status, stdout } = catchment('coverage', ...words, ...limits, '--out', 'out', '--json');
    expect(status).toBe(0);
    const summary = JSON.parse(stdout);
    const shares = summary.coverage.map((row: { method: string; limit: number; covered: number }) => [
      row.method,
      row.limit,
      row.covered,
    ]);
    // The second place is 853 m away, 1,109 m with the detour factor.
    expect(shares).toEqual([
      ['straight', 500, 100],
      ['straight', 1000, 128],
      ['detour', 500, 100],
      ['detour', 1000, 100],
    ]);
    expect(readFileSync(join(folder, 'out/districts.csv'), 'utf8').split('\n')[0]).toBe(
      'district_code,district_name,level,service,group,method,limit,limit_unit,total,covered,share',
    );
    expect(readFileSync(join(folder, 'out/summary.json'), 'utf8')).toBe(stdout);
    for (const name of ['cells.csv', 'facilities.csv', 'issues.csv'])
      expect(existsSync(join(folder, 'out', name))).toBe(true);
  });

  it('says wrong use with 2, unusable data with 1, and never a stack', () => {
    const ask = (f: string, p: string, ...more: string[]) =>
      catchment(
        'coverage',
        '--facilities',
        f,
        '--people',
        p,
        '--limit',
        '500m',
        '--out',
        'out',
        '--lang',
        'en',
        ...more,
      );
    expect(catchment('coverage').status).toBe(2);
    expect(catchment('nonsense').status).toBe(2);
    expect(ask(facilities(), people(), '--resolution', '77')).toMatchObject({ status: 2 });
    const bad: [string, string][] = [
      [ask(file('empty.csv', ''), people()).stderr, 'empty.csv: The file is empty'],
      [ask(file('header.csv', 'name,lng,lat\n'), people()).stderr, 'no row of data'],
      [
        ask(file('plain.csv', 'name,note\nA,b\n'), people()).stderr,
        'No column of coordinates was found. Columns: name, note',
      ],
      [
        ask(file('far.csv', 'name,lng,lat\nA,500,39\nB,600,40\n'), people()).stderr,
        'None of 2 rows can be used',
      ],
      [
        ask(file('text.csv', 'Dear colleague,\nplease find enclosed\nthe list.\n'), people()).stderr,
        'text.csv: ',
      ],
      [ask(facilities(), file('zero.tif', '')).stderr, 'zero.tif: The file is empty'],
      [
        ask(facilities(), file('bad.geojson', '{"type":"FeatureCollection","features":[')).stderr,
        'Not valid JSON',
      ],
      [ask(facilities(), join(folder, 'missing.csv')).stderr, 'File not found'],
      [ask(facilities(), people(), '--people-column', 'nobody').stderr, 'There is no column "nobody"'],
    ];
    for (const [stderr, sentence] of bad) {
      expect(stderr).toContain(sentence);
      expect(stderr).not.toMatch(/\n\s+at /);
    }
    expect(ask(file('empty.csv', ''), people()).status).toBe(1);
    const cut = readFileSync(join(SAMPLE, 'population.tif')).subarray(0, 9000);
    const truncated = ask(facilities(), file('cut.tif', cut));
    expect(truncated).toMatchObject({ status: 1 });
    expect(truncated.stderr).toContain('cut.tif: The GeoTIFF cannot be read');
  });

  it('keeps bad rows, names them with their number, and goes on with the rest', () => {
    const mixed = file('mixed.csv', 'name,lng,lat\nA,116.3,39.9\nB,,\nC,abc,39.9\nD,0,0\n');
    const words = [
      '--facilities',
      mixed,
      '--people',
      people(),
      '--limit',
      '500m',
      '--out',
      'out',
      '--lang',
      'zh',
    ];
    expect(catchment('coverage', ...words).status).toBe(0);
    const issues = readFileSync(join(folder, 'out/issues.csv'), 'utf8');
    expect(issues).toContain('mixed.csv,3,');
    expect(issues).toContain('coordinates-missing,没有坐标。');
    expect(issues).toMatch(/mixed\.csv,4,lng,error,coordinates-not-a-number,/);
    expect(issues).toMatch(/mixed\.csv,5,.*coordinates-zero/);
  });
});

describe('catchment run', () => {
  it('analyses the sample city, the same bytes twice', () => {
    for (const out of ['one', 'two']) {
      expect(catchment('run', join(SAMPLE, 'project.json'), '--out', out, '--lang', 'zh').status).toBe(0);
    }
    for (const name of [
      'summary.json',
      'cells.csv',
      'districts.csv',
      'facilities.csv',
      'shortfalls.csv',
      'issues.csv',
    ]) {
      const [one, two] = ['one', 'two'].map((out) => readFileSync(join(folder, out, name)));
      expect(two.equals(one), name).toBe(true);
    }
    const summary = JSON.parse(readFileSync(join(folder, 'one/summary.json'), 'utf8'));
    expect(summary.demand.columns[0]).toMatchObject({ id: 'people', total: 603_038 });
    expect(summary.standards[0]).toMatchObject({ standard: 'cn14-elder-land-per-person', state: 'short' });
    const shortfalls = readFileSync(join(folder, 'one/shortfalls.csv'), 'utf8');
    expect(shortfalls).toMatch(/区,990\d+,汀北区,short,0\.02/);
    expect(shortfalls).toMatch(/区,990\d+,禾埠区,met,/);
  });

  it('takes people from the raster as well, with the same total', () => {
    expect(catchment('run', join(SAMPLE, 'project-raster.json'), '--out', 'raster').status).toBe(0);
    const summary = JSON.parse(readFileSync(join(folder, 'raster/summary.json'), 'utf8'));
    expect(Math.abs(summary.demand.columns[0].total - 603_038)).toBeLessThan(1);
  });

  it('says what is wrong with a project', () => {
    const { status, stderr } = catchment(
      'run',
      file('p.json', '{"format":"other"}'),
      '--out',
      'x',
      '--lang',
      'en',
    );
    expect(status).toBe(1);
    expect(stderr).toContain('not a project file');
  });
});

describe('catchment check', () => {
  it('says what a file is, its encoding, columns, system and rows', () => {
    const elder = join(SAMPLE, 'facilities-elder-care.csv');
    const { status, stdout } = catchment(
      'check',
      elder,
      join(SAMPLE, 'population.tif'),
      file('empty.csv', ''),
    );
    expect(status).toBe(1);
    const [table, raster, empty] = JSON.parse(stdout);
    expect(table).toMatchObject({
      kind: 'facilities',
      encoding: 'gb18030',
      delimiter: ',',
      crs: 'gcj02',
      rows_read: 65,
      rows_usable: 65,
    });
    expect(table.columns.find((column: { name: string }) => column.name === '用地面积(㎡)')).toMatchObject({
      role: 'landArea',
    });
    expect(raster).toMatchObject({ kind: 'people', format: 'geotiff' });
    expect(empty).toMatchObject({ rows_usable: 0, issues: [{ code: 'file-empty' }] });
  });

  it('has help for each command in both languages', () => {
    for (const command of ['run', 'coverage', 'check']) {
      expect(catchment(command, '--help', '--lang', 'en')).toMatchObject({ status: 0 });
      expect(catchment(command, '--help', '--lang', 'zh').stdout).toMatch(/[一-龥]/);
    }
  });
});
