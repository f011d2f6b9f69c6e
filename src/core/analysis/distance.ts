/** Mean Earth radius, metres: the value Turf and the IUGG use, so that straight-line metres agree with theirs. */
export const EARTH_RADIUS_METERS = 6371008.8;

const RADIANS = Math.PI / 180;

/** Great-circle metres between two positions in WGS-84 degrees, by the haversine formula. */
export function haversineMeters(lng1: number, lat1: number, lng2: number, lat2: number): number {
  const sinLat = Math.sin(((lat2 - lat1) * RADIANS) / 2);
  const sinLng = Math.sin(((lng2 - lng1) * RADIANS) / 2);
  const h = sinLat * sinLat + Math.cos(lat1 * RADIANS) * Math.cos(lat2 * RADIANS) * sinLng * sinLng;
  return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(h)));
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
    const cosLat = Math.cos(lat[i] * RADIANS);
    vectors.x[i] = cosLat * Math.cos(lng[i] * RADIANS);
    vectors.y[i] = cosLat * Math.sin(lng[i] * RADIANS);
    vectors.z[i] = Math.sin(lat[i] * RADIANS);
  }
  return vectors;
}

/** Squared chord of the unit sphere that subtends an arc of so many metres. Grows with the arc up to half the globe. */
export function squaredChord(meters: number): number {
  const half = Math.sin(Math.min(meters / EARTH_RADIUS_METERS, Math.PI) / 2);
  return 4 * half * half;
}
