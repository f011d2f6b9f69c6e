import { describe, expect, it } from 'vitest';
import { WHOLE_AREA } from '../../../src/core/analysis/coverage.ts';
import { shortfallSentence } from '../../../src/core/report/shortfall-sentence.ts';
import type { StandardResult } from '../../../src/core/standards/evaluate.ts';
import type { StandardInput } from '../../../src/core/standards/input.ts';
import type { Rule } from '../../../src/core/standards/rule.ts';
import type { Standard } from '../../../src/core/standards/standard.ts';
import { sayIn } from '../../../src/view/words/index.ts';
import { inputOf, judge, standardWith, withAttributes } from '../../builders/standards.ts';
import {
  assignmentOfTwoBanks,
  demandOfTwoBanks,
  districtsOfTwoBanks,
  facilitiesOfTwoBanks,
  facilityAssignmentOfTwoBanks,
} from '../../worlds/two-banks.ts';

/** Facilities a, c (elder stations, west and east), b (elder home, west), d planned; 15 people west, 112 east, 128 outside. */
function two(
  attributes: Parameters<typeof withAttributes>[1] = {},
  change: Partial<StandardInput> = {},
): StandardInput {
  const world = {
    demand: demandOfTwoBanks(),
    facilities: withAttributes(facilitiesOfTwoBanks(), attributes),
    districts: districtsOfTwoBanks(),
    assignment: assignmentOfTwoBanks,
    facilityAssignment: facilityAssignmentOfTwoBanks,
  };
  return inputOf(world, change);
}

const at = (result: StandardResult, district: number) => result.rows.find((row) => row.district === district);
const both = ['elder-station', 'elder-home'];
const stations = { services: ['elder-station'], attribute: 'facilities' };

describe('states', () => {
  const said = (rule: Rule, change: Partial<Standard> = {}, input = two()) => {
    const result = judge(standardWith(rule, change), input);
    const whole = at(result, WHOLE_AREA);
    if (!whole) throw new Error('no row of the whole area');
    return { whole, zh: shortfallSentence(result, whole, '全区', sayIn('zh')), result };
  };

  it('not surveyed: the column is named, where it is missing altogether and where it is blank', () => {
    const part = { services: both, attribute: 'nursingBeds' };
    const rule: Rule = { kind: 'share', part, whole: { services: both, attribute: 'beds' } };
    const { whole, zh } = said(rule, { unit: '%' }, two({ numbers: { beds: [10, 10, 10, 0] } }));
    expect(whole).toMatchObject({ state: 'not-surveyed', shortfall: Number.NaN });
    expect(zh).toContain('设施缺少“护理型床位”一列');
    const beds = { nursingBeds: [5, Number.NaN, 2, 0], beds: [10, 10, 10, 0] };
    const known = judge(standardWith(rule, { value: 30, unit: '%' }), two({ numbers: beds }));
    // West: 5 of 20 beds are known to be for nursing, those of the home are not: a lower bound.
    expect(at(known, 0)).toMatchObject({
      state: 'short',
      value: 25,
      shortfall: 1,
      unsurveyed: 1,
      shortfallUnit: 'beds',
    });
    expect(at(known, 1)).toMatchObject({ state: 'short', value: 20, shortfall: 1 });
    expect(at(judge(standardWith(rule, { value: 25, unit: '%' }), two({ numbers: beds })), 0)?.state).toBe(
      'met',
    );
  });

  it('not computable: the level, the age bands, the streets, the table of driving times are named', () => {
    const level = said({ kind: 'count-per-district', tiers: ['township'], supply: stations });
    expect(level.whole).toMatchObject({ state: 'not-computable', missing: { reason: 'level' } });
    expect(level.zh).toContain('没有乡镇（街道）一级的统计单元（现有层级：区）');
    const group = said({ kind: 'ratio', supply: stations, group: 'age_60_plus', per: 1000 });
    expect(group.whole.state).toBe('not-computable');
    expect(group.zh).toContain('现有人口数据（常住人口）推不出60 岁及以上老人');
    const coverage = (
      limit: { meters: number } | { minutes: number; mode: 'drive' },
      reading?: 'network',
    ): Rule => ({
      kind: 'coverage',
      supply: stations,
      group: 'people',
      limit,
      share: 100,
      ...(reading ? { reading } : {}),
    });
    expect(said(coverage({ minutes: 30, mode: 'drive' })).zh).toContain('车行时间需要距离表');
    expect(said(coverage({ meters: 500 }, 'network')).zh).toContain('请载入道路');
  });

  it('not surveyed: a service that is not in the data; no people; nobody judged without a number', () => {
    const absent = said({
      kind: 'ratio',
      supply: { services: ['library'], attribute: 'facilities' },
      group: 'people',
      per: 1,
    });
    expect(absent.whole.state).toBe('not-surveyed');
    expect(absent.zh).toContain('公共图书馆');
    const ratio: Rule = { kind: 'ratio', supply: stations, group: 'people', per: 1 };
    expect(at(said(ratio).result, 2)?.state).toBe('no-people');
    const shown = said(ratio, { operator: 'benchmark', value: null });
    expect(shown.whole).toMatchObject({ state: 'not-judged', value: 2 / 255 });
    expect(shown.zh).toContain('只列出，不作判断');
  });

  it('not judged: the total of a country, until the user says what falls to the city', () => {
    const standard = standardWith(
      { kind: 'total', supply: stations, unit: 1 },
      { value: 1000, jurisdiction: 'CN', profile: 'cn-14fyp' },
    );
    expect(at(judge(standard, two()), WHOLE_AREA)).toMatchObject({ state: 'not-judged', value: 2 });
    const own = judge(standard, two(), { value: 2 });
    expect(at(own, WHOLE_AREA)?.state).toBe('met');
    expect(own.weaker).toBe(true);
  });
});

describe('rules by hand and of mobile services', () => {
  it('visits: so many a month, by the days a week where no number was surveyed', () => {
    const rule: Rule = { kind: 'mobile-visits', services: both, tier: 'county', period: 'month' };
    const numbers = {
      visitsPerMonth: [2, Number.NaN, Number.NaN, 9],
      daysPerWeek: [Number.NaN, Number.NaN, 3, 7],
    };
    const result = judge(standardWith(rule, { value: 4, unit: 'visits' }), two({ numbers }));
    expect(at(result, 0)).toMatchObject({
      state: 'short',
      value: 2,
      shortfall: 2,
      unsurveyed: 1,
      peopleConcerned: 15,
    });
    expect(at(result, 1)).toMatchObject({ state: 'met', value: (3 * 52) / 12 });
    expect(at(result, WHOLE_AREA)).toMatchObject({ value: 50, shortfall: 2, shortfallUnit: 'visits' });
  });

  it('coverage: a mobile stop counts for its days', () => {
    const rule: Rule = {
      kind: 'coverage',
      supply: stations,
      group: 'people',
      limit: { meters: 150 },
      share: 60,
    };
    const days = { daysPerWeek: [2, Number.NaN, Number.NaN, Number.NaN] };
    const result = judge(
      standardWith(rule, { operator: '<=', value: 150, unit: 'm' }),
      two({ numbers: days }),
    );
    // Places 0 and 1 (3 people of 15) are reached on two days of five; places 5 and 6 (96 of 112) always.
    expect(at(result, 0)).toMatchObject({ numerator: 3 * 0.4, mobile: 1, state: 'short' });
    expect(at(result, 1)).toMatchObject({ numerator: 96, state: 'met' });
  });

  it('entered and checked: the newest value up to the year judged', () => {
    const why = { zh: '不在地图上', en: 'not on a map' };
    const entered = [
      { standard: 'test', district: 'W', value: 97, year: 2023 },
      { standard: 'test', district: 'W', value: 90, year: 2021 },
      { standard: 'test', district: 'all', value: 94, year: 2022 },
    ];
    const standard = standardWith({ kind: 'entered', why }, { value: 95, unit: '%' });
    const result = judge(standard, two({}, { entered }));
    expect(at(result, 0)).toMatchObject({ state: 'met', value: 97 });
    expect(at(result, WHOLE_AREA)).toMatchObject({ state: 'short', shortfall: 1, peopleConcerned: 255 });
    expect(at(result, 1)).toMatchObject({ state: 'not-surveyed', missing: { reason: 'not-entered' } });
    expect(at(judge(standard, two({}, { entered, year: 2022 })), 0)).toMatchObject({
      state: 'short',
      value: 90,
    });
    const checked = standardWith({ kind: 'checked', why }, { operator: 'rule', value: null });
    const yes = [true, false].map((value, i) => ({
      standard: 'test',
      district: ['W', 'E'][i],
      value,
      year: 2024,
    }));
    const answers = judge(checked, two({}, { entered: yes }));
    expect([0, 1, 2].map((d) => at(answers, d)?.state)).toEqual(['met', 'short', 'not-surveyed']);
  });
});

describe('conditions and borders', () => {
  it('judges only districts that fulfil the condition; above is not at least', () => {
    const rule = (when: { atLeast: number } | { above: number }): Rule => ({
      kind: 'count-per-district',
      tiers: ['county'],
      supply: { services: ['elder-home'], attribute: 'facilities' },
      when: [{ group: 'people', ...when }],
    });
    const open = judge(standardWith(rule({ atLeast: 112 })), two());
    expect(at(open, 0)).toMatchObject({ state: 'not-judged', missing: { reason: 'condition' } });
    expect(at(open, 1)).toMatchObject({ state: 'short', shortfall: 1, peopleConcerned: 112 });
    expect(at(open, WHOLE_AREA)).toMatchObject({ denominator: 1, shortfall: 1 });
    expect(at(judge(standardWith(rule({ above: 112 })), two()), 1)?.state).toBe('not-judged');
  });

  it('counts what can be reached across the border, once the user opens it', () => {
    const rule: Rule = {
      kind: 'count-per-district',
      tiers: ['county'],
      supply: { services: ['elder-home'], attribute: 'facilities' },
    };
    // The home stands at place 2, west; place 4, the first of the east, is 222 m away.
    const closed = two();
    const open = { ...closed, crossBoundary: true };
    expect(at(judge(standardWith(rule), closed), 1)?.state).toBe('short');
    expect(at(judge(standardWith(rule), open, { catchmentMeters: 230 }), 1)).toMatchObject({
      state: 'met',
      value: 1,
    });
    expect(at(judge(standardWith(rule), open, { catchmentMeters: 200 }), 1)?.state).toBe('short');
  });
});
