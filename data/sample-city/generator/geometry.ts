/** Plane geometry in local metres, x east and y north of the city's centre. */
export interface Point {
  x: number;
  y: number;
}

// Thinly settled hills in the middle of the mainland, where the GCJ-02 shift applies and no city stands.
const CENTRE_LNG = 113.42;
const CENTRE_LAT = 31.06;
const METERS_PER_DEGREE_LAT = 110_880;
const METERS_PER_DEGREE_LNG = 111_320 * Math.cos((CENTRE_LAT * Math.PI) / 180);

/** WGS-84 [lng, lat] with six decimals, about 0.1 m: what a shared vertex is written as everywhere. */
export function toLngLat(point: Point): [number, number] {
  return [
    Math.round((CENTRE_LNG + point.x / METERS_PER_DEGREE_LNG) * 1e6) / 1e6,
    Math.round((CENTRE_LAT + point.y / METERS_PER_DEGREE_LAT) * 1e6) / 1e6,
  ];
}

export function fromLngLat([lng, lat]: [number, number]): Point {
  return { x: (lng - CENTRE_LNG) * METERS_PER_DEGREE_LNG, y: (lat - CENTRE_LAT) * METERS_PER_DEGREE_LAT };
}

export function mix(a: Point, b: Point, t: number): Point {
  return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** Positive when the ring runs anticlockwise, m². The closing point is left out. */
export function signedArea(ring: Point[]): number {
  let sum = 0;
  for (let i = 0; i < ring.length; i++) {
    const a = ring[i];
    const b = ring[(i + 1) % ring.length];
    sum += a.x * b.y - b.x * a.y;
  }
  return sum / 2;
}

export function centroid(ring: Point[]): Point {
  const area = signedArea(ring);
  const origin = ring[0];
  let x = 0;
  let y = 0;
  for (let i = 0; i < ring.length; i++) {
    const a = { x: ring[i].x - origin.x, y: ring[i].y - origin.y };
    const next = ring[(i + 1) % ring.length];
    const b = { x: next.x - origin.x, y: next.y - origin.y };
    const cross = a.x * b.y - b.x * a.y;
    x += (a.x + b.x) * cross;
    y += (a.y + b.y) * cross;
  }
  return { x: origin.x + x / (6 * area), y: origin.y + y / (6 * area) };
}

export function insideRing(point: Point, ring: Point[]): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[i];
    const b = ring[j];
    if (a.y > point.y !== b.y > point.y && point.x < ((b.x - a.x) * (point.y - a.y)) / (b.y - a.y) + a.x)
      inside = !inside;
  }
  return inside;
}

/** Direction, as an angle, in which the ring is longest: where a long block is cut across. */
export function longDirection(ring: Point[]): number {
  const middle = centroid(ring);
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let i = 0; i < ring.length; i++) {
    const a = ring[i];
    const b = ring[(i + 1) % ring.length];
    const length = distance(a, b);
    const dx = (a.x + b.x) / 2 - middle.x;
    const dy = (a.y + b.y) / 2 - middle.y;
    xx += length * dx * dx;
    yy += length * dy * dy;
    xy += length * dx * dy;
  }
  return Math.atan2(2 * xy, xx - yy) / 2;
}

export function shrink(ring: Point[], factor: number): Point[] {
  const middle = centroid(ring);
  return ring.map((point) => mix(middle, point, factor));
}
