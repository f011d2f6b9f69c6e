import { haversineMeters } from '../core/analysis/distance.ts';
import type { Places } from './place-at.ts';

/** People of a group within each limit of one facility, by the metres of the reading (straight line × factor). */
export function peopleAround(
  places: Places,
  values: Float64Array,
  lng: number,
  lat: number,
  limitsMeters: readonly number[],
  factor: number,
): number[] {
  const sums = limitsMeters.map(() => 0);
  const widest = limitsMeters[limitsMeters.length - 1] / factor;
  // A degree of latitude is never shorter than 110 km: what lies farther north or south needs no sines.
  const degrees = widest / 110_000;
  for (let i = 0; i < places.count; i++) {
    if (!(values[i] > 0) || Math.abs(places.lat[i] - lat) > degrees) continue;
    const meters = haversineMeters(places.lng[i], places.lat[i], lng, lat) * factor;
    limitsMeters.forEach((limit, k) => {
      if (meters <= limit) sums[k] += values[i];
    });
  }
  return sums;
}
