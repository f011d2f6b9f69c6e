import { expect, it } from 'vitest';
import { sortLines } from '../../src/view/sort-lines.ts';

const lines = [
  { name: '第2街道', share: 0.5 },
  { name: '第10街道', share: Number.NaN },
  { name: '第1街道', share: 0.9 },
];

it('sorts numbers both ways with the missing last', () => {
  expect(sortLines(lines, 'share', 'ascending', 'zh-CN').map((one) => one.share)).toEqual([
    0.5,
    0.9,
    Number.NaN,
  ]);
  expect(sortLines(lines, 'share', 'descending', 'zh-CN').map((one) => one.share)).toEqual([
    0.9,
    0.5,
    Number.NaN,
  ]);
});

it('sorts names by the numbers in them', () => {
  const names = sortLines(lines, 'name', 'ascending', 'zh-CN').map((one) => one.name);
  expect(names).toEqual(['第1街道', '第2街道', '第10街道']);
});
