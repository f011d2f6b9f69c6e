import { expect, test } from 'vitest';
import { readPositions } from '../../../src/core/dataset/positions.ts';
import { RowIssues } from '../../../src/core/dataset/rows.ts';
import { guessMapping } from '../../../src/core/table/guess.ts';
import { runSync } from '../../../src/core/task.ts';
import { codes, tableContent } from '../../builders/files.ts';

/** The whole road of a small table: guessed, then read. */
async function placesOf(text: string) {
  const content = await tableContent(text);
  const { mapping } = guessMapping(content, 'facilities');
  if (mapping.role !== 'facilities') throw new Error('no facilities');
  const found = new RowIssues(content.table);
  const { lng, lat } = runSync(readPositions(content, mapping, found));
  return { mapping, lng: [...lng], lat: [...lat], issues: found.issues };
}

test('degrees × 10⁶ are divided, and it is said', async () => {
  const { lng, lat, issues } = await placesOf(
    'name,lng,lat\na,121473700,31230400\nb,121480000,31240000\nc,,\n',
  );
  expect(lng).toEqual([121.4737, 121.48, Number.NaN]);
  expect(lat).toEqual([31.2304, 31.24, Number.NaN]);
  expect(issues).toMatchObject([
    { code: 'coordinates-scaled', values: { rows: 2, factor: 1_000_000 } },
    { code: 'coordinates-missing', row: 4 },
  ]);
});

test('degrees × 10⁶ without telling names, latitude first', async () => {
  const { mapping, lng } = await placesOf('name,p,q\na,31230400,121473700\nb,31240000,121480000\n');
  expect(mapping).toMatchObject({ lng: 'q', lat: 'p', crs: 'wgs84' });
  expect(lng).toEqual([121.4737, 121.48]);
});

test.each([
  ['lng,lat', '121.4737，31.2304'],
  ['latitude first', '31.2304、121.4737'],
  ['in the west of China, where the longitude is below 90', '43.8256 87.6168'],
  ['degrees, minutes, seconds', '31°13′49.44″N 121°28′25.32″E'],
  ['labels', '{"lat":31.2304,"lng":121.4737}'],
])('both in one cell: %s', async (_, cell) => {
  const { lng, lat, issues } = await placesOf(`name\t位置\na\t${cell}\nb\t${cell}\n`);
  const west = cell.startsWith('43');
  expect(lng[0]).toBeCloseTo(west ? 87.6168 : 121.4737, 9);
  expect(lat[0]).toBeCloseTo(west ? 43.8256 : 31.2304, 9);
  expect(codes(issues)).toEqual([]);
});

test('degrees, minutes and seconds in two columns', async () => {
  const { lng, lat } = await placesOf('name,经度,纬度\na,116°23′29″E,N39 54 20\n');
  expect(lng[0]).toBeCloseTo(116.391389, 6);
  expect(lat[0]).toBeCloseTo(39.905556, 6);
});
