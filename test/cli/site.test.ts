import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const PROGRAM = join(resolve(import.meta.dirname, '../..'), 'dist/cli/catchment.js');
let folder = '';

beforeAll(() => {
  if (!existsSync(PROGRAM)) throw new Error('dist/cli is missing: run "npm run build" first');
  folder = mkdtempSync(join(tmpdir(), 'catchment-site-'));
  // Along the equator: a degree of longitude is 111,195 m. 1, 2, 4 and 8 people, about 1.1 km apart.
  write('demand.csv', 'id,lng,lat,人口,note\na,10.00,0,1,x\nb,10.01,0,2,x\nc,10.02,0,4,x\nd,10.05,0,8,x\n');
  write('sites.csv', 'id,lng,lat,cost,beds\nP,10.01,0,3,5\nQ,10.02,0,5,6\nR,10.05,0,9,7\n');
  write('existing.csv', 'id,lng,lat\nE,10.05,0\n');
  write('far.csv', 'from,to,meters\na,P,900\nb,P,100\nc,Q,50\nd,R,10\nz,R,1\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

function site(...words: string[]) {
  const files = ['--demand', 'demand.csv', '--sites', 'sites.csv', '--lang', 'en'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, 'site', ...files, ...words], {
    encoding: 'utf8',
    cwd: folder,
  });
  return { status, stdout, stderr };
}

const answer = (...words: string[]) => JSON.parse(site(...words, '--json').stdout);

describe('catchment site', () => {
  it('answers in a world of four places, straight lines', () => {
    const result = answer('--model', 'mclp', '--p', '1', '--limit', '1.2km', '--weight', '人口', '--curve');
    expect(result).toMatchObject({
      model: 'mclp',
      objective: 8,
      bound: 8,
      gap: 0,
      optimal: true,
      chosen: ['R'],
      demandTotal: 15,
      distance: { method: 'straight', formula: 'haversine', radiusMeters: 6371008.8 },
      uncovered: ['a', 'b', 'c'],
    });
    expect(result.curve).toEqual([{ sites: 1, objective: 8, bound: 8 }]);
    expect(answer('--model', 'lscp', '--limit', '1.2km')).toMatchObject({ objective: 2, chosen: ['P', 'R'] });
    const center = answer('--model', 'p-center', '--p', '2');
    expect(center.objective).toBeCloseTo(1111.95, 1);
  });

  it('keeps what exists, takes a table of distances, a budget, sizes, and proves on request', () => {
    const more = ['--weight', '人口', '--limit', '1.2km'];
    expect(answer('--model', 'mclp', '--p', '1', '--existing', 'existing.csv', ...more)).toMatchObject({
      objective: 15,
      chosen: ['P'],
      existing: ['E'],
      coveredBefore: 8,
    });
    const table = answer(
      '--model',
      'mclp',
      '--p',
      '2',
      '--distances',
      'far.csv',
      '--limit',
      '500m',
      '--weight',
      '人口',
    );
    expect(table).toMatchObject({ objective: 12, chosen: ['Q', 'R'], distance: { method: 'table' } });
    expect(table.issues.map((issue: { code: string }) => issue.code)).toEqual(['siting-distances-unmatched']);
    expect(
      answer('--model', 'mclp', '--cost', 'cost', '--budget', '5', '--exact', '--rounds', '1', ...more),
    ).toMatchObject({
      objective: 7,
      chosen: ['P'],
    });
    expect(answer('--model', 'cmclp', '--p', '2', '--capacity', 'beds', '--exact', ...more)).toMatchObject({
      objective: 13,
      optimal: true,
      chosen: ['Q', 'R'],
    });
  });

  it('writes its files, the same bytes twice, and the seconds only when asked', () => {
    const words = ['--model', 'mclp', '--p', '2', '--limit', '1.2km', '--seconds', '1'];
    const [one, two] = ['one', 'two'].map((out) => {
      const { stdout } = site(...words, '--out', out, '--json');
      expect(readFileSync(join(folder, out, 'siting.json'), 'utf8')).toBe(stdout);
      return stdout;
    });
    expect(two).toBe(one);
    expect(JSON.parse(one).seconds).toBeUndefined();
    expect(answer(...words, '--timing').seconds).toBeGreaterThan(0);
    expect(readFileSync(join(folder, 'one/assignments.csv'), 'utf8')).toMatch(
      /^demand,site,people,meters\na,P,1,/,
    );
  });

  it('says what is wrong, with the way out, and never a stack', () => {
    const wrong: [string[], number, string][] = [
      [['--model', 'nonsense'], 2, 'not a model'],
      [['--model', 'mclp', '--p', '0', '--limit', '1km'], 2, 'not a whole number'],
      [['--model', 'mclp', '--p', '1'], 1, 'needs a service radius'],
      [['--model', 'mclp', '--limit', '1km'], 1, 'needs a number of sites or a budget'],
      [
        ['--model', 'mclp', '--p', '1', '--limit', '1km', '--weight', 'people'],
        1,
        'There is no column "people"',
      ],
      [
        ['--model', 'mclp', '--p', '1', '--limit', '1km', '--weight', 'note'],
        1,
        'is not a number of 0 or more',
      ],
      [
        ['--model', 'lscp', '--limit', '500m'],
        1,
        '1 demand places (1 people) have no candidate within 500 m',
      ],
      [
        ['--model', 'mclp', '--p', '1', '--limit', '1km', '--distances', 'sites.csv'],
        1,
        'No column of metres',
      ],
    ];
    for (const [words, code, sentence] of wrong) {
      const { status, stderr } = site(...words);
      expect(stderr).toContain(sentence);
      expect(status).toBe(code);
      expect(stderr).not.toMatch(/\n\s+at /);
    }
  });
});
