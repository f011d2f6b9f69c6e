import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dirtyFile } from '../builders/dirty-file.ts';
import { describeWithData } from '../shared-data.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const PROGRAM = join(ROOT, 'dist/cli/catchment.js');
const SAMPLE = join(ROOT, 'data/sample-city');
const DISTRICTS = join(SAMPLE, 'districts.geojson');

let folder = '';

beforeAll(() => {
  if (!existsSync(PROGRAM)) throw new Error('dist/cli is missing: run "npm run build" first');
  folder = mkdtempSync(join(tmpdir(), 'clean-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function catchment(...words: string[]) {
  const options = { encoding: 'utf8', cwd: folder, maxBuffer: 64 * 1024 * 1024 } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...words], options);
  return { status, stdout, stderr };
}

function clean(path: string, ...more: string[]) {
  return catchment('clean', path, '--out', 'clean.csv', '--rejected', 'bad.csv', ...more);
}

const read = (name: string) => readFileSync(join(folder, name));
const lines = (text: string) => text.trimEnd().split(/\r?\n/);

describe('catchment clean', () => {
  it('turns the GBK file of the sample city into WGS-84, in GBK, and says why', () => {
    const source = join(SAMPLE, 'facilities-elder-care.csv');
    const { status, stderr, stdout } = clean(source, '--districts', DISTRICTS, '--lang', 'zh');
    expect(status).toBe(0);
    expect(stderr).toContain('GCJ-02');
    expect(stderr).toContain('100 % 的行位于所写的区内（65 行）');
    expect(stdout).toContain('读入 65 行：可用 65 行');
    const bytes = read('clean.csv');
    const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow();
    const original = lines(new TextDecoder('gb18030').decode(readFileSync(source)));
    // Every original line stands in front of the new columns, with the line ends of the file.
    for (const [i, line] of lines(text).entries()) expect(line.startsWith(original[i])).toBe(true);
    expect(text.split('\r\n').length).toBe(67);
    expect(lines(text)[0]).toMatch(/lng_wgs84,lat_wgs84,note$/);
    expect(lines(new TextDecoder('gb18030').decode(read('bad.csv')))).toHaveLength(1);
  });

  it('gives every row of a dirty file to one of its two tables, and tells them in a report', () => {
    const { file } = dirtyFile(5);
    writeFileSync(join(folder, file.name), file.bytes);
    const { status } = clean(file.name, '--districts', DISTRICTS, '--report', 'report.json', '--lang', 'en');
    expect(status).toBe(0);
    const report = JSON.parse(read('report.json').toString());
    const rows = lines(new TextDecoder().decode(file.bytes)).length - 1;
    expect(report.rows.in).toBe(rows);
    expect(lines(read('clean.csv').toString())).toHaveLength(report.rows.clean + 1);
    expect(lines(read('bad.csv').toString())).toHaveLength(report.rows.rejected + 1);
    expect(report.rows.clean + report.rows.rejected).toBe(rows);
    expect(report.crs).toMatchObject({ used: 'wgs84', confidence: 'confident' });
    expect(lines(read('bad.csv').toString())[0]).toMatch(/,row,reason$/);
    expect(clean(file.name, '--districts', DISTRICTS, '--keep-duplicates').status).toBe(0);
    expect(lines(read('clean.csv').toString()).length).toBe(report.rows.clean + 1 + 8);
  });

  it('does not choose a coordinate system without evidence, and says how to state one', () => {
    writeFileSync(join(folder, 'plain.csv'), 'name,lng,lat\nA,121.47,31.23\nB,121.48,31.24\n');
    const undecided = clean('plain.csv', '--lang', 'en');
    expect(undecided.status).toBe(1);
    expect(undecided.stderr).toContain('cannot be decided');
    expect(undecided.stderr).toContain('BD-09 (Baidu)');
    expect(undecided.stderr).toContain('--crs gcj02');
    expect(clean('plain.csv', '--crs', 'bd09').status).toBe(0);
    expect(clean('plain.csv', '--crs', 'mars').status).toBe(2);
    expect(catchment('clean', 'plain.csv').status).toBe(2);
    expect(clean('missing.csv')).toMatchObject({ status: 1 });
  });

  it('neutralises formulas and leaves numbers alone', () => {
    const rows = ['=1+1,-46.63,-23.55,-12.5', '@cmd,-46.64,-23.56,"-1,200"', '+1-2,-46.65,-23.57,-5%'];
    writeFileSync(join(folder, 'sum.csv'), `name,lng,lat,change\n${rows.join('\n')}\n`);
    expect(clean('sum.csv', '--encoding', 'utf8').status).toBe(0);
    expect(lines(read('clean.csv').toString()).slice(1)).toEqual([
      "'=1+1,-46.63,-23.55,-12.5,-46.63,-23.55,",
      '\'@cmd,-46.64,-23.56,"-1,200",-46.64,-23.56,',
      "'+1-2,-46.65,-23.57,-5%,-46.65,-23.57,",
    ]);
  });

  it('keeps the mark of UTF-8, and writes GB18030 when asked', () => {
    const source = join(SAMPLE, 'facilities-other.csv');
    expect(clean(source, '--crs', 'wgs84').status).toBe(0);
    expect([...read('clean.csv').subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(clean(source, '--crs', 'wgs84', '--encoding', 'gb18030').status).toBe(0);
    expect(new TextDecoder('gb18030', { fatal: true }).decode(read('clean.csv'))).toContain(
      '小博士托育园（南园）',
    );
  });

  it('places rows by a gazetteer and rejects the rest', () => {
    writeFileSync(join(folder, 'names.csv'), '名称,地址\n甲,阳光小区\n乙,不存在的地方\n');
    writeFileSync(join(folder, 'places.csv'), 'name,lng,lat\n阳光小区,121.47,31.23\n和平新村,121.48,31.24\n');
    expect(clean('names.csv', '--gazetteer', 'places.csv').status).toBe(0);
    expect(lines(read('clean.csv').toString())[1]).toMatch(/^甲,阳光小区,121.47,31.23,/);
    expect(lines(read('bad.csv').toString())[1]).toMatch(/^乙,/);
  });
});

describe('catchment check', () => {
  it('reports the review and the coordinate system beside what it reported before', () => {
    const { file } = dirtyFile(6);
    writeFileSync(join(folder, file.name), file.bytes);
    const { status, stdout } = catchment(
      'check',
      file.name,
      '--districts',
      DISTRICTS,
      '--json',
      '--lang',
      'zh',
    );
    expect(status).toBe(0);
    const [report] = JSON.parse(stdout);
    expect(report).toMatchObject({ kind: 'facilities', coordinate_system: { confidence: 'confident' } });
    expect(report.rows_usable).toBeGreaterThan(400);
    const kinds = new Map(
      report.review.kinds.map((one: { kind: string; findings: number }) => [one.kind, one.findings]),
    );
    expect(kinds.get('gate')).toBe(3);
    expect(kinds.get('swapped')).toBe(3);
    const [first] = report.review.findings;
    expect(first).toMatchObject({ kind: 'missing-position', severity: 'error' });
    expect(first.fixes[0]).toMatchObject({ id: 'exclude', label: '剔除', by_default: true });
  });
});

describeWithData('twelve places of Baidu', 'import', (data) => {
  it('come out in WGS-84 by what the header says, within 4 m of their references', () => {
    const { status, stderr } = clean(join(data, 'baidu_bd09_newjiangwan_sample.csv'), '--lang', 'en');
    expect(status).toBe(0);
    expect(stderr).toContain('The file says BD-09 (Baidu)');
    expect(stderr).toContain('about 4 m of error may remain');
    const [header, ...rows] = lines(read('clean.csv').toString()).map((line) => line.split(','));
    const at = (name: string) => header.indexOf(name);
    expect(rows.length + lines(read('bad.csv').toString()).length - 1).toBe(12);
    expect(rows.length).toBeGreaterThan(9);
    const metres = rows.map((row) => {
      const number = (name: string) => Number(row[at(name)]);
      return {
        lng: number('lng_wgs84'),
        lat: number('lat_wgs84'),
        east: number('local_east_m'),
        north: number('local_north_m'),
      };
    });
    // The reference is in metres east and north of 121.505, 31.333, at 111,320 m a degree.
    const perLng = 111_320 * Math.cos((31.333 * Math.PI) / 180);
    for (const { lng, lat, east, north } of metres) {
      expect(Math.hypot((lng - 121.505) * perLng - east, (lat - 31.333) * 111_320 - north)).toBeLessThan(4);
    }
  });
});
