import { expect, it } from 'vitest';
import { buildGazetteer, matchNames } from '../../../src/core/review/gazetteer.ts';
import { runSync } from '../../../src/core/task.ts';

const PLACES: [string, number, number][] = [
  ['阳光花园小区', 121.47, 31.23],
  ['（金桥）新村', 121.48, 31.24],
  ['人民路', 121.49, 31.25],
  ['人民路', 121.4905, 31.25],
  ['和平新村', 121.5, 31.2],
  ['和平新村', 121.4, 31.3],
  ['没有位置的小区', Number.NaN, Number.NaN],
];
const gazetteer = buildGazetteer({
  name: PLACES.map(([name]) => name),
  lng: Float64Array.from(PLACES, ([, lng]) => lng),
  lat: Float64Array.from(PLACES, ([, , lat]) => lat),
});
const match = (name: string) => runSync(matchNames([{ row: 7, name }], gazetteer))[0];

it('places exact names and their written forms', () => {
  expect(match('阳光花园小区')).toMatchObject({
    row: 7,
    state: 'matched',
    candidates: [{ place: 0, how: 'exact', score: 1 }],
  });
  expect(match('金桥新村')).toMatchObject({
    state: 'matched',
    candidates: [{ place: 1, how: 'normalised' }],
  });
  expect(match('上海市阳光花园')).toMatchObject({
    state: 'matched',
    candidates: [{ place: 0, how: 'normalised' }],
  });
  // Two pieces of one road are one place.
  expect(match('人民路').state).toBe('matched');
});

it('leaves what is not certain to a person, best first', () => {
  expect(match('和平新村')).toMatchObject({ state: 'candidates' });
  expect(match('和平新村').candidates).toHaveLength(2);
  expect(match('阳光花园二期')).toMatchObject({
    state: 'candidates',
    candidates: [{ place: 0, how: 'contains' }],
  });
  expect(match('阳光华园小区')).toMatchObject({
    state: 'candidates',
    candidates: [{ place: 0, how: 'similar', score: 0.75 }],
  });
});

it('finds nothing for what is not there, for blanks and for places without a position', () => {
  expect(match('东方明珠')).toEqual({ row: 7, state: 'unresolved', candidates: [] });
  expect(match('').state).toBe('unresolved');
  expect(match('没有位置的小区').state).toBe('unresolved');
});
