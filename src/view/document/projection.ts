import { EARTH_RADIUS_METERS } from '../../core/analysis/distance.ts';
import { cosineOfDegrees } from '../../core/trigonometry.ts';
import type { Point } from './drawing.ts';

/** West, south, east, north, in degrees. */
export type Bounds = [number, number, number, number];

export interface Projection {
  /** Metres on the ground that a point (1/72 inch) stands for, at the middle of the map. */
  metersPerPoint: number;
  place(lng: number, lat: number): Point;
}

const METERS_PER_DEGREE = (EARTH_RADIUS_METERS * Math.PI) / 180;

export function boundsOf(lng: ArrayLike<number>, lat: ArrayLike<number>): Bounds | undefined {
  const bounds: Bounds = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (let i = 0; i < lng.length; i++) {
    if (!Number.isFinite(lng[i]) || !Number.isFinite(lat[i])) continue;
    bounds[0] = Math.min(bounds[0], lng[i]);
    bounds[1] = Math.min(bounds[1], lat[i]);
    bounds[2] = Math.max(bounds[2], lng[i]);
    bounds[3] = Math.max(bounds[3], lat[i]);
  }
  return Number.isFinite(bounds[0]) ? bounds : undefined;
}

export function joinBounds(a: Bounds | undefined, b: Bounds | undefined): Bounds | undefined {
  if (!a || !b) return a ?? b;
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

/** A city is small: degrees as they are, shrunk eastwards by the latitude of the middle, fitted into a frame with a margin. */
export function projectionInto(
  [west, south, east, north]: Bounds,
  width: number,
  height: number,
  margin: number,
): Projection {
  const shrink = cosineOfDegrees((south + north) / 2);
  const metersWide = Math.max((east - west) * shrink * METERS_PER_DEGREE, 100);
  const metersHigh = Math.max((north - south) * METERS_PER_DEGREE, 100);
  const metersPerPoint = Math.max(metersWide / (width - 2 * margin), metersHigh / (height - 2 * margin));
  const scale = METERS_PER_DEGREE / metersPerPoint;
  const [lng0, lat0] = [(west + east) / 2, (south + north) / 2];
  return {
    metersPerPoint,
    place: (lng, lat) => [width / 2 + (lng - lng0) * shrink * scale, height / 2 - (lat - lat0) * scale],
  };
}

/** The longest of 1, 2, 5 × 10ⁿ metres that fits. */
export function niceLength(mostMeters: number): number {
  let length = 1;
  for (let power = 1; power <= mostMeters; power *= 10)
    for (const step of [1, 2, 5]) if (step * power <= mostMeters) length = step * power;
  return length;
}
