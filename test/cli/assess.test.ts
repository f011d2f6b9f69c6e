import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const PROGRAM = join(ROOT, 'dist/cli/catchment.js');
const PROJECT = join(ROOT, 'data/sample-city/project.json');

let folder = '';

beforeAll(() => {
  if (!existsSync(PROGRAM)) throw new Error('dist/cli is missing: run "npm run build" first');
  folder = mkdtempSync(join(tmpdir(), 'catchment-assess-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function catchment(...words: string[]) {
  return spawnSync(process.execPath, [PROGRAM, ...words], { encoding: 'utf8', cwd: folder });
}

type Line = Record<string, string>;

const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const linesOf = (text: string) => Papa.parse<Line>(text, { header: true, skipEmptyLines: true }).data;

describe('catchment assess', () => {
  it('writes the shortfalls and the ledger of a profile, the same bytes twice', () => {
    for (const out of ['one', 'two']) {
      const { status, stderr } = catchment(
        'assess',
        PROJECT,
        '--profile',
        'cn-14fyp',
        '--out',
        out,
        '--lang',
        'zh',
      );
      expect([status, stderr.includes('    at ')]).toEqual([0, false]);
    }
    for (const name of ['shortfalls.csv', 'ledger.csv', 'issues.csv']) {
      expect(read(`two/${name}`), name).toBe(read(`one/${name}`));
    }
    const shortfalls = read('one/shortfalls.csv');
    expect(shortfalls.split('\n')[0]).toBe(
      'standard_id,level,district_code,district_name,state,value,target,operator,unit,shortfall,shortfall_unit,people,sentence',
    );
    const lines = linesOf(shortfalls);
    const whole = (id: string) => lines.find((line) => line.standard_id === id && line.level === 'all');
    // 1,965 places for 603,038 people; 52,300 m² of land: the README of the sample city.
    expect(whole('cn14-childcare-places')).toMatchObject({
      state: 'short',
      target: '4.5',
      shortfall_unit: 'places',
    });
    expect(Number(whole('cn14-childcare-places')?.shortfall)).toBeCloseTo(4.5 * 603.038 - 1965, 6);
    expect(Number(whole('cn14-elder-land-per-person')?.shortfall)).toBeCloseTo(60_303.8 - 52_300, 6);
    expect(whole('cn14-doctors')?.state).toBe('not-surveyed');
    expect(lines.every((line) => line.sentence.includes('。'))).toBe(true);
    expect(shortfalls).not.toMatch(/\{\{|undefined|NaN/);
    expect(lines.map((line) => line.standard_id)).not.toContain('cn14-schooling-years');
  });

  it('adds up the ledger: served, without a place and out of reach are all the people', () => {
    const ledger = linesOf(read('one/ledger.csv'));
    const number = (line: Line, column: string) => Number(line[column]);
    expect(Object.keys(ledger[0])).toEqual(
      'service,group,district_code,served,no_place,out_of_reach,total'.split(','),
    );
    for (const line of ledger) {
      const parts = ['served', 'no_place', 'out_of_reach'].reduce(
        (sum, column) => sum + number(line, column),
        0,
      );
      expect(parts).toBeCloseTo(number(line, 'total'), 5);
    }
    const childcare = ledger.find((line) => line.service === 'childcare' && line.district_code === 'all');
    expect(childcare).toMatchObject({ group: 'age_0_2', total: '13665' });
    expect(Number(childcare?.served)).toBeLessThanOrEqual(1965);
  });

  it('covers by streets whom the coverage of the same limit covers', () => {
    const words = [
      'assess',
      PROJECT,
      '--standard',
      'gb50180-r-kindergarten',
      '--standard',
      'jgj39-radius',
      '--out',
      'r',
      '--json',
    ];
    const [kindergarten] = JSON.parse(catchment(...words).stdout);
    const run = JSON.parse(catchment('run', PROJECT, '--out', 'run', '--json').stdout);
    const coverage = run.coverage.find(
      (row: { service: string; group: string; method: string; limit: number }) =>
        row.service === 'kindergarten' &&
        row.group === 'age_3_5' &&
        row.method === 'network' &&
        row.limit === 300,
    );
    expect(kindergarten).toMatchObject({
      standard: 'gb50180-r-kindergarten',
      numerator: coverage.covered,
      denominator: coverage.total,
      reach: { method: 'network', limit: 300, limit_unit: 'm' },
    });
    const straight = JSON.parse(catchment(...words, '--reading', 'straight').stdout);
    expect(straight[0].value).toBeGreaterThan(kindergarten.value);
  });

  it('says the step a year, borders open or not, and wrong use', () => {
    const land = [
      'assess',
      PROJECT,
      '--standard',
      'cn14-elder-land-per-person',
      '--out',
      'y',
      '--lang',
      'en',
    ];
    expect(catchment(...land, '--year', '2023').status).toBe(0);
    expect(read('y/shortfalls.csv')).toContain('Until the target year it has to rise by');
    const closed = linesOf(read('y/shortfalls.csv'));
    expect(catchment(...land, '--cross-boundary').status).toBe(0);
    const open = linesOf(read('y/shortfalls.csv'));
    expect(open[0].value).toBe(closed[0].value);
    expect(open.find((line) => line.district_name === '汀北区')?.value).not.toBe(
      closed.find((line) => line.district_name === '汀北区')?.value,
    );
    expect(catchment(...land, '--profile', 'nowhere')).toMatchObject({ status: 2 });
    expect(catchment(...land, '--year', 'soon').status).toBe(2);
    const unknown = catchment('assess', PROJECT, '--standard', 'none', '--out', 'y', '--lang', 'en');
    expect(unknown.status).toBe(1);
    expect(unknown.stderr).toContain('none');
  });
});

describe('catchment standards', () => {
  it('lists the library with what computes each, by profile and by service', () => {
    const { status, stdout } = catchment('standards', '--profile', 'cn-14fyp', '--lang', 'en');
    expect(status).toBe(0);
    const line = stdout.split('\n').find((one) => one.startsWith('cn14-childcare-places\t'));
    expect(line).toContain('≥ 4.5 places/1,000 residents\texpected\t');
    expect(line).toContain('\tverified\tratio');
    expect(stdout).toContain('entered by hand');
    const all = JSON.parse(catchment('standards', '--json').stdout);
    expect(all.length).toBeGreaterThanOrEqual(287);
    const ofKindergartens = JSON.parse(catchment('standards', '--service', '幼儿园', '--json').stdout);
    expect(ofKindergartens.map((one: { id: string }) => one.id)).toContain('jgj39-radius');
    expect(ofKindergartens.length).toBeLessThan(all.length);
  });
});
