import { cosineOfDegrees } from '../trigonometry.ts';
import { EARTH_RADIUS_METERS, squaredChord, type UnitVectors, unitVectors } from './distance.ts';

const RADIANS = Math.PI / 180;

/**
 * Positions in buckets of equal degrees, as plain typed arrays. Distances are always taken on the sphere; the buckets
 * only say where not to look, by bounds that hold anywhere on the globe (see `outsideBlockSquaredChord`).
 */
export interface PositionIndex {
  columns: number;
  rows: number;
  /** Degrees; longitudes are relative to `centreLng`, so a city on the antimeridian is in one piece. */
  centreLng: number;
  west: number;
  south: number;
  widthDegrees: number;
  heightDegrees: number;
  /** Positions over more than half the globe: no bound by longitude holds, every bucket is looked at. */
  global: boolean;
  /** Bucket b holds `item[start[b] .. start[b+1]]`, ascending. */
  start: Uint32Array;
  item: Int32Array;
  /** In the order of `item`, so that a bucket is read in one run. */
  vectors: UnitVectors;
}

/** About two positions a bucket was fastest for 10² to 10⁵ facilities. */
const POSITIONS_PER_BUCKET = 2;

/** Indexes the positions `lng[i], lat[i]` for every i in `selection`; the items are the values of `selection`. */
export function indexPositions(lng: Float64Array, lat: Float64Array, selection: Int32Array): PositionIndex {
  const centreLng = selection.length > 0 ? lng[selection[0]] : 0;
  const relative = Float64Array.from(selection, (i) => relativeLng(lng[i], centreLng));
  const bounds = boundsOf(relative, selection, lat);
  const perSide = Math.max(1, Math.floor(Math.sqrt(selection.length / POSITIONS_PER_BUCKET)));
  const widthDegrees = Math.max((bounds.east - bounds.west) / perSide, 1e-9);
  const heightDegrees = Math.max((bounds.north - bounds.south) / perSide, 1e-9);
  const bucket = Uint32Array.from(selection, (i, k) => {
    const column = Math.min(perSide - 1, Math.floor((relative[k] - bounds.west) / widthDegrees));
    const row = Math.min(perSide - 1, Math.floor((lat[i] - bounds.south) / heightDegrees));
    return row * perSide + column;
  });
  const start = new Uint32Array(perSide * perSide + 1);
  for (const b of bucket) start[b + 1]++;
  for (let b = 1; b < start.length; b++) start[b] += start[b - 1];
  const item = new Int32Array(selection.length);
  const next = start.slice();
  for (let k = 0; k < selection.length; k++) item[next[bucket[k]]++] = selection[k];
  const ordered = (values: Float64Array) => Float64Array.from(item, (i) => values[i]);
  return {
    columns: perSide,
    rows: perSide,
    centreLng,
    west: bounds.west,
    south: bounds.south,
    widthDegrees,
    heightDegrees,
    global: bounds.east - bounds.west >= 180,
    start,
    item,
    vectors: unitVectors(ordered(lng), ordered(lat)),
  };
}

function boundsOf(relative: Float64Array, selection: Int32Array, lat: Float64Array) {
  const bounds = { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity };
  for (let k = 0; k < selection.length; k++) {
    bounds.west = Math.min(bounds.west, relative[k]);
    bounds.east = Math.max(bounds.east, relative[k]);
    bounds.south = Math.min(bounds.south, lat[selection[k]]);
    bounds.north = Math.max(bounds.north, lat[selection[k]]);
  }
  return bounds;
}

function relativeLng(lng: number, centre: number): number {
  const difference = lng - centre;
  return difference - 360 * Math.round(difference / 360);
}

/** Column and row of the bucket that a position falls into; outside the index they run on beyond its edges. */
export function columnOf(index: PositionIndex, lng: number): number {
  return Math.floor((relativeLng(lng, index.centreLng) - index.west) / index.widthDegrees);
}

export function rowOf(index: PositionIndex, lat: number): number {
  return Math.floor((lat - index.south) / index.heightDegrees);
}

/**
 * Squared chord of the unit sphere that everything outside the block of buckets within `ring` of a position's own bucket is
 * away at least. Northwards and southwards the chord of Δφ, 2 sin(Δφ / 2). Eastwards and westwards the arc to a
 * meridian is asin(cos φ · sin Δλ), and its chord is more than the sine itself; it grows only up to Δλ = 90°, beyond
 * which no block is ever complete. The sines are bounded from below by x − x³/6: this runs once a ring of every search.
 */
export function outsideBlockSquaredChord(
  index: PositionIndex,
  lng: number,
  lat: number,
  cosLat: number,
  column: number,
  row: number,
  ring: number,
): number {
  if (index.global) return 0;
  const east = relativeLng(lng, index.centreLng) - index.west;
  const north = lat - index.south;
  const lngGap = Math.min(
    east - (column - ring) * index.widthDegrees,
    (column + ring + 1) * index.widthDegrees - east,
  );
  const latGap = Math.min(
    north - (row - ring) * index.heightDegrees,
    (row + ring + 1) * index.heightDegrees - north,
  );
  if (lngGap <= 0 || latGap <= 0 || lngGap >= 90) return 0;
  const byLng = cosLat * sineAtLeast(lngGap * RADIANS);
  const byLat = 2 * sineAtLeast((Math.min(latGap, 90) * RADIANS) / 2);
  return byLng < byLat ? byLng * byLng : byLat * byLat;
}

function sineAtLeast(radians: number): number {
  return radians * (1 - (radians * radians) / 6);
}

/**
 * Calls `visit(slot)` for every position within `meters` of a place, slots in bucket order. A slot is a
 * place in `index.item`. Exactly at the limit counts as within, up to the rounding of the chord: callers that must be
 * exact at the limit ask for a metre more and compare metres themselves.
 */
export function visitWithin(
  index: PositionIndex,
  lng: number,
  lat: number,
  meters: number,
  visit: (slot: number) => void,
): void {
  const { x, y, z } = unitVectors([lng], [lat]);
  const limit = squaredChord(meters);
  const block = blockWithin(index, lng, lat, meters);
  for (let row = block.rowFrom; row <= block.rowTo; row++) {
    const from = index.start[row * index.columns + block.columnFrom];
    const to = index.start[row * index.columns + block.columnTo + 1];
    for (let slot = from; slot < to; slot++) {
      const dx = index.vectors.x[slot] - x[0];
      const dy = index.vectors.y[slot] - y[0];
      const dz = index.vectors.z[slot] - z[0];
      if (dx * dx + dy * dy + dz * dz <= limit) visit(slot);
    }
  }
}

function blockWithin(index: PositionIndex, lng: number, lat: number, meters: number) {
  const whole = { columnFrom: 0, columnTo: index.columns - 1, rowFrom: 0, rowTo: index.rows - 1 };
  const angle = meters / EARTH_RADIUS_METERS;
  // A circle that holds a pole, or wide longitudes, touches every column.
  const ratio = Math.sin(Math.min(angle, Math.PI / 2)) / cosineOfDegrees(lat);
  if (index.global || !(ratio < 1) || angle >= Math.PI / 2) return whole;
  const lngReach = Math.asin(ratio) / RADIANS;
  if (lngReach > 45) return whole;
  const latReach = angle / RADIANS;
  const east = relativeLng(lng, index.centreLng);
  const column = (value: number) => Math.floor((value - index.west) / index.widthDegrees);
  const row = (value: number) => Math.floor((value - index.south) / index.heightDegrees);
  return {
    columnFrom: clamp(column(east - lngReach - 1e-9), 0, index.columns),
    columnTo: clamp(column(east + lngReach + 1e-9), -1, index.columns - 1),
    rowFrom: clamp(row(lat - latReach - 1e-9), 0, index.rows),
    rowTo: clamp(row(lat + latReach + 1e-9), -1, index.rows - 1),
  };
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
