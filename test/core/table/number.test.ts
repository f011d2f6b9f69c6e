import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCoordinate, readNumber, readPair } from '../../../src/core/table/number.ts';

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
])('%j is %d', (text, value) => {
  expect(readNumber(text)).toBeCloseTo(value, 9);
});

test.each(['', ' ', '-', 'N/A', '无', 'null', '[]'])('%j is blank', (text) => {
  expect(readNumber(text)).toBeNaN();
});

test.each(['abc', '12-15', '1.2.3', '约300', '1,5', '2020/03/04', '12:30', 'Infinity', '0x10', '三十'])(
  '%j is no number',
  (text) => {
    expect(readNumber(text)).toBeUndefined();
  },
);

test('any number as JavaScript writes it is read back', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(readNumber(String(value))).toBe(Object.is(value, -0) ? 0 : value);
      expect(readCoordinate(String(value))).toBe(Object.is(value, -0) ? 0 : value);
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

test.each([
  ['121.4737', 121.4737],
  ['121°28\'12"', 121.47],
  ['121°28′12″E', 121.47],
  ['W 46.5', -46.5],
  ['31.2°N', 31.2],
  ['东经121.5', 121.5],
  ['30°S', -30],
])('coordinate %j is %d', (text, value) => {
  expect(readCoordinate(text)).toBeCloseTo(value, 9);
});

test.each(['abc', '121.4,31.2', '12N34'])('%j is no coordinate', (text) => {
  expect(readCoordinate(text)).toBeUndefined();
});

test.each([
  ['104.07,30.62', [104.07, 30.62]],
  ['(104.07, 30.62)', [104.07, 30.62]],
  ['[104.07，30.62]', [104.07, 30.62]],
  ['POINT(104.07 30.62)', [104.07, 30.62]],
  ['-51.2;-30', [-51.2, -30]],
])('%j is a pair', (text, pair) => {
  expect(readPair(text)).toEqual(pair);
});

test.each(['104.07', '1,2,3', 'a,b', ''])('%j is no pair', (text) => {
  expect(readPair(text)).toBeUndefined();
});
