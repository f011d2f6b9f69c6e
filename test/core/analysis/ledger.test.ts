import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate } from '../../../src/core/analysis/allocation.ts';
import { OUTSIDE_DISTRICTS, WHOLE_AREA } from '../../../src/core/analysis/coverage.ts';
import { ledger } from '../../../src/core/analysis/ledger.ts';
import { ledgerCsv } from '../../../src/core/report/ledger-table.ts';
import { runSync } from '../../../src/core/task.ts';
import { catchmentsOf } from '../../builders/catchments.ts';
import { assignmentOfTwoBanks, districtsOfTwoBanks } from '../../worlds/two-banks.ts';

const districts = districtsOfTwoBanks();
const places = assignmentOfTwoBanks[0].length;
/** One facility reaches all but the last place and has room for 2½ people. */
const matrix = catchmentsOf([Array.from({ length: places - 1 }, (_, i): [number, number] => [i, 100 * i])]);
const people = Float64Array.from({ length: places }, (_, i) => 2 ** i);
const allocation = runSync(allocate(matrix, [2.5], people));

describe('ledger', () => {
  it('sums every level to the whole area', () => {
    const rows = ledger(allocation, people, districts, assignmentOfTwoBanks);
    const all = rows[0];
    expect(all).toEqual({
      district: WHOLE_AREA,
      level: 'all',
      served: 2.5,
      noPlace: 2 ** (places - 1) - 1 - 2.5,
      outOfReach: 2 ** (places - 1),
      total: 2 ** places - 1,
    });
    for (const level of districts.levels) {
      const own = rows.filter((row) => row.level === level);
      for (const state of ['served', 'noPlace', 'outOfReach', 'total'] as const)
        expect(own.reduce((sum, row) => sum + row[state], 0)).toBe(all[state]);
    }
  });

  it('sums to the total as printed, whatever fractions of people there are', () => {
    const amount = fc.double({ min: 0, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, amount, amount), { minLength: 1, maxLength: 30 }), (three) => {
        const by = (k: number) => Float64Array.from(three, (one) => one[k]);
        const parts = { served: by(0), noPlace: by(1), outOfReach: by(2) };
        const total = Float64Array.from(three, ([a, b, c]) => a + b + c);
        const text = ledgerCsv(
          [{ service: 's', group: 'g', rows: ledger(parts, total, undefined, []) }],
          undefined,
        );
        const cells = text.split('\n')[1].split(',').slice(3);
        const millionths = cells.map((cell) => {
          const [whole, rest = ''] = cell.split('.');
          return BigInt(whole + rest.padEnd(6, '0'));
        });
        expect(millionths[0] + millionths[1] + millionths[2]).toBe(millionths[3]);
      }),
      { numRuns: 300, seed: 47 },
    );
  });

  it('is written with the codes of districts, all, and outside', () => {
    const rows = ledger(allocation, people, districts, assignmentOfTwoBanks);
    rows.push({ ...rows[0], district: OUTSIDE_DISTRICTS, level: districts.levels[0] });
    const lines = ledgerCsv([{ service: 'nursery', group: 'age_0_2', rows }], districts)
      .trimEnd()
      .split('\n');
    expect(lines[0]).toBe('service,group,district_code,served,no_place,out_of_reach,total');
    expect(lines[1]).toMatch(/^nursery,age_0_2,all,2\.5,/);
    expect(lines[2].split(',')[2]).toBe(districts.code[rows[1].district]);
    expect(lines.at(-1)?.split(',')[2]).toBe(`outside ${districts.levels[0]}`);
  });
});
