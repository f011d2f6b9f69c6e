import { arcSine, cosineOfDegrees, sineOfDegrees } from '../trigonometry.ts';

/** Mean Earth radius, metres: the value Turf and the IUGG use, so that straight-line metres agree with theirs. */
export const EARTH_RADIUS_METERS = 6371008.8;

/** Metres of a degree of latitude, or of longitude at the equator. */
export const METERS_PER_DEGREE = (EARTH_RADIUS_METERS * Math.PI) / 180;

/**
 * Great-circle metres between two positions in WGS-84 degrees: the haversine formula, with the haversine taken as a quarter
 * of the squared chord between unit vectors. Every distance of the core is this one, so what is nearer is fewer metres.
 */
export function haversineMeters(lng1: number, lat1: number, lng2: number, lat2: number): number {
  const cos1 = cosineOfDegrees(lat1);
  const cos2 = cosineOfDegrees(lat2);
  const dx = cos2 * cosineOfDegrees(lng2) - cos1 * cosineOfDegrees(lng1);
  const dy = cos2 * sineOfDegrees(lng2) - cos1 * sineOfDegrees(lng1);
  const dz = sineOfDegrees(lat2) - sineOfDegrees(lat1);
  return metersOfSquaredChord(dx * dx + dy * dy + dz * dz);
}

export function metersOfSquaredChord(squared: number): number {
  return 2 * EARTH_RADIUS_METERS * arcSine(Math.min(1, Math.sqrt(squared) / 2));
}

/** Positions as unit vectors: three multiplications order two distances, where haversine needs five sines. */
export interface UnitVectors {
  x: Float64Array;
  y: Float64Array;
  z: Float64Array;
}

export function unitVectors(lng: ArrayLike<number>, lat: ArrayLike<number>): UnitVectors {
  const count = lng.length;
  const vectors = { x: new Float64Array(count), y: new Float64Array(count), z: new Float64Array(count) };
  for (let i = 0; i < count; i++) {
    const cosLat = cosineOfDegrees(lat[i]);
    vectors.x[i] = cosLat * cosineOfDegrees(lng[i]);
    vectors.y[i] = cosLat * sineOfDegrees(lng[i]);
    vectors.z[i] = sineOfDegrees(lat[i]);
  }
  return vectors;
}

/** Squared chord of the unit sphere that subtends an arc of so many metres. Grows with the arc up to half the globe. */
export function squaredChord(meters: number): number {
  const half = sineOfDegrees(Math.min(meters / EARTH_RADIUS_METERS, Math.PI) * (90 / Math.PI));
  return 4 * half * half;
}
