import { EARTH_RADIUS_METERS } from '../core/analysis/distance.ts';

/** Shapes of walking: the route with its ends off the streets, the walking area, hatched places. `kind` chooses the layer. */
type Position = [lng: number, lat: number];

function line(kind: string, coordinates: GeoJSON.Position[]): GeoJSON.Feature {
  return { type: 'Feature', properties: { kind }, geometry: { type: 'LineString', coordinates } };
}

/** The path along the streets, and the way from where people live to the street and from there to the facility. */
export function routeFeatures(path: readonly Position[], from: Position, to: Position): GeoJSON.Feature[] {
  if (path.length === 0) return [];
  const ends = [line('off-street', [from, path[0]]), line('off-street', [path[path.length - 1], to])];
  return path.length < 2 ? ends : [line('route', [...path]), ...ends];
}

export function areaFeature(coordinates: Position[][][]): GeoJSON.Feature {
  return { type: 'Feature', properties: { kind: 'area' }, geometry: { type: 'MultiPolygon', coordinates } };
}

/** Cells as polygons, as the graphics card draws them: six corners from the angle on, against the clock. */
export function cellPolygons(
  places: readonly number[],
  {
    lng,
    lat,
    hexagon,
  }: {
    lng: Float64Array;
    lat: Float64Array;
    hexagon: { angleDegrees: number; radiusMeters: number };
  },
): GeoJSON.Feature[] {
  const degrees = (hexagon.radiusMeters / EARTH_RADIUS_METERS) * (180 / Math.PI);
  return places.map((place) => {
    const stretch = 1 / Math.cos((lat[place] * Math.PI) / 180);
    const ring = Array.from({ length: 7 }, (_, k): Position => {
      const angle = ((hexagon.angleDegrees + (k % 6) * 60) * Math.PI) / 180;
      return [lng[place] + Math.cos(angle) * degrees * stretch, lat[place] + Math.sin(angle) * degrees];
    });
    return {
      type: 'Feature',
      properties: { kind: 'hatched' },
      geometry: { type: 'Polygon', coordinates: [ring] },
    };
  });
}
