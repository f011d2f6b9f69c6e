import { describe, expect, it } from 'vitest';
import { WHOLE_AREA } from '../../../src/core/analysis/coverage.ts';
import { openSources, packProject, parseProject } from '../../../src/core/project/file.ts';
import {
  DEFAULT_FORECAST,
  type ForecastSettings,
  takeUpOf,
} from '../../../src/core/project/forecast-settings.ts';
import { type FutureQuestion, futureOf } from '../../../src/core/project/future.ts';
import { supplyLine } from '../../builders/supply-line.ts';

// 1,000 people, ages flat within 0–2 (10 each) and 3–5 (20 each); nobody else in D2.
const PEOPLE = ['0,1000,30,60,910'];
const FACILITIES = ['0,40,,运营', '50,25,,规划', '60,99,,关闭'];

const FORECAST: ForecastSettings = {
  ...DEFAULT_FORECAST,
  startYear: 2024,
  targetYears: [2025, 2027],
  births: { kind: 'number', perYear: 12 },
  survival: 'none',
  openingYear: 2026,
};

const QUESTION: FutureQuestion = {
  service: 'kindergarten',
  group: 'age_3_5',
  level: '区',
  supply: 'places',
  perPerson: 1,
};

async function ask(
  change: Partial<ForecastSettings> = {},
  question: Partial<FutureQuestion> = {},
  facilities = FACILITIES,
) {
  const { tools, prepared } = await supplyLine(PEOPLE, facilities);
  const settings = { forecast: { ...FORECAST, ...change } };
  return futureOf(tools, prepared, settings, { ...QUESTION, ...question });
}

const wholeOf = ({ rows }: Awaited<ReturnType<typeof ask>>) =>
  rows
    .filter((row) => row.district === WHOLE_AREA)
    .map((row) => [row.year, Math.round(row.people * 1e6) / 1e6, row.supply, row.state]);

describe('need and supply in years to come', () => {
  it('children grow up, births come after them, planned places from their year', async () => {
    const answer = await ask();
    expect(wholeOf(answer)).toEqual([
      [2024, 60, 40, 'short'],
      [2025, 50, 40, 'short'],
      // The 30 of 0–2 in 2024; 40 + 25 places.
      [2027, 30, 65, 'met'],
    ]);
    expect(answer.accounts[2]).toEqual({ year: 2027, people: 1036, births: 36, deaths: 0, moves: 0 });
    expect(answer.supply).toMatchObject({ open: 1, unsurveyed: 0, plannedCounted: 1, plannedAmount: 25 });
    expect(answer.issues.map((issue) => issue.code)).toEqual(['ages-split']);
  });

  it('by district: D1 is the whole, in D2 is nobody', async () => {
    const { rows } = await ask();
    const last = rows.filter((row) => row.year === 2027 && row.district >= 0);
    expect(last.map((row) => [row.district, row.state])).toEqual([
      [0, 'met'],
      [1, 'no-people'],
    ]);
  });

  it('leaves planned places out when they are not to count', async () => {
    expect(wholeOf(await ask({ withPlanned: false }))[2]).toEqual([2027, 30, 40, 'met']);
  });

  it('need = people × take-up', async () => {
    const { rows } = await ask({ takeUp: { kindergarten: 0.5 } });
    expect(rows[0]).toMatchObject({ need: 30, balance: 10, state: 'met' });
  });

  it('new housing brings people of all ages, who grow older too', async () => {
    const site = { year: 2026, dwellings: 100, personsPerDwelling: 2 };
    const lat = 30.0001;
    for (const where of [{ district: 'D1' }, { lng: 120, lat }]) {
      const answer = await ask({ housing: [{ ...site, ...where }] });
      // Of the 200, a share of 0.01 + 0.02 + 0.02 was 2–4 in 2026.
      expect(wholeOf(answer)[2], JSON.stringify(where)).toEqual([2027, 40, 65, 'met']);
      expect(answer.housing).toEqual({ people: 200, unplaced: [] });
    }
    const nowhere = await ask({ housing: [site] });
    expect(wholeOf(nowhere)[2][1]).toBe(30);
    expect(nowhere.housing).toEqual({ people: 0, unplaced: [0] });
  });

  it('says the same of the whole area when no districts are asked about', async () => {
    const answer = await ask({}, { level: 'all' });
    expect(wholeOf(answer)).toEqual(wholeOf(await ask()));
    expect(answer.rows).toHaveLength(3);
  });

  it('facilities without a figure make the supply a lower bound; with none known there is no verdict', async () => {
    const some = await ask({}, {}, [...FACILITIES, '70,,,运营']);
    expect(some.supply.unsurveyed).toBe(1);
    expect(wholeOf(some)[0]).toEqual([2024, 60, 40, 'short']);
    const none = await ask({}, {}, ['0,,,运营']);
    expect(wholeOf(none)[0][3]).toBe('not-surveyed');
  });

  it('names a target year before the start', async () => {
    await expect(ask({ targetYears: [2020] })).rejects.toThrow('forecast-year-past');
  });
});

describe('the settings', () => {
  it('travel with the project, and an older project has none', async () => {
    const { settings, sources } = await supplyLine(PEOPLE, FACILITIES, { forecast: FORECAST });
    const head = { format: 'catchment-project' as const, version: 1 as const, name: 'x' };
    const project = parseProject(packProject({ ...head, settings }, sources), 'p.json');
    expect(project.settings.forecast).toEqual(FORECAST);
    expect((await openSources(project, async () => new Uint8Array())).length).toBe(3);
    const older = JSON.stringify({ ...head, sources: [], settings: {} });
    expect(parseProject(older, 'p.json').settings.forecast).toBeUndefined();
  });

  it('starts with everybody, but for what only some want', () => {
    expect(takeUpOf({ takeUp: {} }, 'kindergarten')).toBe(1);
    expect(takeUpOf({ takeUp: {} }, 'elder-home')).toBe(0.03);
    expect(takeUpOf({ takeUp: { 'elder-home': 0 } }, 'elder-home')).toBe(0);
  });
});
