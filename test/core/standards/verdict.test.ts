import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelOfTier, tierOf } from '../../../src/core/dataset/district-levels.ts';
import { PROFILES, profileStandards } from '../../../src/core/standards/profiles.ts';
import { resolveStandard } from '../../../src/core/standards/resolved.ts';
import type { Rule } from '../../../src/core/standards/rule.ts';
import { isComputable, STANDARDS, type Standard, standardOf } from '../../../src/core/standards/standard.ts';
import { standardSchema } from '../../../src/core/standards/standard-schema.ts';
import { compare, verdictOn } from '../../../src/core/standards/verdict.ts';
import { stepOf } from '../../../src/core/standards/yearly-step.ts';
import { standardWith } from '../../builders/standards.ts';

const amount = (value: number) => value;

describe('a verdict', () => {
  it('tells the operators apart at the number itself', () => {
    const at = (operator: Standard['operator'], value: number, unit = '') =>
      compare(operator, 10, value, unit)?.isMet;
    expect([at('>=', 10), at('>', 10), at('<=', 10), at('<', 10), at('=', 10)]).toEqual([
      true,
      false,
      true,
      false,
      true,
    ]);
    expect([at('=', 10.5), at('=', 9.5)]).toEqual([false, false]);
    // 应保尽保: all of them; a rate above 100 % is not too much.
    expect([compare('=', 100, 101, '%')?.isMet, compare('=', 100, 99.99, '%')?.isMet]).toEqual([true, false]);
    expect([at('~=', 9.5), at('~=', 10.5), at('~=', 9.49), at('~=', 10.51)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect([at('rule', 3), at('benchmark', 3), compare('>=', null, 3)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('names the side of a range, and the nearer end to come to', () => {
    const range = { operator: 'range' as const, value: [10, 20] as [number, number], unit: '' };
    expect(verdictOn(range, 8, amount)).toMatchObject({ state: 'short', side: 'below', shortfall: 2 });
    expect(verdictOn(range, 23, amount)).toMatchObject({ state: 'short', side: 'above', shortfall: 3 });
    expect([10, 20].map((value) => verdictOn(range, value, amount).state)).toEqual(['met', 'met']);
    const cap = { operator: '<=' as const, value: 5, unit: '' };
    expect(verdictOn(cap, 7, amount)).toMatchObject({ side: 'above', shortfall: 2 });
  });

  it('is met, or missing exactly what leads to the number', () => {
    const numbers = fc.double({ min: 0.1, max: 1000, noNaN: true });
    fc.assert(
      fc.property(numbers, numbers, (target, value) => {
        const { state, shortfall } = verdictOn({ operator: '>=', value: target, unit: '' }, value, amount);
        expect(state).toBe(value >= target ? 'met' : 'short');
        expect(value + shortfall).toBeCloseTo(Math.max(value, target), 9);
      }),
    );
  });

  it('says the step a year that is left, up or down, and none when its year has come', () => {
    const row = { operator: '>=' as const, target: 4.5, value: 3.5, unit: '' };
    expect(stepOf(row, 2023, 2025)).toBe(0.5);
    expect(stepOf({ ...row, operator: '<=', value: 6.5 }, 2023, 2025)).toBe(-1);
    expect([stepOf(row, 2025, 2025), stepOf(row, null, 2025), stepOf(row, 2023, null)]).toEqual(
      Array(3).fill(undefined),
    );
    expect(stepOf({ ...row, value: 5 }, 2023, 2025)).toBeUndefined();
  });
});

describe('a changed standard', () => {
  const ratio: Rule = {
    kind: 'ratio',
    supply: { services: ['childcare'], attribute: 'places' },
    group: 'people',
    per: 1000,
  };
  const limit = { meters: 300 };
  const coverage: Rule = {
    kind: 'coverage',
    supply: { services: ['kindergarten'], attribute: 'facilities' },
    group: 'people',
    limit,
    share: 100,
  };
  const places = standardWith(ratio, { value: 4.5, profile: 'x' });
  const radius = standardWith(coverage, { operator: '<=', value: 300, unit: 'm', profile: 'x' });
  const departs = (standard: Standard, change: object) =>
    resolveStandard(standard, { id: 'test', ...change }).departure;

  it('is said to be weaker when anything passes that did not', () => {
    expect([departs(places, {}), departs(places, { value: 4.5 })]).toEqual([undefined, undefined]);
    expect([departs(places, { value: 4 }), departs(places, { value: 6 })]).toEqual(['weaker', 'stricter']);
    expect(departs({ ...places, operator: '>' }, { operator: '>=' })).toBe('weaker');
    expect(
      departs({ ...places, operator: 'range', value: [1, 2] }, { operator: 'range', value: [1, 3] }),
    ).toBe('weaker');
    expect(departs({ ...places, operator: 'benchmark', value: null }, { value: 3 })).toBe('stricter');
    expect(departs(places, { group: 'age_0_2' })).toBe('other');
  });

  it('of coverage is weaker with a longer limit or a smaller share', () => {
    expect([departs(radius, { limitMeters: 500 }), departs(radius, { value: 500 })]).toEqual([
      'weaker',
      'weaker',
    ]);
    expect([departs(radius, { limitMeters: 200 }), departs(radius, { share: 90 })]).toEqual([
      'stricter',
      'weaker',
    ]);
    expect(departs(radius, { limitMinutes: 5 })).toBe('other');
    const changed = resolveStandard(radius, { id: 'test', limitMeters: 500, share: 80 });
    expect(changed.rule).toMatchObject({ limit: { meters: 500 }, share: 80 });
    expect(changed.value).toBe(500);
  });
});

describe('the library', () => {
  it('fits its own schema, record by record', () => {
    for (const standard of STANDARDS) {
      const parsed = standardSchema.safeParse(standard);
      expect([standard.id, parsed.error?.issues ?? []]).toEqual([standard.id, []]);
    }
    expect(new Set(STANDARDS.map(({ id }) => id)).size).toBe(STANDARDS.length);
    expect(standardOf('cn14-elder-land-per-person')).toMatchObject({ value: 0.1, profile: 'cn-14fyp' });
  });

  it('switches on, by profile, only what is verified and computable', () => {
    for (const { id } of PROFILES) {
      for (const one of profileStandards(id)) {
        const standard = standardOf(one) as Standard;
        expect([one, standard.profile, standard.verified, isComputable(standard)]).toEqual([
          one,
          id,
          true,
          true,
        ]);
      }
    }
    expect(profileStandards('cn-14fyp')).toContain('cn14-childcare-places');
  });
});

it('finds the tier of a level by its name', () => {
  expect(
    [
      '省',
      '市',
      '区',
      '县',
      '街道',
      '镇',
      '社区',
      '村',
      'county',
      'township',
      'district',
      '小区',
      '片区',
    ].map(tierOf),
  ).toEqual([
    'province',
    'prefecture',
    'county',
    'county',
    'township',
    'township',
    'community',
    'village',
    'county',
    'township',
    undefined,
    undefined,
    undefined,
  ]);
  expect(levelOfTier(['区', '街道', '社区'], 'village')).toBe(2);
  expect(levelOfTier(['区', '村', '社区'], 'community')).toBe(2);
  expect(levelOfTier(['区', '街道'], 'prefecture')).toBe(-1);
});
