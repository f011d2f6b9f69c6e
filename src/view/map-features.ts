import { circle } from '@turf/turf';
import type { StandardState } from '../core/standards/row.ts';

/** Shapes that the map draws beside the cells, as GeoJSON. */

type Collection = GeoJSON.FeatureCollection;

export interface DistrictShapes {
  name: string[];
  level: Int32Array;
  levels: string[];
  geojson: Collection;
  labelLng: Float64Array;
  labelLat: Float64Array;
}

export const NOTHING: Collection = { type: 'FeatureCollection', features: [] };

/** What a district shows: its state, or that it is painted by a number, with how strongly. */
export interface DistrictPaint {
  states: readonly (StandardState | 'counted' | '')[];
  /** Opacity by district, where the state alone does not say it. */
  strengths?: ArrayLike<number>;
}

/** Districts with their state written beside, so that patterns can be chosen by it. */
export function districtFeatures(
  districts: DistrictShapes,
  { states, strengths }: DistrictPaint,
): Collection {
  return {
    type: 'FeatureCollection',
    features: districts.geojson.features.map((feature) => ({
      ...feature,
      properties: {
        ...feature.properties,
        state: states[Number(feature.id)] ?? '',
        ...(strengths ? { strength: strengths[Number(feature.id)] } : {}),
      },
    })),
  };
}

/** Names of the districts of one level, where they stand. */
export function nameFeatures(districts: DistrictShapes, level: string | undefined): Collection {
  const wanted = level === undefined ? -1 : districts.levels.indexOf(level);
  const features: GeoJSON.Feature[] = [];
  districts.name.forEach((name, row) => {
    if (districts.level[row] !== wanted || name === '') return;
    features.push({
      type: 'Feature',
      properties: { row, name },
      geometry: { type: 'Point', coordinates: [districts.labelLng[row], districts.labelLat[row]] },
    });
  });
  return { type: 'FeatureCollection', features };
}

export function lineBetween(from: GeoJSON.Position, to: GeoJSON.Position): GeoJSON.Feature {
  return { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: [from, to] } };
}

/** A circle of so many metres around a position: the catchment as the crow flies. */
export function circleAround(lng: number, lat: number, meters: number): GeoJSON.Feature<GeoJSON.Polygon> {
  return circle([lng, lat], meters, { units: 'meters', steps: 96 });
}

/** A square with sides of twice so many metres, for a site that is only a point. */
export function squareAround(lng: number, lat: number, meters: number): GeoJSON.Feature<GeoJSON.Polygon> {
  const north = meters / 111_195;
  const east = north / Math.cos((lat * Math.PI) / 180);
  const corners = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
    [-1, -1],
  ].map(([x, y]) => [lng + x * east, lat + y * north]);
  return { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [corners] } };
}

/** Positions as the graphics card takes them: x, y, z in one run. */
export function positionsOf({
  count,
  lng,
  lat,
}: {
  count: number;
  lng: Float64Array;
  lat: Float64Array;
}): Float64Array {
  const positions = new Float64Array(count * 3);
  for (let i = 0; i < count; i++) {
    positions[i * 3] = lng[i];
    positions[i * 3 + 1] = lat[i];
  }
  return positions;
}
