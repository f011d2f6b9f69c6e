import type { PolygonSet } from './population.ts';

/** A corner in degrees. */
export type Corner = [lng: number, lat: number];

/** The rings of a shape, each closed. */
export function ringsOf(shapes: PolygonSet, d: number): Corner[][] {
  const rings: Corner[][] = [];
  for (let r = shapes.polygonStart[d]; r < shapes.polygonStart[d + 1]; r++) {
    const ring: Corner[] = [];
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
export function nestRings<C extends readonly number[]>(rings: C[][]): C[][][] {
  const around = rings.map((ring) =>
    rings
      .filter((other) => other !== ring && contains(other, ring[0]))
      .sort((a, b) => ringArea(a) - ringArea(b)),
  );
  const polygons = new Map<C[], C[][]>();
  rings.forEach((ring, r) => {
    if (around[r].length % 2 === 0) polygons.set(ring, [ring]);
  });
  rings.forEach((ring, r) => {
    if (around[r].length % 2 === 1) polygons.get(around[r][0])?.push(ring);
  });
  return [...polygons.values()];
}

function contains(ring: readonly (readonly number[])[], [x, y]: readonly number[]): boolean {
  let inside = false;
  for (let v = 1; v < ring.length; v++) {
    const [ax, ay] = ring[v - 1];
    const [bx, by] = ring[v];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

/** Square degrees: areas are only compared. Positive where the ring runs anticlockwise. */
export function signedRingArea(ring: readonly (readonly number[])[]): number {
  let area = 0;
  for (let v = 1; v < ring.length; v++) area += ring[v - 1][0] * ring[v][1] - ring[v][0] * ring[v - 1][1];
  return area;
}

export function ringArea(ring: readonly (readonly number[])[]): number {
  return Math.abs(signedRingArea(ring));
}

/** The centroid of a ring, in degrees: where a name stands. */
export function centreOfRing(ring: readonly (readonly number[])[]): [number, number] {
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
