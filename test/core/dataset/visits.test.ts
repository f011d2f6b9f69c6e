import { expect, it, test } from 'vitest';
import { visitsColumn, weekdaysIn } from '../../../src/core/dataset/visits.ts';
import { facilitiesOfTwoBanks } from '../../worlds/two-banks.ts';

test.each([
  ['周一', 1],
  ['周一、周三', 2],
  ['周一、三、五', 3],
  ['周一至周五', 5],
  ['星期六-星期日', 2],
  ['周五至周一', 4],
  ['每天', 7],
  ['工作日', 5],
  ['Mon, Wed', 2],
  ['每天 9:00–17:00', 7],
  ['', Number.NaN],
  ['待定', Number.NaN],
])('“%s” is %d days', (text, days) => {
  expect(weekdaysIn(text)).toBe(days);
});

it('prefers a number to the days, and turns weeks into months', () => {
  const stops = {
    ...facilitiesOfTwoBanks(),
    numbers: {
      daysPerWeek: Float64Array.of(3, Number.NaN, Number.NaN, Number.NaN),
      visitsPerMonth: Float64Array.of(Number.NaN, Number.NaN, 13, Number.NaN),
    },
    texts: { weekdays: ['周一', '周一、周三', '', ''] },
  };
  expect([...visitsColumn(stops, 'week')]).toEqual([3, 2, 3, Number.NaN]);
  expect([...visitsColumn(stops, 'month')]).toEqual([13, (2 * 52) / 12, 13, Number.NaN]);
});
