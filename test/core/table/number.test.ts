import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readNumber, readShare } from '../../../src/core/table/number.ts';

test.each([
  ['35人', 35],
  ['1,200㎡', 1200],
  ['１，２００', 1200],
  ['1.2万人', 12_000],
  ['3公顷', 30_000],
  ['1.5亩', 1000],
  ['2.16090000000e+004', 21_609],
  [' 12 ', 12],
  ['-5', -5],
  ['−5', -5],
  ['450 m2', 450],
  ['30张床', 30],
  ['12.', 12],
  ['约300人', 300],
  ['近１２０', 120],
  ['300余人', 300],
  ['１２３，', 123],
  ['12 345', 12_345],
  ['1 234 567.5', 1_234_567.5],
  ['3千人', 3000],
  ['2百万', 2_000_000],
  ['3千米', 3],
  ['1.2万㎡', 12_000],
  ['2亩', 20_000 / 15],
  ['0.5公顷', 5000],
  ['2ha', 20_000],
  ['0.3平方公里', 300_000],
])('%j is %d', (text, value) => {
  expect(readNumber(text)).toBeCloseTo(value, 9);
});

test.each(['', ' ', '-', '—', 'N/A', '#N/A', '无', '不详', '暂缺', 'null', '[]'])('%j is blank', (text) => {
  expect(readNumber(text)).toBeNaN();
});

test.each(['abc', '12-15', '1.2.3', '35%', '1,5', '2020/03/04', '12:30', 'Infinity', '0x10', '三十'])(
  '%j is no number',
  (text) => {
    expect(readNumber(text)).toBeUndefined();
  },
);

test('any number as JavaScript writes it is read back', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(readNumber(String(value))).toBe(Object.is(value, -0) ? 0 : value);
    }),
  );
});

test('any integer with thousands separators is read back', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (value) => {
      expect(readNumber(value.toLocaleString('en-US'))).toBe(value);
    }),
  );
});

test('a percentage is a share and no amount', () => {
  expect(readShare('35%')).toBe(0.35);
  expect(readShare(' １２．５％ ')).toBe(0.125);
  expect(readShare('3‰')).toBe(0.003);
  expect(readShare('35')).toBeUndefined();
});
