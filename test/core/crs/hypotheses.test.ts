import { describe, expect, it } from 'vitest';
import { fromWgs84, toWgs84 } from '../../../src/core/crs/convert.ts';
import { hypothesesFor } from '../../../src/core/crs/hypotheses.ts';
import { fileNamePattern, sourceKey } from '../../../src/core/crs/source-key.ts';

describe('hypotheses by the size of the numbers', () => {
  it('are three for degrees in China and one elsewhere', () => {
    expect(hypothesesFor(121.5, 31.2).map(({ id }) => id)).toEqual(['wgs84', 'gcj02', 'bd09']);
    expect(hypothesesFor(-51.2, -30).map(({ id }) => id)).toEqual(['wgs84']);
  });

  it('are Baidu and Web Mercator for metres of China, with their residuals', () => {
    const found = hypothesesFor(12_959_650, 4_826_550);
    expect(found.map(({ id, residualMeters }) => [id, residualMeters])).toEqual([
      ['bd09mc', 4],
      ['webmercator', 0],
    ]);
  });

  it('read the zone before an easting, of 3 and of 6 degrees', () => {
    expect(hypothesesFor(40_515_000, 3_450_000)).toMatchObject([{ id: 'cgcs2000-zone', meridian: 120 }]);
    expect(hypothesesFor(21_350_000, 3_450_000)).toMatchObject([{ id: 'cgcs2000-zone', meridian: 123 }]);
  });

  it('take the two meridians nearest to what is loaded, or all of them', () => {
    const near = hypothesesFor(540_000, 3_450_000, 121.4);
    expect(near.map(({ meridian }) => meridian)).toEqual([120, 123]);
    expect(hypothesesFor(540_000, 3_450_000)).toHaveLength(21);
    const [x, y] = fromWgs84(near[0].crs, 121.4, 31.2);
    expect(toWgs84(near[0].crs, x, y)[0]).toBeCloseTo(121.4, 7);
  });

  it('are the declared one alone, and none for numbers that fit nothing', () => {
    expect(hypothesesFor(0, 0, Number.NaN, '+proj=utm +zone=51').map(({ id }) => id)).toEqual(['declared']);
    expect(hypothesesFor(12, 5_000)).toEqual([]);
  });
});

describe('the key of a source', () => {
  it('is the same for the next delivery and another for other columns', () => {
    const header = ['名称', '经度', '纬度'];
    expect(fileNamePattern('养老驿站2024-05 (1).csv')).toBe('养老驿站#-#');
    expect(sourceKey('养老驿站2024.csv', header)).toBe(sourceKey('养老驿站2025 (2).csv', header));
    expect(sourceKey('养老驿站2024.csv', header)).not.toBe(sourceKey('养老驿站2024.csv', ['名称', 'x', 'y']));
  });
});
