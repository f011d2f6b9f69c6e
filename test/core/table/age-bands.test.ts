import { expect, test } from 'vitest';
import { ageColumnId } from '../../../src/core/dataset/groups.ts';
import { ageBandOf, ageBands } from '../../../src/core/table/age-bands.ts';
import { profileColumns } from '../../../src/core/table/profile.ts';

test.each([
  ['0-2岁', 'age_0_2'],
  ['3—5岁人口', 'age_3_5'],
  ['60至64岁', 'age_60_64'],
  ['80岁及以上', 'age_80_plus'],
  ['60岁以上人口', 'age_60_plus'],
  ['65+', 'age_65_plus'],
  ['age_0_2', 'age_0_2'],
  ['age_75_plus', 'age_75_plus'],
  ['pop_65_plus', 'age_65_plus'],
  ['0_4', 'age_0_4'],
  ['pop_10_14', 'age_10_14'],
  ['3岁', 'age_3_3'],
  ['5岁以下', 'age_0_4'],
])('%s is %s', (words, id) => {
  const range = ageBandOf(words);
  expect(range && ageColumnId(range)).toBe(id);
});

test.each(['pop_2010_2020', '2015-2020', 'name', '5g基站', 'level_3', 'phone_021_64', '14-3岁', '人口'])(
  '%s is no band',
  (words) => {
    expect(ageBandOf(words)).toBeUndefined();
  },
);

function bandsOf(header: string[]): (string | undefined)[] {
  const row = header.map((_, i) => String(i + 1));
  const table = { file: 't', encoding: '', delimiter: '', header, rows: [row], rowNumbers: Int32Array.of(2) };
  return ageBands(profileColumns(table)).map(({ column, range }) => `${column.name}=${ageColumnId(range)}`);
}

test('a family of first ages runs each to the next, the last is open', () => {
  const header = ['KARYAW1', ...Array.from({ length: 16 }, (_, i) => `U${i * 5}`)];
  const bands = bandsOf(header);
  expect(bands).toHaveLength(16);
  expect([bands[0], bands[15]]).toEqual(['U0=age_0_4', 'U75=age_75_plus']);
});

test('the column for both sexes wins over the two; without it both are taken, to be added', () => {
  expect(bandsOf(['0-4岁', '男0-4岁', '女0-4岁'])).toEqual(['0-4岁=age_0_4']);
  expect(bandsOf(['男0-4岁', '女0-4岁'])).toEqual(['男0-4岁=age_0_4', '女0-4岁=age_0_4']);
});
