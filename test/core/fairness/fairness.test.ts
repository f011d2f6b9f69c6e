import { describe, expect, it } from 'vitest';
import { OUTSIDE_DISTRICTS, WHOLE_AREA } from '../../../src/core/analysis/coverage.ts';
import { fairness } from '../../../src/core/fairness/fairness.ts';
import { UnusableData } from '../../../src/core/issue.ts';
import { runSync } from '../../../src/core/task.ts';
import { assignmentOfTwoBanks, demandOfTwoBanks, districtsOfTwoBanks } from '../../worlds/two-banks.ts';

const people = demandOfTwoBanks().columns[0].values;

function ofTwoBanks(values: number[], income?: number[]) {
  return runSync(
    fairness({
      values: Float64Array.from(values),
      groups: [{ group: 'people', people }],
      districts: districtsOfTwoBanks(),
      assignment: assignmentOfTwoBanks,
      ...(income ? { income: { values: Float64Array.from(income), poor: 'low' as const } } : {}),
    }),
  );
}

describe('fairness of two banks', () => {
  // West 1 2 4 8 people: 0 each but the eight, who have 15. East 16 32 64: 5 each. Outside 128: 10 each.
  const result = ofTwoBanks([0, 0, 0, 15, 5, 5, 5, 10]);
  const at = (district: number) => result.rows.find((row) => row.district === district);

  it('has a figure for the whole, each district and the outside', () => {
    expect(result.rows.map(({ district }) => district)).toEqual([WHOLE_AREA, 0, 1, 2, OUTSIDE_DISTRICTS]);
    expect(at(WHOLE_AREA)).toMatchObject({
      people: 255,
      mean: (120 + 560 + 1280) / 255,
      p10: 5,
      p90: 10,
      p90p10: 2,
    });
    // Seven of fifteen have nothing, the rest share alike: G = 7/15, T = ln(15/8).
    expect(at(0)?.gini).toBeCloseTo(7 / 15, 15);
    expect(at(0)?.theil).toBeCloseTo(Math.log(15 / 8), 15);
    expect(at(0)).toMatchObject({ state: 'computed', p10: 0, p90: 15, p90p10: Number.POSITIVE_INFINITY });
    expect(at(1)).toMatchObject({ people: 112, gini: 0, theil: 0, p90p10: 1 });
    expect(at(2)).toMatchObject({ state: 'no-people', people: 0, gini: Number.NaN, mean: Number.NaN });
    expect(at(OUTSIDE_DISTRICTS)).toMatchObject({ people: 128, gini: 0 });
  });

  it('splits the inequality between and within the districts, by hand', () => {
    const [split] = result.splits;
    expect(split.within).toBeCloseTo((120 / 1960) * Math.log(15 / 8), 15);
    expect(split.within + split.between).toBeCloseTo(split.total, 12);
    expect(split.parts.map(({ district }) => district)).toEqual([0, 1, 2, OUTSIDE_DISTRICTS]);
    expect(split.parts.reduce((sum, part) => sum + part.between, 0)).toBeCloseTo(split.between, 14);
  });

  it('counts who is left out, and says why there is no figure', () => {
    const { rows } = ofTwoBanks([
      Number.NaN,
      Number.NaN,
      Number.NaN,
      Number.NaN,
      Infinity,
      Infinity,
      Infinity,
      0,
    ]);
    expect(rows.map((row) => row.state)).toEqual([
      'nothing',
      'not-surveyed',
      'unreachable',
      'no-people',
      'nothing',
    ]);
    expect(rows[0]).toMatchObject({ people: 128, unsurveyedPeople: 15, unreachablePeople: 112, mean: 0 });
    expect(rows[0].gini).toBeNaN();
  });

  it('has a Palma ratio where incomes are known, and none without', () => {
    expect(at(WHOLE_AREA)?.palma).toBeNaN();
    const { rows } = ofTwoBanks([5, 5, 5, 5, 5, 5, 5, 10], [1, 1, 1, 1, 1, 1, 1, 2]);
    // The richest tenth (25.5) all live outside; the poorest 102 of 127 have 5 each.
    expect(rows[0].palma).toBeCloseTo(2, 14);
  });

  it('draws a curve for each group', () => {
    expect(result.curves[0].group).toBe('people');
    expect(result.curves[0].points[1]).toEqual([1 / 255, 0]);
  });

  it('refuses negative values and names the place', () => {
    expect(() => ofTwoBanks([1, 1, -2, 1, 1, 1, 1, 1])).toThrow(UnusableData);
    expect(() => ofTwoBanks([1, 1, -2, 1, 1, 1, 1, 1])).toThrow('"place":3');
  });
});
