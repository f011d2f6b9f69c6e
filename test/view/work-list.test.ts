import { describe, expect, it } from 'vitest';
import type { StandardResult } from '../../src/core/standards/evaluate.ts';
import { resolveStandard } from '../../src/core/standards/resolved.ts';
import { rowWith, type StandardRow } from '../../src/core/standards/row.ts';
import { type Standard, standardOf } from '../../src/core/standards/standard.ts';
import { countClasses, countLegend, countPaint } from '../../src/view/count-paint.ts';
import { facilitiesIn } from '../../src/view/facilities-in.ts';
import { findStandards } from '../../src/view/find-standards.ts';
import { plainSentence } from '../../src/view/finding.ts';
import { failuresAt } from '../../src/view/standards-at.ts';
import { sayIn } from '../../src/view/words/index.ts';
import {
  countStates,
  filterWork,
  shortfallCounts,
  sortWork,
  wholeState,
  workFinding,
  workLines,
} from '../../src/view/work-list.ts';

const zh = sayIn('zh');
const en = sayIn('en');

function result(id: string, rows: Partial<StandardRow>[]): StandardResult {
  return {
    standard: resolveStandard(standardOf(id) as Standard, { id }),
    weaker: false,
    rows: rows.map((row) => rowWith({ district: -1, level: 'all', state: 'met', ...row })),
  };
}

const LAND = result('cn14-elder-land-per-person', [
  { state: 'short', shortfall: 8003.8, shortfallUnit: 'm2', side: 'below', peopleConcerned: 300 },
  { district: 0, level: '区', state: 'short', shortfall: 10_000, shortfallUnit: 'm2', peopleConcerned: 200 },
  { district: 1, level: '区', state: 'met', shortfall: 0, shortfallUnit: 'm2' },
]);
const PLACES = result('cn14-childcare-places', [
  { state: 'short', shortfall: 749, shortfallUnit: 'places', side: 'below', peopleConcerned: 500 },
  { district: 0, level: '区', state: 'short', shortfall: 3, shortfallUnit: 'places', peopleConcerned: 200 },
  { district: 1, level: '区', state: 'not-surveyed' },
]);
const ALL = [LAND, PLACES];
const districts = {
  code: ['1', '2'],
  name: ['甲', '乙'],
  level: Int32Array.of(0, 0),
  levels: ['区'],
};
const lines = workLines(ALL, districts, zh, 'zh');
const EVERY = {
  state: 'short',
  level: 'every',
  service: 'every',
  force: 'every',
  district: undefined,
} as const;

describe('the list of work', () => {
  it('says the work with its sign, rounded up to whole units', () => {
    expect(lines[0]).toMatchObject({ work: '+8,004 m²', place: '全部区域', people: 300 });
    expect(lines[2].work).toBe('');
  });

  it('filters by state, level, service, force and district', () => {
    expect(filterWork(lines, EVERY)).toHaveLength(4);
    expect(filterWork(lines, { ...EVERY, level: '区' })).toHaveLength(2);
    expect(filterWork(lines, { ...EVERY, service: 'childcare' })).toHaveLength(2);
    expect(filterWork(lines, { ...EVERY, force: 'binding' }).map((line) => line.standardId)).toEqual([
      'cn14-elder-land-per-person',
      'cn14-elder-land-per-person',
    ]);
    expect(filterWork(lines, { ...EVERY, district: 0 })).toHaveLength(2);
    expect(filterWork(lines, { ...EVERY, state: 'open' }).map((line) => line.state)).toEqual([
      'not-surveyed',
    ]);
    expect(filterWork(lines, { ...EVERY, state: 'met' })).toHaveLength(1);
  });

  it('sorts by people, or by amount within each unit', () => {
    const short = filterWork(lines, EVERY);
    expect(sortWork(short, 'people').map((line) => line.people)).toEqual([500, 300, 200, 200]);
    expect(sortWork(short, 'amount').map((line) => line.amount)).toEqual([10_000, 8003.8, 749, 3]);
  });

  it('finds in words, in both languages', () => {
    expect(plainSentence(workFinding(ALL, lines, zh, 'zh'))).toBe(
      '对照 2 项可判断的标准，全区域有 2 项不足；涉及人数最多的是“每千人口拥有3岁以下婴幼儿托位数”，500 人。',
    );
    const english = workLines(ALL, districts, en, 'en');
    expect(plainSentence(workFinding(ALL, english, en, 'en'))).toContain('short of 2');
    expect(plainSentence(workFinding([], [], zh, 'zh'))).toContain('还没有选择标准');
  });

  it('a standard without a row for the whole area is short where any district is', () => {
    const byDistrict = result('cn14-township-elder', [
      { district: 0, level: '区', state: 'met' },
      { district: 1, level: '区', state: 'short' },
    ]);
    expect(wholeState(byDistrict)).toBe('short');
    expect(countStates([...ALL, byDistrict])).toEqual({ short: 3, met: 0, open: 0 });
  });
});

describe('shortfalls counted by district', () => {
  it('counts what is judged; a district without a verdict is not met', () => {
    expect([...shortfallCounts(ALL, '区', 3)]).toEqual([2, 0, Number.NaN]);
  });

  it('paints few, some and many by strength, and says the classes in the legend', () => {
    const counts = Float64Array.of(0, 1, 5, 9, Number.NaN);
    expect(countClasses(counts).map(({ from, to }) => [from, to])).toEqual([
      [1, 3],
      [4, 6],
      [7, 9],
    ]);
    const { states, strengths = [] } = countPaint(counts);
    expect(states).toEqual(['met', 'counted', 'counted', 'counted', '']);
    expect(strengths[1]).toBeLessThan(strengths[2]);
    expect(strengths[2]).toBeLessThan(strengths[3]);
    expect(countLegend(counts, zh, 'zh').map(({ label, share }) => [label, share])).toEqual([
      ['全部达标', '25%'],
      ['1–3 项不足', '25%'],
      ['4–6 项不足', '25%'],
      ['7–9 项不足', '25%'],
    ]);
  });

  it('needs fewer classes for small numbers', () => {
    expect(countClasses([1, 0]).map(({ from, to }) => [from, to])).toEqual([[1, 1]]);
    expect(countClasses([10, 13]).map(({ from, to }) => [from, to])).toEqual([
      [10, 10],
      [11, 12],
      [13, 13],
    ]);
    expect(countClasses([0, Number.NaN])).toEqual([]);
  });
});

describe('the library searched', () => {
  it('by plan, and with words through all plans', () => {
    const ofPlan = findStandards({ profile: 'gs-14fyp', words: '', own: [] });
    expect(ofPlan.length).toBeGreaterThan(10);
    expect(ofPlan.every((one) => one.profile === 'gs-14fyp')).toBe(true);
    const found = findStandards({ profile: 'gs-14fyp', words: '托位 4.5', own: [] });
    expect(found).toEqual([]);
    const places = findStandards({ profile: 'gs-14fyp', words: '托位', own: [] });
    expect(places.map(({ id }) => id)).toContain('cn14-childcare-places');
  });
});

it('tells which standards fail at a place, and by how much', () => {
  const shared = {
    ...LAND,
    catchment: {
      reading: 'straight' as const,
      limitMeters: 1000,
      access: Float64Array.of(0.2, 0.05),
      underSuppliedPeople: 1,
      shortfall: 1,
    },
  };
  const reach = { ...result('cn14-elder-15min', []), places: Float64Array.of(1, 0) };
  expect(failuresAt([shared, reach], 0, zh, 'zh')).toEqual([]);
  expect(failuresAt([shared, reach], 1, zh, 'zh')).toEqual([
    { label: '养老服务设施人均用地', value: '0.050 < 0.1' },
    { label: '“15分钟”养老服务圈', value: '够不着' },
  ]);
});

it('lists the open facilities of a district', () => {
  const facilities = {
    count: 3,
    service: ['kindergarten', 'kindergarten', 'childcare'],
    status: ['open', 'closed', 'open'] as const,
  };
  const of = { ...facilities, status: [...facilities.status] };
  const assignment = [Int32Array.of(4, 4, 4), Int32Array.of(7, 7, 8)];
  expect(facilitiesIn(of, assignment, ['kindergarten', 'childcare'], undefined)).toEqual([0, 2]);
  expect(facilitiesIn(of, assignment, ['kindergarten', 'childcare'], 8)).toEqual([2]);
  expect(facilitiesIn(of, assignment, ['kindergarten'], 4)).toEqual([0]);
});
