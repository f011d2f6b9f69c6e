import { describe, expect, it } from 'vitest';
import { OUTSIDE_DISTRICTS, WHOLE_AREA } from '../../../src/core/analysis/coverage.ts';
import { shortfallSentence } from '../../../src/core/report/shortfall-sentence.ts';
import { evaluateStandard } from '../../../src/core/standards/evaluate.ts';
import { type Standard, standardOf } from '../../../src/core/standards/standard.ts';
import { runSync } from '../../../src/core/task.ts';
import { sayIn } from '../../../src/view/words/index.ts';
import {
  assignmentOfTwoBanks,
  demandOfTwoBanks,
  districtsOfTwoBanks,
  facilitiesOfTwoBanks,
  facilityAssignmentOfTwoBanks,
} from '../../worlds/two-banks.ts';

const standard = standardOf('cn14-elder-land-per-person') as Standard;

function evaluate(change: Partial<Standard> = {}) {
  return runSync(
    evaluateStandard({ ...standard, ...change }, 150, {
      demand: demandOfTwoBanks(),
      facilities: facilitiesOfTwoBanks(),
      districts: districtsOfTwoBanks(),
      assignment: assignmentOfTwoBanks,
      facilityAssignment: facilityAssignmentOfTwoBanks,
    }),
  );
}

describe('elder-care land per person', () => {
  const { rows, catchment } = evaluate();
  const at = (district: number) => rows.find((row) => row.district === district);

  it('divides the land of the open facilities by the residents, district by district', () => {
    expect(at(0)).toMatchObject({
      state: 'met',
      supply: 6,
      people: 15,
      value: 6 / 15,
      facilities: 2,
      unsurveyed: 1,
    });
    expect(at(1)).toMatchObject({ state: 'met', supply: 20, people: 112, value: 20 / 112 });
    expect(at(WHOLE_AREA)).toMatchObject({ state: 'met', supply: 26, people: 255 });
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
    const unsurveyed = evaluate({ services: ['elder-home'] }).rows.find((row) => row.district === 0);
    expect(unsurveyed).toMatchObject({ state: 'not-surveyed', shortfall: Number.NaN, peopleConcerned: 0 });
    // Not a single such facility in the data: nobody has looked, which is not a shortfall of everything.
    const absent = evaluate({ services: ['funeral-home'] });
    expect(absent.rows[0]).toMatchObject({
      state: 'not-surveyed',
      shortfall: Number.NaN,
      peopleConcerned: 0,
    });
    expect(absent.catchment.underSuppliedPeople).toBeNaN();
  });

  it('tells ≥ from >', () => {
    expect(evaluate({ value: 6 / 15 }).rows.find((row) => row.district === 0)?.state).toBe('met');
    expect(evaluate({ value: 6 / 15, operator: '>' }).rows.find((row) => row.district === 0)?.state).toBe(
      'short',
    );
  });

  it('shares land within the catchment: 6 m² among places 0–1, 20 m² among 5–7', () => {
    const expected = [2, 2, 0, 0, 0, 20 / 224, 20 / 224, 20 / 224];
    catchment.access.forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i], 12);
    });
    expect(catchment.underSuppliedPeople).toBe(255 - 3);
    expect(catchment.shortfall).toBeCloseTo(0.1 * (4 + 8 + 16) + (0.1 - 20 / 224) * 224, 9);
  });

  it('says it in a sentence with the numbers, the clause and the year, in both languages', () => {
    const row = at(OUTSIDE_DISTRICTS);
    if (!row) throw new Error('no row');
    const zh = shortfallSentence(standard, row, '河滩', sayIn('zh'));
    expect(zh).toContain('河滩养老服务设施用地 0 m²，常住人口 128 人，人均 0.000 m²，低于 0.1 m²，缺 13 m²');
    expect(zh).toContain('专栏1 注3');
    expect(shortfallSentence(standard, row, 'The flats', sayIn('en'))).toContain('13 m² are missing');
  });
});
