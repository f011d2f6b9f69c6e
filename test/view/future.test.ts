import { expect, it } from 'vitest';
import { DEFAULT_FORECAST, type ForecastSettings } from '../../src/core/project/forecast-settings.ts';
import { futureOf } from '../../src/core/project/future.ts';
import { plainSentence } from '../../src/view/finding.ts';
import {
  futureFigures,
  futureFinding,
  futureLines,
  futureNotes,
  futureYears,
  needLegend,
  needStates,
  shownYear,
} from '../../src/view/future-finding.ts';
import { sayIn } from '../../src/view/words/index.ts';
import { supplyLine } from '../builders/supply-line.ts';

const zh = sayIn('zh');
const en = sayIn('en');

// As in test/core/project/future.test.ts: 60 children, 50 a year later, 30 in 2027; 40 places, 25 more from 2026 on.
async function answered(change: Partial<ForecastSettings> = {}) {
  const { tools, prepared } = await supplyLine(
    ['0,1000,30,60,910'],
    ['0,40,,运营', '50,25,,规划', '70,,,运营'],
  );
  const forecast: ForecastSettings = {
    ...DEFAULT_FORECAST,
    startYear: 2024,
    targetYears: [2025, 2027],
    births: { kind: 'number', perYear: 12 },
    survival: 'none',
    openingYear: 2026,
    ...change,
  };
  const question = { service: 'kindergarten', group: 'age_3_5', level: '区' } as const;
  const asked = { ...question, supply: 'places', perPerson: 1 } as const;
  const answer = await futureOf(tools, prepared, { forecast }, asked);
  return { answer, districts: prepared.loaded.districts };
}

it('says what is short or to spare in a year', async () => {
  const { answer } = await answered();
  expect(plainSentence(futureFinding(answer, 2025, zh, 'zh'))).toBe(
    '2025 年，3–5 岁儿童预计 50 人，幼儿园需要 50 个学位，届时有 40 个学位：缺 10 个学位。',
  );
  expect(plainSentence(futureFinding(answer, 2027, en, 'en'))).toBe(
    'In 2027 there will be about 30 children aged 3–5, who need 30 places (kindergarten); there will be 65: 35 more than needed.',
  );
  expect(plainSentence(futureFinding(answer, 2027, zh, 'zh', 1))).toContain('预计没有3–5 岁儿童');
});

it('shows the chosen year where it is there, else the last', async () => {
  const { answer } = await answered();
  expect(futureYears(answer)).toEqual([2024, 2025, 2027]);
  expect(shownYear(answer, 2025)).toBe(2025);
  expect(shownYear(answer, 2026)).toBe(2027);
});

it('has a figure a year, the start last and small', async () => {
  const { answer } = await answered();
  expect(futureFigures(answer, zh, 'zh').map((one) => [one.label, one.value, one.isMinor])).toEqual([
    ['2025 年缺', '10', undefined],
    ['2027 年富余', '35', undefined],
    ['2024 年缺', '20', true],
  ]);
});

it('says what it rests on: births, take-up, how ages were estimated, planned, not surveyed, not placed', async () => {
  const housing = [{ year: 2026, dwellings: 10, personsPerDwelling: 3 }];
  const { answer } = await answered({ housing });
  const notes = futureNotes(answer, zh, 'zh');
  expect(notes).toHaveLength(6);
  expect(notes[0]).toContain('出生 36 人');
  expect(notes[1]).toContain('100.0%');
  expect(notes[2]).toContain('2 个');
  expect(notes[3]).toBe('1 处规划设施的 25 个学位自 2026 年起计入。');
  expect(notes[4]).toContain('1 处设施没有规模数据');
  expect(notes[5]).toContain('1 处新建住宅没有位置');
});

it('paints and lists the districts of a year; nobody is a state of its own', async () => {
  const { answer, districts } = await answered();
  expect(needStates(answer, 2025, 2)).toEqual(['short', 'no-people']);
  expect(needLegend(answer, 2025, zh, 'zh').map((row) => [row.id, row.amount])).toEqual([
    ['short', '50 人'],
    ['no-people', '0 人'],
  ]);
  expect(futureLines(answer, 2025, districts, zh).map((line) => [line.name, line.balance])).toEqual([
    ['D1区', -10],
    ['D2区', Number.NaN],
  ]);
});
