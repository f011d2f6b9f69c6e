import { BLOCK, type Task } from '../task.ts';
import { haversineMeters, squaredChord, unitVectors } from './distance.ts';
import { bucketOf, indexPositions, outsideBlockMeters, type PositionIndex } from './position-index.ts';

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
  const search = makeSearch(indexPositions(facilities.lng, facilities.lat, rows));
  for (let from = 0; from < count; from += BLOCK) {
    const to = Math.min(count, from + BLOCK);
    const vectors = unitVectors(places.lng.subarray(from, to), places.lat.subarray(from, to));
    for (let i = from; i < to; i++) {
      const k = i - from;
      const row = search(places.lng[i], places.lat[i], vectors.x[k], vectors.y[k], vectors.z[k]);
      nearest.facility[i] = row;
      nearest.meters[i] = haversineMeters(
        places.lng[i],
        places.lat[i],
        facilities.lng[row],
        facilities.lat[row],
      );
    }
    yield { phase: 'nearest-facility', done: to, total: count };
  }
  return nearest;
}

/** Searches buckets ring by ring outwards, until nothing outside the rings seen can be nearer than the best so far. */
function makeSearch(index: PositionIndex) {
  const { x: xs, y: ys, z: zs } = index.vectors;
  const rings = Math.max(index.columns, index.rows);
  // Places come in spatial order: the last answer is usually close to the next, and shortens the search.
  let lastSlot = 0;

  return (lng: number, lat: number, x: number, y: number, z: number): number => {
    const chord = (slot: number) => {
      const dx = xs[slot] - x;
      const dy = ys[slot] - y;
      const dz = zs[slot] - z;
      return dx * dx + dy * dy + dz * dz;
    };
    let bestSlot = lastSlot;
    let best = chord(bestSlot);
    const scan = (row: number, columnFrom: number, columnTo: number) => {
      if (row < 0 || row >= index.rows) return;
      const from = Math.max(0, columnFrom);
      const to = Math.min(index.columns - 1, columnTo);
      if (from > to) return;
      const end = index.start[row * index.columns + to + 1];
      for (let slot = index.start[row * index.columns + from]; slot < end; slot++) {
        const c = chord(slot);
        if (c < best || (c === best && index.item[slot] < index.item[bestSlot])) {
          best = c;
          bestSlot = slot;
        }
      }
    };
    const { column, row } = bucketOf(index, lng, lat);
    // Rings that lie wholly outside the index are empty: start at the first that touches it.
    const first = Math.max(0, -column, column - index.columns + 1, -row, row - index.rows + 1);
    for (let ring = first; ring <= first + rings; ring++) {
      scan(row - ring, column - ring, column + ring);
      if (ring > 0) scan(row + ring, column - ring, column + ring);
      for (let r = Math.max(0, row - ring + 1); r <= Math.min(index.rows - 1, row + ring - 1); r++) {
        scan(r, column - ring, column - ring);
        scan(r, column + ring, column + ring);
      }
      if (best < squaredChord(outsideBlockMeters(index, lng, lat, column, row, ring))) break;
    }
    lastSlot = bestSlot;
    return index.item[bestSlot];
  };
}
