import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  degreeScale,
  readCoordinate,
  readPair,
  saysLatitudeFirst,
} from '../../../src/core/table/coordinate.ts';

test.each([
  ['121.4737', 121.4737],
  ['121°28\'12"', 121.47],
  ['121°28′12″E', 121.47],
  ['W 46.5', -46.5],
  ['31.2°N', 31.2],
  ['东经121.5', 121.5],
  ['30°S', -30],
  ['116°23′29″E', 116 + 23 / 60 + 29 / 3600],
  ['N39 54 20', 39 + 54 / 60 + 20 / 3600],
  ['39:54:20', 39 + 54 / 60 + 20 / 3600],
  ['39-54-20N', 39 + 54 / 60 + 20 / 3600],
  ["116º23.5'", 116 + 23.5 / 60],
  ['１１６度２３分２９秒', 116 + 23 / 60 + 29 / 3600],
  ['-0°30′', -0.5],
  ['经度：116.5', 116.5],
])('coordinate %j is %d', (text, value) => {
  expect(readCoordinate(text)).toBeCloseTo(value, 9);
});

test.each(['abc', '121.4,31.2', '12N34', '12:30', '39 54', '39°61′', '2020-05-06'])(
  '%j is no coordinate',
  (text) => {
    expect(readCoordinate(text)).toBeUndefined();
  },
);

test.each([
  ['104.07,30.62', [104.07, 30.62]],
  ['(104.07, 30.62)', [104.07, 30.62]],
  ['[104.07，30.62]', [104.07, 30.62]],
  ['POINT(104.07 30.62)', [104.07, 30.62]],
  ['-51.2;-30', [-51.2, -30]],
  ['【121.47、31.23】', [121.47, 31.23]],
  ['121.47 / 31.23', [121.47, 31.23]],
  ['{"lng":121.47,"lat":31.23}', [121.47, 31.23]],
  ['经度：121.47，纬度：31.23', [121.47, 31.23]],
  ['121470000,31230000', [121_470_000, 31_230_000]],
  ['SRID=4326;POINT(121.47 31.23)', [121.47, 31.23]],
])('%j is a pair', (text, pair) => {
  expect(readPair(text)).toEqual(pair);
});

test.each(['104.07', '1,2,3', 'a,b', ''])('%j is no pair', (text) => {
  expect(readPair(text)).toBeUndefined();
});

test.each(['31°30′N 121°15′E', 'N31 30 0, E121 15 0', '北纬31°30′，东经121°15′', '31°30\'0"121°15\'0"'])(
  'degrees and minutes of both in one cell: %s',
  (text) => {
    const pair = readPair(text);
    expect(pair?.[0]).toBeCloseTo(31.5, 9);
    expect(pair?.[1]).toBeCloseTo(121.25, 9);
  },
);

test('which of a pair is the latitude, where letters say so', () => {
  expect(['31.2N,121.4E', '北纬31.2 东经121.4', 'lat:31.2 lng:121.4'].every(saysLatitudeFirst)).toBe(true);
  expect(['121.4E,31.2N', '121.4,31.2', '东经121.4 北纬31.2'].some(saysLatitudeFirst)).toBe(false);
});

test('degrees × 10⁶ and × 10⁷ are told from metres', () => {
  expect(degreeScale(121_473_700, 31_230_400)).toBe(1_000_000);
  expect(degreeScale(31_230_400, 121_473_700)).toBe(1_000_000);
  expect(degreeScale(1_214_737_000, 312_304_000)).toBe(10_000_000);
  // Web Mercator, Gauss-Krüger with and without its zone, degrees.
  expect(degreeScale(13_522_000, 3_640_000)).toBe(1);
  expect(degreeScale(40_545_000, 3_457_000)).toBe(1);
  expect(degreeScale(545_000, 3_457_000)).toBe(1);
  expect(degreeScale(121, 31)).toBe(1);
});

test('any number as JavaScript writes it is a coordinate', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(readCoordinate(String(value))).toBe(Object.is(value, -0) ? 0 : value);
    }),
  );
});

test('degrees, minutes and seconds of any coordinate are read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 179 }), fc.nat(59), fc.nat(59), (d, m, s) => {
      const value = d + m / 60 + s / 3600;
      expect(readCoordinate(`${d}°${m}′${s}″W`)).toBeCloseTo(-value, 9);
      expect(readCoordinate(`E${d} ${m} ${s}`)).toBeCloseTo(value, 9);
    }),
  );
});
