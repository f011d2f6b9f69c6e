import { expect, test } from 'vitest';
import { headerUnit, readInUnit } from '../../../src/core/table/header-unit.ts';

test.each([
  ['常住人口（万人）', 10_000],
  ['用地面积(公顷)', 10_000],
  ['用地面积【单位：亩】', 10_000 / 15],
  ['面积（万㎡）', 10_000],
  ['面积(km²)', 1_000_000],
  ['site_area_ha', 10_000],
])('%s: times %d', (header, factor) => {
  expect(headerUnit(header)?.factor).toBeCloseTo(factor, 9);
});

test.each(['人口（人）', '建筑面积（㎡）', '床位', '名称（中文）', '距离（千米）', 'name_ha_x'])(
  '%s changes nothing',
  (header) => {
    expect(headerUnit(header)).toBeUndefined();
  },
);

test('a cell that names its own unit is believed; blanks and words stay what they are', () => {
  const unit = headerUnit('用地面积（亩）');
  expect(readInUnit('3', unit)).toBeCloseTo(2000, 9);
  expect(readInUnit('约１，５００', unit)).toBeCloseTo(1_000_000, 6);
  expect(readInUnit('1200㎡', unit)).toBe(1200);
  expect(readInUnit('0.5公顷', unit)).toBe(5000);
  expect(readInUnit('—', unit)).toBeNaN();
  expect(readInUnit('很大', unit)).toBeUndefined();
  expect(readInUnit('3', undefined)).toBe(3);
});
