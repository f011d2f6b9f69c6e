import { describe, expect, it } from 'vitest';
import { OUTSIDE_DISTRICTS } from '../../../src/core/analysis/coverage.ts';
import type { DemandColumn } from '../../../src/core/dataset/demand.ts';
import { ageProfile, columnsByDistrict, groupOf, singleYears } from '../../../src/core/forecast/pyramids.ts';
import { runSync } from '../../../src/core/task.ts';
import { assignmentOfTwoBanks, demandOfTwoBanks, districtsOfTwoBanks } from '../../worlds/two-banks.ts';

const people = demandOfTwoBanks().columns[0].values;

function column(id: string, ...values: number[]): DemandColumn {
  return { id, unit: 'people', values: Float64Array.from(values) };
}

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

it('the age profile of the city, everybody counted once', () => {
  const profile = ageProfile({
    rows: 2,
    top: 4,
    people: Float64Array.of(1, 2, 4, 8, 16, 1, 0, 0, 0, Number.NaN),
  });
  expect([...profile]).toEqual([2 / 32, 2 / 32, 4 / 32, 8 / 32, 16 / 32]);
});
