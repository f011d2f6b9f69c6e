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

/** The kinds of rule about single facilities, systems of levels and gaps, recomputed from the sample city's tables. */
let city: City;
beforeAll(async () => {
  city = await openSampleCity();
});

const homes = compounds();
const kindergartens = sites('幼儿园');
const schools = sites('小学');
const DISTRICTS = unitsOf('区').map(({ name }) => name);

const judge = (
  rule: Rule,
  value: number | [number, number] | null,
  change: Parameters<typeof standardWith>[1] = {},
) => judgeInCity(city, standardWith(rule, { value, ...change }));

describe('the sample city', () => {
  it('facility size: kindergartens of at least 200 places, and the places that the small ones lack', async () => {
    const rule: Rule = { kind: 'facility-size', services: ['kindergarten'], attribute: 'places' };
    const smallest = Math.min(...kindergartens.map((one) => one.capacity));
    expect((await judge(rule, smallest)).rows[0]).toMatchObject({ state: 'met', value: 100 });
    const result = await judge(rule, 200);
    for (const name of DISTRICTS) {
      const all = kindergartens.filter((one) => one.district === name);
      const small = all.filter((one) => one.capacity < 200);
      expect(rowNamed(city, result, name)).toMatchObject({
        state: small.length > 0 ? 'short' : 'met',
        numerator: all.length - small.length,
        denominator: all.length,
        shortfall: sumOf(small, (one) => 200 - one.capacity),
        shortfallUnit: 'places',
      });
    }
    expect(result.facilities?.filter((one) => !one.isMet)).toHaveLength(
      kindergartens.filter((one) => one.capacity < 200).length,
    );
  });

  it('catchment people: everybody to the nearest school, and the schools still to be built', async () => {
    const rule: Rule = { kind: 'catchment-people', services: ['primary-school'], group: 'age_6_11' };
    const pupils = schools.map(() => 0);
    for (const home of homes) pupils[nearestSite(home, schools).site] += home.column('6-11岁');
    expect((await judge(rule, Math.max(...pupils), { operator: '<=' })).rows[0].state).toBe('met');
    const result = await judge(rule, 1500, { operator: '<=' });
    const states = DISTRICTS.map((name) => {
      const own = pupils.filter((_, i) => schools[i].district === name);
      const over = own.filter((count) => count > 1500);
      const row = rowNamed(city, result, name);
      expect(row).toMatchObject({
        state: over.length > 0 ? 'short' : 'met',
        numerator: own.length - over.length,
        shortfall: sumOf(over, (count) => Math.ceil(count / 1500) - 1),
        peopleConcerned: sumOf(over, (count) => count),
      });
      return row.state;
    });
    expect(new Set(states)).toEqual(new Set(['met', 'short']));
    const range = await judge(rule, [1, 1500], { operator: 'range' });
    expect(range.rows[0].side).toBe(pupils.some((count) => count < 1) ? undefined : 'above');
  });

  it('inequality: the mean difference between two children, over twice the mean', async () => {
    const supply = { services: ['kindergarten'], attribute: 'places' };
    const rule: Rule = { kind: 'inequality', supply, group: 'age_3_5', tier: 'county' };
    const units = DISTRICTS.map((name) => {
      const children = sumOf(
        homes.filter((one) => one.district === name),
        (one) => one.column('3-5岁'),
      );
      const all = sumOf(
        kindergartens.filter((one) => one.district === name),
        (one) => one.capacity,
      );
      return { children, each: all / children };
    });
    const people = sumOf(units, (unit) => unit.children);
    const mean = sumOf(units, (unit) => unit.children * unit.each) / people;
    const differences = sumOf(units, (a) =>
      sumOf(units, (b) => a.children * b.children * Math.abs(a.each - b.each)),
    );
    const gini = differences / (2 * people * people * mean);
    const shown = await judge(rule, null, { operator: 'rule' });
    expect(shown.rows[0].state).toBe('not-judged');
    expect(shown.rows[0].value).toBeCloseTo(gini, 12);
    expect((await judge(rule, 0.5, { operator: '<=' })).rows[0].state).toBe('met');
    expect((await judge(rule, 0.1, { operator: '<=' })).rows[0]).toMatchObject({
      state: 'short',
      side: 'above',
    });
  });

  it('tiers: which district lacks which node', async () => {
    const node = (zh: string, service: string, tier: 'county' | 'township') => ({
      tier,
      zh,
      en: service,
      supply: { services: [service], attribute: 'facilities' },
    });
    const levels = [node('养老机构', 'elder-home', 'county'), node('小学', 'primary-school', 'township')];
    const result = await judge({ kind: 'tiers', levels }, null, { operator: 'rule' });
    const elderHomes = sites('养老机构');
    const states = DISTRICTS.map((name) => {
      const code = unitsOf('区').find((one) => one.name === name)?.code;
      const streets = unitsOf('街道').filter((one) => one.parent === code);
      const without = streets.filter((street) => !schools.some((one) => one.street === street.name));
      const hasHome = elderHomes.some((one) => one.district === name);
      const missing = without.length + (hasHome ? 0 : 1);
      const row = rowNamed(city, result, name);
      expect(row).toMatchObject({
        denominator: streets.length + 1,
        numerator: streets.length + 1 - missing,
        shortfall: missing,
        state: missing > 0 ? 'short' : 'met',
      });
      const lacking = [...(hasHome ? [] : ['养老机构']), ...(without.length > 0 ? ['小学'] : [])];
      expect((row.lacking ?? []).map(({ zh }) => zh)).toEqual(lacking);
      return row.state;
    });
    expect(states).toContain('met');
    const withStation = [levels[0], node('托育', 'childcare', 'township')];
    const short = await judge({ kind: 'tiers', levels: withStation }, null, { operator: 'rule' });
    const childcare = sites('托育机构');
    for (const street of unitsOf('街道')) {
      const isThere = childcare.some((one) => one.street === street.name);
      expect(rowNamed(city, short, street.name).state).toBe(isThere ? 'met' : 'short');
    }
  });

  it('sums: what the districts of a level have and lack adds up to the whole', async () => {
    const supply = { services: ['kindergarten'], attribute: 'places' };
    const { rows } = await judge({ kind: 'ratio', supply, group: 'age_3_5', per: 1 }, 1);
    const [whole] = rows;
    for (const level of ['区', '街道', '社区']) {
      const own = rows.filter((row) => row.level === level);
      expect(sumOf(own, (row) => row.numerator)).toBe(whole.numerator);
      expect(sumOf(own, (row) => row.denominator)).toBe(whole.denominator);
      expect(sumOf(own, (row) => row.facilities)).toBe(whole.facilities);
    }
    const open = await judgeInCity(city, standardWith({ kind: 'ratio', supply, group: 'age_3_5', per: 1 }), {
      crossBoundary: true,
    });
    for (const level of ['all', '区', '街道']) {
      const own = open.rows.filter((row) => row.level === level);
      expect(sumOf(own, (row) => row.numerator)).toBeCloseTo(whole.numerator, 6);
    }
    expect(rowNamed(city, open, '汀北区').numerator).not.toBeCloseTo(3840, 3);
  });
});
