import { describe, expect, it } from 'vitest';
import { OUTSIDE_DISTRICTS, WHOLE_AREA } from '../../../src/core/analysis/coverage.ts';
import { shortfallSentence } from '../../../src/core/report/shortfall-sentence.ts';
import type { RatioRule } from '../../../src/core/standards/rule.ts';
import { type Standard, standardOf } from '../../../src/core/standards/standard.ts';
import { sayIn } from '../../../src/view/words/index.ts';
import { inputOf, judge } from '../../builders/standards.ts';
import {
  assignmentOfTwoBanks,
  demandOfTwoBanks,
  districtsOfTwoBanks,
  facilitiesOfTwoBanks,
  facilityAssignmentOfTwoBanks,
} from '../../worlds/two-banks.ts';

const standard = standardOf('cn14-elder-land-per-person') as Standard & { rule: RatioRule };

function evaluate(change: Partial<Standard> = {}) {
  const input = inputOf({
    demand: demandOfTwoBanks(),
    facilities: facilitiesOfTwoBanks(),
    districts: districtsOfTwoBanks(),
    assignment: assignmentOfTwoBanks,
    facilityAssignment: facilityAssignmentOfTwoBanks,
  });
  return judge({ ...standard, ...change }, input, { catchmentMeters: 150 });
}

function ofServices(services: string[]): Partial<Standard> {
  return { rule: { ...standard.rule, supply: { ...standard.rule.supply, services } } };
}

describe('elder-care land per person', () => {
  const result = evaluate();
  const { rows, catchment } = result;
  const at = (district: number) => rows.find((row) => row.district === district);

  it('divides the land of the open facilities by the residents, district by district', () => {
    expect(at(0)).toMatchObject({
      state: 'met',
      numerator: 6,
      denominator: 15,
      value: 6 / 15,
      facilities: 2,
      unsurveyed: 1,
    });
    expect(at(1)).toMatchObject({ state: 'met', numerator: 20, denominator: 112, value: 20 / 112 });
    expect(at(WHOLE_AREA)).toMatchObject({ state: 'met', numerator: 26, denominator: 255 });
  });

  it('counts what is missing as land and as the people concerned', () => {
    const short = evaluate({ value: 0.5 }).rows.find((row) => row.district === 0);
    expect(short).toMatchObject({ state: 'short', shortfall: 0.5 * 15 - 6, peopleConcerned: 15 });
    // Nobody has built there, and 128 people live there: short by all of it.
    expect(at(OUTSIDE_DISTRICTS)).toMatchObject({
      state: 'short',
      value: 0,
      shortfall: 12.8,
      peopleConcerned: 128,
    });
  });

  it('says no people, and not surveyed, instead of a shortfall', () => {
    expect(at(2)).toMatchObject({ state: 'no-people', shortfall: Number.NaN, peopleConcerned: 0 });
    const unsurveyed = evaluate(ofServices(['elder-home'])).rows.find((row) => row.district === 0);
    expect(unsurveyed).toMatchObject({ state: 'not-surveyed', shortfall: Number.NaN, peopleConcerned: 0 });
    // Not a single such facility in the data: nobody has looked, which is not a shortfall of everything.
    const absent = evaluate(ofServices(['funeral-home']));
    expect(absent.rows[0]).toMatchObject({
      state: 'not-surveyed',
      shortfall: Number.NaN,
      peopleConcerned: 0,
    });
    expect(absent.catchment?.underSuppliedPeople).toBeNaN();
  });

  it('tells ≥ from >', () => {
    expect(evaluate({ value: 6 / 15 }).rows.find((row) => row.district === 0)?.state).toBe('met');
    expect(evaluate({ value: 6 / 15, operator: '>' }).rows.find((row) => row.district === 0)?.state).toBe(
      'short',
    );
  });

  it('shares land within the catchment: 6 m² among places 0–1, 20 m² among 5–7', () => {
    const expected = [2, 2, 0, 0, 0, 20 / 224, 20 / 224, 20 / 224];
    catchment?.access.forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i], 12);
    });
    expect(catchment?.underSuppliedPeople).toBe(255 - 3);
    expect(catchment?.shortfall).toBeCloseTo(0.1 * (4 + 8 + 16) + (0.1 - 20 / 224) * 224, 9);
  });

  it('says it in a sentence with the numbers, the clause and the year, in both languages', () => {
    const row = at(OUTSIDE_DISTRICTS);
    if (!row) throw new Error('no row');
    const zh = shortfallSentence(result, row, '河滩', sayIn('zh'));
    expect(zh).toContain('河滩，养老服务设施人均用地：0 m² ÷ 128 人 = 0 m²/人，未达到不低于 0.1 m²/人');
    expect(zh).toContain('缺 13 m²，涉及 128 人');
    expect(zh).toContain('专栏1 注3');
    expect(zh).toContain('目标年 2025');
    const en = shortfallSentence(result, row, 'The flats', sayIn('en'));
    expect(en).toContain(
      '0 m² ÷ 128 people = 0 m²/person, does not meet the requirement of at least 0.1 m²/person',
    );
    expect(en).toContain('13 m² missing, 128 people concerned');
  });
});
