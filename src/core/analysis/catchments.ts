import { BLOCK, type Task } from '../task.ts';
import { haversineMeters } from './distance.ts';
import { indexPositions, visitWithin } from './position-index.ts';

/**
 * Catchments 服务范围: which places each facility reaches within a limit, as one sparse matrix by rows (CSR). Entry e in
 * `start[f] .. start[f+1]` says that facility `rows[f]` reaches place `place[e]` over `meters[e]`. Places ascend within a
 * facility. The limit itself is inside (≤).
 */
export interface Catchments {
  rows: Int32Array;
  limitMeters: number;
  start: Uint32Array;
  place: Int32Array;
  meters: Float64Array;
}

interface Positions {
  lng: Float64Array;
  lat: Float64Array;
}

/** Straight-line catchments of the facilities `rows`, by haversine metres × `factor` (1: as the crow flies). */
export function* catchments(
  places: Positions,
  facilities: Positions,
  rows: Int32Array,
  limitMeters: number,
  factor = 1,
): Task<Catchments> {
  const index = indexPositions(
    places.lng,
    places.lat,
    Int32Array.from(places.lng, (_, i) => i),
  );
  const start = new Uint32Array(rows.length + 1);
  const place: number[] = [];
  const meters: number[] = [];
  for (let f = 0; f < rows.length; f++) {
    const lng = facilities.lng[rows[f]];
    const lat = facilities.lat[rows[f]];
    const found: number[] = [];
    visitWithin(index, lng, lat, limitMeters / factor + 1, (slot) => found.push(index.item[slot]));
    found.sort((a, b) => a - b);
    for (const i of found) {
      const distance = haversineMeters(places.lng[i], places.lat[i], lng, lat) * factor;
      if (distance > limitMeters) continue;
      place.push(i);
      meters.push(distance);
    }
    start[f + 1] = place.length;
    if (f % (BLOCK / 16) === 0) yield { phase: 'catchments', done: f, total: rows.length };
  }
  return { rows, limitMeters, start, place: Int32Array.from(place), meters: Float64Array.from(meters) };
}

/** How many facilities each place has within `limitMeters` (at most the limit of the matrix): none, one, several. */
export function facilitiesWithin(matrix: Catchments, placeCount: number, limitMeters: number): Uint16Array {
  const within = new Uint16Array(placeCount);
  for (let e = 0; e < matrix.place.length; e++) {
    if (matrix.meters[e] <= limitMeters && within[matrix.place[e]] < 65535) within[matrix.place[e]]++;
  }
  return within;
}
