import { expect, it } from 'vitest';
import { haversineMeters } from '../../src/core/analysis/distance.ts';
import { circleAround } from '../../src/view/map-features.ts';
import { placeAt } from '../../src/view/place-at.ts';
import { formatView, parseView } from '../../src/view/shared-view.ts';

/** Places 111.2 m apart along a meridian. */
const places = {
  count: 4,
  lng: Float64Array.of(121, 121, 121, 121),
  lat: Float64Array.of(31, 31.001, 31.002, 31.003),
};

it('finds the place under a position, among those that are drawn', () => {
  expect(placeAt(places, 121, 31.0011, 80, () => true)).toBe(1);
  expect(placeAt(places, 121, 31.0011, 80, (i) => i !== 1)).toBe(-1);
  expect(placeAt(places, 122, 31, 80, () => true)).toBe(-1);
});

it('draws circles of the metres they say', () => {
  const { geometry } = circleAround(121, 31, 500);
  expect(geometry.coordinates[0]).toHaveLength(97);
  for (const [lng, lat] of geometry.coordinates[0])
    expect(Math.abs(haversineMeters(121, 31, lng, lat) - 500)).toBeLessThan(0.5);
});

it('reads a view from the address and writes it back', () => {
  expect(parseView('#121.47,31.23,12.5')).toEqual({ lng: 121.47, lat: 31.23, zoom: 12.5 });
  expect(parseView(formatView({ lng: 121.47, lat: 31.23, zoom: 12.5 }))).toEqual({
    lng: 121.47,
    lat: 31.23,
    zoom: 12.5,
  });
  for (const wrong of ['', '#', '#1,2', '#a,b,c', '#500,31,3']) expect(parseView(wrong)).toBeUndefined();
});
