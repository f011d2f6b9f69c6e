import { METERS_PER_DEGREE } from '../core/analysis/distance.ts';

/** Places as the map knows them. */
export interface Places {
  count: number;
  lng: Float64Array;
  lat: Float64Array;
}

/**
 * The place under a position: the nearest centre within `withinMeters` among those `isDrawn`, or -1. Of hexagons side by side
 * the nearest centre is the one that holds the position. Flat metres: exact enough across one cell.
 */
export function placeAt(
  places: Places,
  lng: number,
  lat: number,
  withinMeters: number,
  isDrawn: (i: number) => boolean,
): number {
  const metersPerLng = METERS_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
  let best = withinMeters * withinMeters;
  let found = -1;
  for (let i = 0; i < places.count; i++) {
    const dy = (places.lat[i] - lat) * METERS_PER_DEGREE;
    if (dy * dy > best) continue;
    const dx = (places.lng[i] - lng) * metersPerLng;
    const squared = dx * dx + dy * dy;
    if (squared <= best && isDrawn(i)) {
      best = squared;
      found = i;
    }
  }
  return found;
}
