import { describe, expect, it } from 'vitest';
import { readDistrictBands } from '../../../src/core/forecast/district-bands.ts';
import { UnusableData } from '../../../src/core/issue.ts';
import type { Table } from '../../../src/core/table/table.ts';
import { districtsOfTwoBanks } from '../../worlds/two-banks.ts';

const districts = districtsOfTwoBanks();

function tableOf(...lines: string[]): Table {
  const [header, ...rows] = lines.map((line) => line.split(' '));
  return {
    file: 'bands.csv',
    encoding: 'utf-8',
    delimiter: ',',
    header,
    rows,
    rowNumbers: Int32Array.from(rows, (_, i) => i + 2),
  };
}

const read = (kind: 'shares' | 'counts', ...lines: string[]) =>
  readDistrictBands(tableOf(...lines), districts, 0, kind);

describe('a table of districts × age bands', () => {
  it('is matched by code or by name, in any order of rows', () => {
    const byName = read('counts', '街道 0-2岁 60岁及以上', '东岸 5 1,000', '西岸 7 20');
    expect(byName.value).toEqual({
      matchedBy: '街道',
      bands: [
        { band: 'age_0_2', values: Float64Array.of(7, 5, Number.NaN) },
        { band: 'age_60_plus', values: Float64Array.of(20, 1000, Number.NaN) },
      ],
    });
    expect(byName.issues).toEqual([]);
    expect(read('counts', '编码 0-2岁', 'X 3', 'W 4').value.bands[0].values).toEqual(
      Float64Array.of(4, Number.NaN, 3),
    );
  });

  it('takes shares as they are written: per cent, of one, or in hundredths', () => {
    const shares = (...cells: string[]) =>
      [...read('shares', '编码 0-59岁 60岁及以上', `W ${cells.join(' ')}`).value.bands].map(
        ({ values }) => values[0],
      );
    expect(shares('75%', '25%')).toEqual([0.75, 0.25]);
    expect(shares('0.75', '0.25')).toEqual([0.75, 0.25]);
    expect(shares('75', '25')).toEqual([0.75, 0.25]);
    // Hundredths below 1 beside a per cent sign stay what they say.
    expect(shares('0.9%', '25%')[0]).toBeCloseTo(0.009, 15);
  });

  it('names the rows and cells it cannot use', () => {
    const { value, issues } = read('counts', '编码 0-2岁', 'W 4', 'W 5', 'Q 6', 'E many', 'X -1');
    expect([...value.bands[0].values]).toEqual([4, Number.NaN, Number.NaN]);
    expect(issues.map((issue) => [issue.code, issue.row, issue.values?.text])).toEqual([
      ['district-table-twice', 3, 'W'],
      ['district-table-unknown', 4, 'Q'],
      ['population-not-a-number', 5, 'many'],
      ['population-negative', 6, '-1'],
    ]);
  });

  it('is refused when nothing matches, or it has no bands', () => {
    expect(() => read('counts', '编码 0-2岁', 'Q 4')).toThrow(UnusableData);
    expect(() => read('counts', '编码 0-2岁', 'Q 4')).toThrow('district-table-no-match');
    expect(() => read('counts', '编码 总人口', 'W 4')).toThrow('district-table-no-bands');
  });
});
