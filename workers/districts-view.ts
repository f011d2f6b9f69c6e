import type { Feature, FeatureCollection, Position } from 'geojson';
import type { Districts } from '../src/core/dataset/districts.ts';
import type { PolygonSet } from '../src/core/dataset/population.ts';
import type { DistrictsView } from './protocol.ts';

/** Districts as GeoJSON for drawing, with the place of each name: the centroid of the largest part. */
export function districtsView(districts: Districts): DistrictsView {
  const features: Feature[] = [];
  const labelLng = new Float64Array(districts.count);
  const labelLat = new Float64Array(districts.count);
  for (let d = 0; d < districts.count; d++) {
    const rings = ringsOf(districts.shapes, d);
    const largest = rings.reduce((best, ring) => (ringArea(ring) > ringArea(best) ? ring : best), rings[0]);
    [labelLng[d], labelLat[d]] = largest ? centreOf(largest) : [0, 0];
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

/** The rings of a shape, each closed. */
export function ringsOf(shapes: PolygonSet, d: number): Position[][] {
  const rings: Position[][] = [];
  for (let r = shapes.polygonStart[d]; r < shapes.polygonStart[d + 1]; r++) {
    const ring: Position[] = [];
    for (let v = shapes.ringStart[r]; v < shapes.ringStart[r + 1]; v++)
      ring.push([shapes.lng[v], shapes.lat[v]]);
    if (ring.length > 0) rings.push([...ring, ring[0]]);
  }
  return rings;
}

/**
 * Even-odd rings as the outer rings and holes that GeoJSON wants: a ring inside an odd number of others is a hole of the
 * smallest ring around it.
 */
export function nestRings(rings: Position[][]): Position[][][] {
  const around = rings.map((ring) =>
    rings
      .filter((other) => other !== ring && contains(other, ring[0]))
      .sort((a, b) => ringArea(a) - ringArea(b)),
  );
  const polygons = new Map<Position[], Position[][]>();
  rings.forEach((ring, r) => {
    if (around[r].length % 2 === 0) polygons.set(ring, [ring]);
  });
  rings.forEach((ring, r) => {
    if (around[r].length % 2 === 1) polygons.get(around[r][0])?.push(ring);
  });
  return [...polygons.values()];
}

function contains(ring: Position[], [x, y]: Position): boolean {
  let inside = false;
  for (let v = 1; v < ring.length; v++) {
    const [ax, ay] = ring[v - 1];
    const [bx, by] = ring[v];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

/** Square degrees: areas are only compared. */
function ringArea(ring: Position[]): number {
  let area = 0;
  for (let v = 1; v < ring.length; v++) area += ring[v - 1][0] * ring[v][1] - ring[v][0] * ring[v - 1][1];
  return Math.abs(area);
}

function centreOf(ring: Position[]): [number, number] {
  const [lng0, lat0] = ring[0];
  let area = 0;
  let x = 0;
  let y = 0;
  for (let v = 1; v < ring.length; v++) {
    const [ax, ay] = [ring[v - 1][0] - lng0, ring[v - 1][1] - lat0];
    const [bx, by] = [ring[v][0] - lng0, ring[v][1] - lat0];
    const cross = ax * by - bx * ay;
    area += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  return area === 0 ? [lng0, lat0] : [lng0 + x / (3 * area), lat0 + y / (3 * area)];
}
