import type { Feature, FeatureCollection } from 'geojson';
import type { Districts } from '../src/core/dataset/districts.ts';
import { centreOfRing, nestRings, ringArea, ringsOf } from '../src/core/dataset/rings.ts';
import type { DistrictsView } from './protocol.ts';

/** Districts as GeoJSON for drawing, with the place of each name: the centroid of the largest part. */
export function districtsView(districts: Districts): DistrictsView {
  const features: Feature[] = [];
  const labelLng = new Float64Array(districts.count);
  const labelLat = new Float64Array(districts.count);
  for (let d = 0; d < districts.count; d++) {
    const rings = ringsOf(districts.shapes, d);
    const largest = rings.reduce((best, ring) => (ringArea(ring) > ringArea(best) ? ring : best), rings[0]);
    [labelLng[d], labelLat[d]] = largest ? centreOfRing(largest) : [0, 0];
    features.push({
      type: 'Feature',
      id: d,
      properties: { row: d, name: districts.name[d], level: districts.level[d] },
      geometry: { type: 'MultiPolygon', coordinates: nestRings(rings) },
    });
  }
  const geojson: FeatureCollection = { type: 'FeatureCollection', features };
  const { code, name, level, levels, parent } = districts;
  return { code, name, level, levels, parent, geojson, labelLng, labelLat };
}
