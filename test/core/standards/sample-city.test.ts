import { beforeAll, describe, expect, it } from 'vitest';
import type { Rule } from '../../../src/core/standards/rule.ts';
import {
  type City,
  compounds,
  judgeInCity,
  nearestSite,
  openSampleCity,
  rowNamed,
  sites,
  sumOf,
  unitsOf,
} from '../../builders/sample-city.ts';
import { standardWith } from '../../builders/standards.ts';

/** Each kind of rule against the sample city, recomputed from its tables by plain loops. */
let city: City;
beforeAll(async () => {
  city = await openSampleCity();
});

const homes = compounds();
const kindergartens = sites('幼儿园');
const schools = sites('小学');
const places = { services: ['kindergarten'], attribute: 'places' };
const counted = { services: ['kindergarten'], attribute: 'facilities' };
const DISTRICTS = unitsOf('区').map(({ name }) => name);

const judge = (rule: Rule, value: number, change: Parameters<typeof standardWith>[1] = {}) =>
  judgeInCity(city, standardWith(rule, { value, ...change }));

/** Both verdicts must occur, else the city would not show that the evaluator can tell them apart. */
function bothVerdicts(states: string[]) {
  expect(new Set(states)).toEqual(new Set(['met', 'short']));
}

describe('the sample city', () => {
  it('ratio: kindergarten places a child, and the places missing', async () => {
    const result = await judge({ kind: 'ratio', supply: places, group: 'age_3_5', per: 1 }, 1);
    const states = DISTRICTS.map((name) => {
      const children = sumOf(
        homes.filter((one) => one.district === name),
        (one) => one.column('3-5岁'),
      );
      const supply = sumOf(
        kindergartens.filter((one) => one.district === name),
        (one) => one.capacity,
      );
      const row = rowNamed(city, result, name);
      expect(row).toMatchObject({ numerator: supply, denominator: children, value: supply / children });
      expect(row.state).toBe(supply >= children ? 'met' : 'short');
      expect(row.shortfall).toBe(Math.max(0, children - supply));
      return row.state;
    });
    bothVerdicts(states);
    expect(rowNamed(city, result, '汀北区')).toMatchObject({ shortfallUnit: 'places', side: 'below' });
  });

  it('share: places on sites of at least 3,000 m² among all places', async () => {
    const part = { ...places, where: [{ attribute: 'landArea', atLeast: 3000 }] };
    const result = await judge({ kind: 'share', part, whole: places }, 60, { unit: '%' });
    const states = DISTRICTS.map((name) => {
      const all = kindergartens.filter((one) => one.district === name);
      const large = sumOf(
        all.filter((one) => one.land >= 3000),
        (one) => one.capacity,
      );
      const whole = sumOf(all, (one) => one.capacity);
      const row = rowNamed(city, result, name);
      expect(row).toMatchObject({ numerator: large, denominator: whole });
      expect(row.unsurveyed).toBe(all.filter((one) => Number.isNaN(one.land)).length);
      expect(row.state).toBe((large * 100) / whole >= 60 ? 'met' : 'short');
      if (row.state === 'short') expect(row.shortfall).toBeCloseTo(0.6 * whole - large, 9);
      return row.state;
    });
    bothVerdicts(states);
  });

  it('count per district: an elder-care home in every street', async () => {
    const supply = { services: ['elder-home'], attribute: 'facilities' };
    const result = await judge({ kind: 'count-per-district', tiers: ['township'], supply }, 1);
    const elderHomes = sites('养老机构');
    const streets = unitsOf('街道').map(({ name }) => name);
    const without = streets.filter((name) => !elderHomes.some((one) => one.street === name));
    for (const name of streets) {
      const count = elderHomes.filter((one) => one.street === name).length;
      const people = sumOf(
        homes.filter((one) => one.street === name),
        (one) => one.column('常住人口'),
      );
      expect(rowNamed(city, result, name)).toMatchObject(
        count > 0
          ? { state: 'met', value: count, shortfall: 0 }
          : { state: 'short', value: 0, shortfall: 1, shortfallUnit: 'facilities', peopleConcerned: people },
      );
    }
    const concerned = homes.filter((one) => without.includes(one.street));
    expect(result.rows[0]).toMatchObject({
      level: 'all',
      state: 'short',
      numerator: streets.length - without.length,
      denominator: streets.length,
      shortfall: without.length,
      peopleConcerned: sumOf(concerned, (one) => one.column('常住人口')),
    });
  });

  it('share of districts: streets with four kindergartens', async () => {
    const rule: Rule = { kind: 'share-of-districts', tier: 'township', supply: counted, atLeast: 4 };
    const result = await judge(rule, 60, { unit: '%' });
    const states = DISTRICTS.map((name) => {
      const district = unitsOf('区').find((one) => one.name === name);
      const streets = unitsOf('街道').filter((one) => one.parent === district?.code);
      const enough = streets.filter(
        (street) => kindergartens.filter((one) => one.street === street.name).length >= 4,
      );
      const row = rowNamed(city, result, name);
      expect(row).toMatchObject({ numerator: enough.length, denominator: streets.length });
      const isMet = (enough.length * 100) / streets.length >= 60;
      expect(row.state).toBe(isMet ? 'met' : 'short');
      if (!isMet) expect(row.shortfall).toBe(Math.ceil(0.6 * streets.length) - enough.length);
      return row.state;
    });
    bothVerdicts(states);
  });

  it('coverage: children within 500 m of a kindergarten, straight', async () => {
    const limit = { meters: 500 };
    const rule: Rule = { kind: 'coverage', supply: counted, group: 'age_3_5', limit, share: 60 };
    const result = await judge(rule, 500, { operator: '<=', unit: 'm' });
    const states = DISTRICTS.map((name) => {
      const here = homes.filter((one) => one.district === name);
      const near = here.filter((one) => nearestSite(one, kindergartens).meters <= 500);
      const children = sumOf(here, (one) => one.column('3-5岁'));
      const reached = sumOf(near, (one) => one.column('3-5岁'));
      const row = rowNamed(city, result, name);
      expect(row).toMatchObject({
        numerator: reached,
        denominator: children,
        value: (reached * 100) / children,
      });
      expect(row.state).toBe(reached * 100 >= 60 * children ? 'met' : 'short');
      if (row.state === 'short') {
        expect(row.shortfall).toBeCloseTo(0.6 * children - reached, 9);
        expect(row.peopleConcerned).toBe(children - reached);
      }
      return row.state;
    });
    bothVerdicts(states);
    expect(result.reach).toMatchObject({ reading: 'straight', meters: 500 });
  });

  it('coverage of all: a kindergarten and a school within 800 m, and the weaker of the two', async () => {
    const baskets = [
      { zh: '幼儿园', en: 'Kindergarten', services: ['kindergarten'] },
      { zh: '小学', en: 'Primary school', services: ['primary-school'] },
    ];
    const rule: Rule = {
      kind: 'coverage-of-all',
      baskets,
      group: 'people',
      limit: { meters: 800 },
      share: 70,
    };
    const result = await judge(rule, 800, { operator: '<=', unit: 'm' });
    const states = DISTRICTS.map((name) => {
      const here = homes.filter((one) => one.district === name);
      const people = (list: typeof here) => sumOf(list, (one) => one.column('常住人口'));
      const lacks = (all: typeof kindergartens) => here.filter((one) => nearestSite(one, all).meters > 800);
      const [noKindergarten, noSchool] = [lacks(kindergartens), lacks(schools)];
      const both = here.filter((one) => !noKindergarten.includes(one) && !noSchool.includes(one));
      const row = rowNamed(city, result, name);
      expect(row).toMatchObject({ numerator: people(both), denominator: people(here) });
      const [first, second] = [people(noKindergarten), people(noSchool)];
      expect(row.weakest).toMatchObject({
        en: baskets[first >= second ? 0 : 1].en,
        people: Math.max(first, second),
      });
      return row.state;
    });
    bothVerdicts(states);
  });

  it('total: judged for the whole area, shown for its districts', async () => {
    const rule: Rule = { kind: 'total', supply: counted, unit: 1 };
    const all = kindergartens.length;
    expect((await judge(rule, all)).rows[0]).toMatchObject({ state: 'met', value: all });
    const short = await judge(rule, all + 20);
    expect(short.rows[0]).toMatchObject({ state: 'short', shortfall: 20, shortfallUnit: 'facilities' });
    const cap = await judge(rule, all - 5, { operator: '<=' });
    expect(cap.rows[0]).toMatchObject({ state: 'short', side: 'above', shortfall: 5 });
    expect(sumOf(DISTRICTS, (name) => rowNamed(city, short, name).value)).toBe(all);
    expect(rowNamed(city, short, DISTRICTS[0]).state).toBe('not-judged');
  });
});
