import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromWgs84, toWgs84 } from '../../../src/core/crs/convert.ts';
import { gaussKrueger, projectionOfEpsg } from '../../../src/core/crs/epsg.ts';
import { isShifted } from '../../../src/core/crs/regions.ts';
import { readFiles } from '../../../src/core/formats/registry.ts';
import type { CoordinateSystem } from '../../../src/core/table/mapping.ts';
import { describeWithData, inputFile } from '../../shared-data.ts';

const METERS_PER_DEGREE = 111_320;

function metersBetween([lng1, lat1]: readonly number[], [lng2, lat2]: readonly number[]): number {
  const east = (lng2 - lng1) * METERS_PER_DEGREE * Math.cos((lat1 * Math.PI) / 180);
  return Math.hypot(east, (lat2 - lat1) * METERS_PER_DEGREE);
}

/** Within a kilometre of where the shift ends, two true positions can have one image: no inverse can tell them apart. */
function isBesideUnshifted(lng: number, lat: number): boolean {
  const around = [-0.01, 0, 0.01].flatMap((dx) =>
    [-0.01, 0, 0.01].map((dy) => isShifted(lng + dx, lat + dy)),
  );
  return around.includes(true) && around.includes(false);
}

const EXACT_SYSTEMS: CoordinateSystem[] = [
  'gcj02',
  'bd09',
  'webmercator',
  `proj:${gaussKrueger(120, 500_000)}`,
];

test.each(EXACT_SYSTEMS)('%s there and back over a grid of China: under a centimetre', (crs) => {
  let worst = 0;
  let beside = 0;
  for (let lng = 73.5; lng <= 135; lng += 0.317) {
    for (let lat = 18; lat <= 53.5; lat += 0.271) {
      if (crs.startsWith('proj') && Math.abs(lng - 120) > 6) continue;
      if (isBesideUnshifted(lng, lat)) beside++;
      else worst = Math.max(worst, metersBetween([lng, lat], toWgs84(crs, ...fromWgs84(crs, lng, lat))));
    }
  }
  expect(beside).toBeLessThan(10);
  expect(worst).toBeLessThan(0.01);
});

test('Baidu metres there and back: under a metre', () => {
  // Baidu publishes one polynomial for each direction; they are each other's inverse only nearly.
  fc.assert(
    fc.property(
      fc.double({ min: 74, max: 134, noNaN: true }),
      fc.double({ min: 18.2, max: 53, noNaN: true }),
      (lng, lat) => {
        const there = fromWgs84('bd09mc', lng, lat);
        expect(metersBetween([lng, lat], toWgs84('bd09mc', ...there))).toBeLessThan(1);
      },
    ),
  );
});

test('in China the shift is real: 100 to 1,000 m', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 80, max: 118, noNaN: true }),
      fc.double({ min: 24, max: 48, noNaN: true }),
      (lng, lat) => {
        const distance = metersBetween([lng, lat], fromWgs84('gcj02', lng, lat));
        expect(distance).toBeGreaterThan(50);
        expect(distance).toBeLessThan(1000);
      },
    ),
  );
});

test.each([
  ['Porto Alegre', -51.2, -30.03],
  ['Jakarta', 106.8, -6.2],
  ['Hong Kong, Central', 114.158, 22.281],
  ['Hong Kong, Tai Po', 114.165, 22.45],
  ['Macau', 113.543, 22.198],
  ['Macau, Coloane', 113.57, 22.12],
  ['Taipei', 121.565, 25.033],
  ['Kaohsiung', 120.3, 22.63],
])('%s is not shifted', (_, lng, lat) => {
  expect(toWgs84('gcj02', lng, lat)).toEqual([lng, lat]);
  expect(fromWgs84('gcj02', lng, lat)).toEqual([lng, lat]);
});

test.each([
  ['Shenzhen, Futian', 114.055, 22.54],
  ['Shenzhen, Luohu', 114.12, 22.55],
  ['Shenzhen, Shekou', 113.92, 22.487],
  ['Shenzhen, Yantian', 114.236, 22.557],
  ['Zhuhai, Gongbei', 113.549, 22.223],
  ['Zhuhai, Hengqin', 113.52, 22.13],
  ['Xiamen', 118.09, 24.48],
  ['Pingtan', 119.79, 25.5],
])('%s is shifted', (_, lng, lat) => {
  expect(isShifted(lng, lat)).toBe(true);
});

test('positions that are none stay none', () => {
  for (const crs of ['gcj02', 'bd09', 'bd09mc', 'webmercator'] as const) {
    expect(toWgs84(crs, Number.NaN, 31).some(Number.isNaN)).toBe(true);
  }
});

test('zones of CGCS2000', () => {
  expect(projectionOfEpsg(4509)).toBe(gaussKrueger(117, 500_000));
  expect(projectionOfEpsg(4547)).toBe(gaussKrueger(114, 500_000));
  expect(projectionOfEpsg(4526)).toBe(gaussKrueger(114, 38_500_000));
  expect(projectionOfEpsg(4490)).toBe('');
  expect(projectionOfEpsg(2327)).toBeUndefined();
});

describeWithData('twelve BD-09 places in Shanghai', 'import', (folder) => {
  test('lie within 4 m of their reference positions', async () => {
    const { value } = await readFiles([inputFile(join(folder, 'baidu_bd09_newjiangwan_sample.csv'))]);
    if (value.kind !== 'table') throw new Error('not a table');
    const at = (name: string) => value.table.header.indexOf(name);
    const places = value.table.rows.map((row) => {
      const number = (name: string) => Number(row[at(name)]);
      const [lng, lat] = toWgs84('bd09', number('lng_bd09'), number('lat_bd09'));
      return { lng, lat, east: number('local_east_m'), north: number('local_north_m') };
    });
    // The reference is in metres east and north of 121.505, 31.333 at 111,320 m a degree: so a least-squares fit tells.
    const perLng = METERS_PER_DEGREE * Math.cos((31.333 * Math.PI) / 180);
    expect(places).toHaveLength(12);
    for (const { lng, lat, east, north } of places) {
      const eastError = (lng - 121.505) * perLng - east;
      const northError = (lat - 31.333) * METERS_PER_DEGREE - north;
      expect(Math.hypot(eastError, northError)).toBeLessThan(4);
    }
  });
});
