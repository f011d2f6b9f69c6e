import { expect, it } from 'vitest';
import { guessMapping } from '../../../src/core/table/guess.ts';
import { collection, feature, featureContent, square } from '../../builders/files.ts';

async function roleOf(name: string, properties: Record<string, unknown>[]): Promise<string> {
  const shapes = properties.map((one, k) =>
    feature({ type: 'Polygon', coordinates: [square(121 + k, 31)] }, one),
  );
  return guessMapping(await featureContent(collection(shapes), name)).mapping.role;
}

it('takes polygons that are called water, railway or wall for barriers', async () => {
  for (const name of [
    '水体.geojson',
    '河流面.geojson',
    '铁路用地.geojson',
    '围墙.geojson',
    '屏障.geojson',
    'water.geojson',
    'osm_river_polygons.geojson',
    'railway.geojson',
    'city-walls.geojson',
    'barriers.geojson',
  ]) {
    expect(await roleOf(name, [{ name: '甲' }]), name).toBe('barriers');
  }
});

it('and those whose rows say so, mostly', async () => {
  expect(await roleOf('a.geojson', [{ natural: 'water' }, { natural: 'water' }, { natural: 'wood' }])).toBe(
    'barriers',
  );
  expect(await roleOf('a.geojson', [{ waterway: 'riverbank' }])).toBe('barriers');
  expect(await roleOf('a.geojson', [{ 类型: '河流' }, { 类型: '湖泊' }])).toBe('barriers');
  // Parks and woods are the background, water among them or not.
  expect(await roleOf('a.geojson', [{ natural: 'water' }, { natural: 'wood' }, { natural: 'wood' }])).toBe(
    'background',
  );
});

it('but not districts that are called after a river, nor people', async () => {
  for (const name of [
    '河西区.geojson',
    '河南省.geojson',
    'riverside.geojson',
    'Waterloo.geojson',
    'wallingford.geojson',
  ]) {
    expect(await roleOf(name, [{ name: '甲', adcode: '310101' }]), name).toBe('districts');
  }
  expect(await roleOf('河流沿岸人口.geojson', [{ name: '甲', 常住人口: 5 }])).toBe('people');
});
