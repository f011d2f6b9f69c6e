import { describe, expect, it } from 'vitest';
import { columnTotal, type DemandColumn } from '../../../src/core/dataset/demand.ts';
import { rescaleToOfficial } from '../../../src/core/forecast/rescale.ts';
import { assignmentOfTwoBanks, demandOfTwoBanks, districtsOfTwoBanks } from '../../worlds/two-banks.ts';

const people = demandOfTwoBanks().columns[0].values;
const [district] = assignmentOfTwoBanks;
const names = districtsOfTwoBanks().name;

function column(id: string, ...values: number[]): DemandColumn {
  return { id, unit: 'people', values: Float64Array.from(values) };
}

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
