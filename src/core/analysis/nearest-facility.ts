import { BLOCK, type Task } from '../task.ts';
import { metersOfSquaredChord, unitVectors } from './distance.ts';
import {
  columnOf,
  indexPositions,
  outsideBlockSquaredChord,
  type PositionIndex,
  rowOf,
} from './position-index.ts';

/** The nearest facility of every place. */
export interface Nearest {
  /** Metres, haversine. Infinity where there is no facility at all: a class of its own, never 0. */
  meters: Float64Array;
  /** Row of the facility, -1 where there is none. */
  facility: Int32Array;
}

interface Positions {
  lng: Float64Array;
  lat: Float64Array;
}

/**
 * Straight-line metres from every place to its nearest facility, and which one. Exact: equal to comparing every place
 * with every facility; ties go to the lower row. `rows` selects the facilities (ascending).
 */
export function* nearestFacility(places: Positions, facilities: Positions, rows: Int32Array): Task<Nearest> {
  const count = places.lng.length;
  const nearest = {
    meters: new Float64Array(count).fill(Infinity),
    facility: new Int32Array(count).fill(-1),
  };
  if (rows.length === 0) return nearest;
  const search = new NearestSearch(indexPositions(facilities.lng, facilities.lat, rows));
  for (let from = 0; from < count; from += BLOCK) {
    const to = Math.min(count, from + BLOCK);
    const { x, y, z } = unitVectors(places.lng.subarray(from, to), places.lat.subarray(from, to));
    for (let i = from; i < to; i++) {
      nearest.facility[i] = search.find(places.lng[i], places.lat[i], x[i - from], y[i - from], z[i - from]);
      nearest.meters[i] = metersOfSquaredChord(search.squared);
    }
    yield { phase: 'nearest-facility', done: to, total: count };
  }
  return nearest;
}

/**
 * Searches buckets ring by ring outwards, until nothing outside the rings seen can be nearer than the best so far.
 * Working registers instead of closures and objects: this is the innermost loop of the whole tool.
 */
class NearestSearch {
  /** Squared chord to the last answer. */
  squared = 0;
  /** Places come in spatial order: the last answer is usually close to the next, and shortens the search. */
  private slot = 0;

  constructor(private readonly index: PositionIndex) {}

  find(lng: number, lat: number, x: number, y: number, z: number): number {
    const { index } = this;
    const { columns, rows } = index;
    this.squared = this.squaredTo(this.slot, x, y, z);
    const cosLat = Math.sqrt(x * x + y * y);
    const column = columnOf(index, lng);
    const row = rowOf(index, lat);
    // Rings that lie wholly outside the index are empty: start at the first that touches it.
    const first = Math.max(0, -column, column - columns + 1, -row, row - rows + 1);
    const last = first + Math.max(columns, rows);
    for (let ring = first; ring <= last; ring++) {
      this.scan(row - ring, column - ring, column + ring, x, y, z);
      if (ring > 0) this.scan(row + ring, column - ring, column + ring, x, y, z);
      const inner = Math.min(rows - 1, row + ring - 1);
      for (let r = Math.max(0, row - ring + 1); r <= inner; r++) {
        this.scan(r, column - ring, column - ring, x, y, z);
        this.scan(r, column + ring, column + ring, x, y, z);
      }
      if (this.squared < outsideBlockSquaredChord(index, lng, lat, cosLat, column, row, ring)) break;
    }
    return index.item[this.slot];
  }

  private squaredTo(slot: number, x: number, y: number, z: number): number {
    const { vectors } = this.index;
    const dx = vectors.x[slot] - x;
    const dy = vectors.y[slot] - y;
    const dz = vectors.z[slot] - z;
    return dx * dx + dy * dy + dz * dz;
  }

  /** Looks at the buckets of one row between two columns, both included, as far as the index has them. */
  private scan(row: number, columnFrom: number, columnTo: number, x: number, y: number, z: number): void {
    const { index } = this;
    if (row < 0 || row >= index.rows) return;
    const from = Math.max(0, columnFrom);
    const to = Math.min(index.columns - 1, columnTo);
    if (from > to) return;
    const end = index.start[row * index.columns + to + 1];
    for (let slot = index.start[row * index.columns + from]; slot < end; slot++) {
      const squared = this.squaredTo(slot, x, y, z);
      if (squared > this.squared) continue;
      if (squared < this.squared || index.item[slot] < index.item[this.slot]) {
        this.squared = squared;
        this.slot = slot;
      }
    }
  }
}
