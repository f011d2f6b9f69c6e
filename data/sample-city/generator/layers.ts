import type { Feature, FeatureCollection, Position } from 'geojson';
import { createBackground } from './background.ts';
import type { City } from './city.ts';
import { type Point, signedArea, toLngLat } from './geometry.ts';
import { dissolve, ringPoints } from './ground.ts';

function collection(name: string, features: Feature[]): FeatureCollection & { name: string } {
  return { type: 'FeatureCollection', name, features };
}

function closed(points: Point[]): Position[] {
  const ring = points.map(toLngLat);
  return [...ring, ring[0]];
}

export function streetsLayer({ ground, ways }: City): FeatureCollection {
  return collection(
    'streets',
    ways.map(({ line, tags }) => ({
      type: 'Feature',
      properties: tags,
      geometry: { type: 'LineString', coordinates: ringPoints(ground, line).map(toLngLat) },
    })),
  );
}

export function backgroundLayer(city: City): FeatureCollection {
  return collection(
    'background',
    createBackground(city).map(({ kind, points, tags }) => ({
      type: 'Feature',
      properties: tags,
      geometry:
        kind === 'polygon'
          ? { type: 'Polygon', coordinates: [closed(points)] }
          : { type: 'LineString', coordinates: points.map(toLngLat) },
    })),
  );
}

/** All three levels. Borders are made of the blocks' own points, so they are the same number wherever they meet. */
export function districtsLayer({ ground, blocks, division }: City): FeatureCollection {
  return collection(
    'districts',
    division.districts.map(({ code, name, level, parent, blockRows }) => {
      const rings = dissolve(
        ground,
        blockRows.map((row) => blocks[row].ring),
      ).map((ring) => ringPoints(ground, ring));
      const outer = rings.filter((ring) => signedArea(ring) > 0);
      const holes = rings.filter((ring) => signedArea(ring) < 0);
      if (outer.length !== 1) throw new Error(`${name} is in ${outer.length} pieces`);
      return {
        type: 'Feature',
        properties: { code, name, level, parent },
        geometry: { type: 'Polygon', coordinates: [...outer, ...holes].map(closed) },
      };
    }),
  );
}
