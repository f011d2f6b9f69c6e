import { describe, expect, it } from 'vitest';
import { OUTSIDE_DISTRICTS } from '../../../src/core/analysis/coverage.ts';
import { columnTotal, type DemandColumn } from '../../../src/core/dataset/demand.ts';
import { columnsByDistrict, groupOf, singleYears } from '../../../src/core/forecast/pyramids.ts';
import { rescaleToOfficial } from '../../../src/core/forecast/rescale.ts';
import { bandsFromShares } from '../../../src/core/forecast/shares.ts';
import { runSync } from '../../../src/core/task.ts';
import { assignmentOfTwoBanks, demandOfTwoBanks, districtsOfTwoBanks } from '../../worlds/two-banks.ts';

const people = demandOfTwoBanks().columns[0].values;
const [district] = assignmentOfTwoBanks;
const names = districtsOfTwoBanks().name;

function column(id: string, ...values: number[]): DemandColumn {
  return { id, unit: 'people', values: Float64Array.from(values) };
}

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

describe('official totals', () => {
  const columns = [column('people', ...people), column('age_0_2', 1, 1, 1, 1, 2, 2, 4, 9)];

  it('are met by district and band, in the proportions of before; others stay', () => {
    const official = [{ column: 'age_0_2', total: Float64Array.of(10, Number.NaN, Number.NaN) }];
    const { value, issues } = rescaleToOfficial(columns, district, official, names);
    expect([...value.columns[1].values]).toEqual([2.5, 2.5, 2.5, 2.5, 2, 2, 4, 9]);
    expect(value.columns[0]).toBe(columns[0]);
    expect([...value.factors[0].factor]).toEqual([2.5, Number.NaN, Number.NaN]);
    expect(issues).toEqual([]);
  });

  it('cannot be placed where nobody stands, and the people are named', () => {
    const official = [{ column: 'people', total: Float64Array.of(30, 112, 50) }];
    const { value, issues } = rescaleToOfficial(columns, district, official, names);
    expect(columnTotal(value.columns[0])).toBe(30 + 112 + 128);
    expect(issues).toEqual([
      {
        severity: 'warning',
        code: 'official-total-without-people',
        column: 'people',
        values: { district: '无人区', people: 50 },
      },
    ]);
  });
});

describe('single years', () => {
  it('keep each band: single ages as they are, wide ones flat, the open one whole', () => {
    const columns = [
      column('age_0_0', 7),
      column('age_1_2', 10),
      column('age_3_12', 30),
      column('age_13_plus', 100),
    ];
    const { value, issues } = runSync(singleYears(columns));
    expect(value?.top).toBe(13);
    expect([...(value?.people ?? [])]).toEqual([7, 5, 5, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 100]);
    expect(issues).toEqual([
      { severity: 'note', code: 'ages-split', values: { sprague: 0, flat: 2, flatRows: 0 } },
    ]);
  });

  it('take the narrower of overlapping bands', () => {
    const columns = [
      column('age_0_2', 30),
      column('age_0_4', 40),
      column('age_3_4', 10),
      column('age_5_plus', 50),
    ];
    const { value } = runSync(singleYears(columns));
    expect([...(value?.people ?? [])]).toEqual([10, 10, 10, 5, 5, 50]);
  });

  it('need every age from 0 on', () => {
    for (const columns of [
      [column('age_5_plus', 1)],
      [column('age_0_plus', 1)],
      [column('people', 1)],
      [column('age_0_4', 1), column('age_10_plus', 1)],
    ]) {
      const { value, issues } = runSync(singleYears(columns));
      expect(value).toBeUndefined();
      expect(issues.map((issue) => issue.code)).toEqual(['ages-incomplete']);
    }
  });

  it('end at the last band where none is open', () => {
    const { value } = runSync(singleYears([column('age_0_1', 4), column('age_2_3', 6)]));
    expect([value?.top, ...(value?.people ?? [])]).toEqual([4, 2, 2, 3, 3, 0]);
  });

  it('give back the groups they hold, and no group that cuts the open age', () => {
    const { value } = runSync(
      singleYears([column('age_0_1', 4), column('age_2_3', 6), column('age_4_plus', 50)]),
    );
    if (!value) throw new Error('no pyramids');
    const group = (id: string) => groupOf(value, id)?.[0];
    expect([group('people'), group('age_1_2'), group('age_3_plus'), group('age_4_plus')]).toEqual([
      60, 5, 53, 50,
    ]);
    expect([group('age_5_plus'), group('age_2_4'), group('dwellings')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('columns by district', () => {
  it('sum the surveyed places, and those outside in a row of their own', () => {
    const values = people.map((count, place) => (place === 0 ? Number.NaN : count));
    const { district: rows, columns } = columnsByDistrict(
      [{ id: 'age_0_2', unit: 'people', values }],
      districtsOfTwoBanks(),
      assignmentOfTwoBanks,
      0,
    );
    expect([...rows]).toEqual([0, 1, 2, OUTSIDE_DISTRICTS]);
    expect([...columns[0].values]).toEqual([14, 112, Number.NaN, 128]);
  });
});
