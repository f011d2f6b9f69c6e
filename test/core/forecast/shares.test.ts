import { describe, expect, it } from 'vitest';
import { bandsFromShares } from '../../../src/core/forecast/shares.ts';
import { assignmentOfTwoBanks, demandOfTwoBanks, districtsOfTwoBanks } from '../../worlds/two-banks.ts';

const people = demandOfTwoBanks().columns[0].values;
const [district] = assignmentOfTwoBanks;
const names = districtsOfTwoBanks().name;

describe('bands from shares by district', () => {
  const share = (...values: number[]) => Float64Array.from(values);

  it('are total × share where people live, and not surveyed outside', () => {
    const { value, issues } = bandsFromShares(
      people,
      district,
      [{ band: 'age_60_plus', share: share(0.25, 0.5, 0.1) }],
      names,
    );
    expect([...value[0].values]).toEqual([0.25, 0.5, 1, 2, 8, 16, 32, Number.NaN]);
    expect(issues).toEqual([{ severity: 'warning', code: 'shares-missing', values: { count: 1 } }]);
  });

  it('sum to the people where the bands are the whole of life, in spite of rounded shares', () => {
    const { value, issues } = bandsFromShares(
      people,
      district,
      [
        { band: 'age_0_14', share: share(0.133, 0.2, 0.2) },
        { band: 'age_15_59', share: share(0.612, 0.6, 0.6) },
        { band: 'age_60_plus', share: share(0.254, 0.3, Number.NaN) },
      ],
      names,
    );
    for (let place = 0; place < 7; place++) {
      expect(value.reduce((sum, { values }) => sum + values[place], 0)).toBeCloseTo(people[place], 12);
    }
    // 0.999 is rounding; 1.1 is not.
    expect(issues.map(({ code, values }) => [code, values])).toEqual([
      ['shares-not-whole', { district: '东岸', sum: 110 }],
      ['shares-missing', { count: 1 }],
    ]);
  });
});
