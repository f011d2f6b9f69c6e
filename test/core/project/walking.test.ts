import { expect, it } from 'vitest';
import type { OpenSource } from '../../../src/core/project/load.ts';
import { summaryOf } from '../../../src/core/report/summary.ts';
import { analyse, settingsWith, sourceOf, textFile } from '../../builders/analysis.ts';
import { collection, feature, jsonFile, unusable } from '../../builders/files.ts';
import { townGeoJson } from '../../builders/town.ts';
import { at } from '../../worlds/river-town.ts';

type Place = [x: number, y: number];

const ring = (west: number, south: number, east: number, north: number) =>
  [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ].map((place) => at(place as Place));

async function sources(
  people: [string, Place, number][],
  facilities: [string, Place][],
): Promise<OpenSource[]> {
  const row = (name: string, place: Place, rest: string) => `${name},${at(place).join(',')},${rest}`;
  const places = people.map(([name, place, count]) => row(name, place, String(count)));
  const kindergartens = facilities.map(([name, place]) => row(`${name},${name}`, place, '幼儿园'));
  return [
    await sourceOf(textFile('p.csv', `name,lng,lat,人口\n${places.join('\n')}\n`), 'people', {
      crs: 'wgs84',
    }),
    await sourceOf(textFile('f.csv', `id,name,lng,lat,类型\n${kindergartens.join('\n')}\n`), 'facilities', {
      crs: 'wgs84',
    }),
    { files: [townGeoJson()], mapping: { role: 'streets' } },
  ];
}

const settings = settingsWith({ resolution: 'points', standards: [] });

it('names who finds no street, and apart from them who is cut off by a barrier', async () => {
  const given = await sources(
    [
      ['near', [1, 0.1], 1],
      ['walled', [1.5, 0.3], 2],
      ['far', [1, 20], 4],
    ],
    [
      ['open', [2, 1.1]],
      ['shut', [2.5, 0.3]],
      ['away', [2, 20]],
    ],
  );
  const walls = collection(
    [ring(1.4, 0.25, 1.6, 0.35), ring(2.4, 0.25, 2.6, 0.35)].map((coordinates) =>
      feature({ type: 'Polygon', coordinates: [coordinates] }),
    ),
  );
  given.push({ files: [jsonFile('围墙.geojson', walls)], mapping: { role: 'barriers' } });
  const result = await analyse(given, settings);
  const told = result.issues.map(({ code, values }) => [code, values?.names ?? values?.name, values?.people]);
  expect(told.filter(([code]) => String(code).match(/unlinked|cut-off/))).toEqual([
    ['places-unlinked', '3', 4],
    ['places-cut-off', '2', 2],
    ['facility-cut-off', 'shut', undefined],
    ['facility-unlinked', 'away', undefined],
  ]);
  expect(summaryOf(result).walking).toMatchObject({
    places_unlinked: 2,
    places_cut_off_by_barrier: 1,
    facilities_unlinked: 2,
    facilities_cut_off_by_barrier: 1,
  });
  // Without the walls both are linked.
  const open = await analyse(given.slice(0, -1), settings);
  expect(summaryOf(open).walking).toMatchObject({ places_unlinked: 1, facilities_unlinked: 1 });
});

it('refuses streets that are elsewhere, and tells them from people who are all cut off', async () => {
  const elsewhere = await sources([['far', [1, 20], 4]], [['open', [2, 1.1]]]);
  expect((await unusable(() => analyse(elsewhere, settings))).code).toBe('streets-elsewhere');
  const walled = await sources([['walled', [1.5, 0.3], 2]], [['open', [2, 1.1]]]);
  const wall = collection([feature({ type: 'Polygon', coordinates: [ring(1.4, 0.25, 1.6, 0.35)] })]);
  walled.push({ files: [jsonFile('围墙.geojson', wall)], mapping: { role: 'barriers' } });
  expect((await analyse(walled, settings)).issues.map((one) => one.code)).toContain('places-cut-off');
});
