import type { Nearest } from '../analysis/nearest-facility.ts';
import { BLOCK, type Task } from '../task.ts';
import { BACKWARD, FORWARD, type WalkingGraph } from './graph.ts';
import { nearestSearch, RANK_SIZE, type Seeds, UNREACHED } from './nearest-search.ts';
import type { Links } from './snap.ts';

/** Linked points by the edge they stand on: edge e has `item[start[e]] .. item[start[e + 1] - 1]`. */
export interface PointsOnEdges {
  start: Uint32Array;
  item: Int32Array;
}

export function pointsOnEdges(graph: WalkingGraph, links: Links, rows?: Int32Array): PointsOnEdges {
  const chosen = rows ?? Int32Array.from(links.edge, (_, i) => i);
  const start = new Uint32Array(graph.edgeCm.length + 1);
  for (const i of chosen) if (links.edge[i] >= 0) start[links.edge[i] + 1]++;
  for (let e = 1; e < start.length; e++) start[e] += start[e - 1];
  const item = new Int32Array(start[start.length - 1]);
  const next = start.slice();
  for (const i of chosen) if (links.edge[i] >= 0) item[next[links.edge[i]]++] = i;
  return { start, item };
}

/**
 * Where the search for facilities begins: both ends of the edge a facility stands on, as far as one may walk from there to
 * it, with the metres off street added. Rank is the place in `rows`.
 */
export function facilitySeeds(graph: WalkingGraph, facilities: Links, rows: Int32Array): Seeds {
  const node: number[] = [];
  const cm: number[] = [];
  const rank: number[] = [];
  rows.forEach((row, k) => {
    const edge = facilities.edge[row];
    if (edge < 0) return;
    const offset = facilities.offsetCm[row];
    if (graph.edgeDirections[edge] & FORWARD) {
      node.push(graph.edgeFrom[edge]);
      cm.push(facilities.snapCm[row] + offset);
      rank.push(k);
    }
    if (graph.edgeDirections[edge] & BACKWARD) {
      node.push(graph.edgeTo[edge]);
      cm.push(facilities.snapCm[row] + graph.edgeCm[edge] - offset);
      rank.push(k);
    }
  });
  return { node: Uint32Array.from(node), cm: Uint32Array.from(cm), rank: Uint32Array.from(rank) };
}

/**
 * Metres along the streets from every place to its nearest facility, and which one: off street to the street, along it by
 * the shorter end of its edge or directly, off street to the facility. Unlinked or unreached: Infinity and -1. Ties
 * go to the lower row. The same `Nearest` as by straight line, so that everything after it is the same.
 */
export function* networkNearest(
  graph: WalkingGraph,
  places: Links,
  facilities: Links,
  rows: Int32Array,
  blockNodes?: number,
): Task<Nearest> {
  const label = yield* nearestSearch(graph, facilitySeeds(graph, facilities, rows), blockNodes);
  const onEdge = pointsOnEdges(graph, facilities, rows);
  const rankOf = new Map(Array.from(rows, (row, k) => [row, k] as const));
  const count = places.edge.length;
  const nearest = {
    meters: new Float64Array(count).fill(Infinity),
    facility: new Int32Array(count).fill(-1),
  };
  for (let i = 0; i < count; i++) {
    if (i % (BLOCK * 16) === 0) yield { phase: 'nearest-facility', done: i, total: count };
    const edge = places.edge[i];
    if (edge < 0) continue;
    let key = labelOnEdge(graph, edge, places.offsetCm[i], label);
    for (let k = onEdge.start[edge]; k < onEdge.start[edge + 1]; k++) {
      const row = onEdge.item[k];
      const along = alongEdgeCm(graph, edge, places.offsetCm[i], facilities.offsetCm[row]);
      key = Math.min(key, (along + facilities.snapCm[row]) * RANK_SIZE + (rankOf.get(row) as number));
    }
    if (key === UNREACHED) continue;
    nearest.meters[i] = (Math.floor(key / RANK_SIZE) + places.snapCm[i]) / 100;
    nearest.facility[i] = rows[key % RANK_SIZE];
  }
  return nearest;
}

/** The better of the two ways off an edge, as far as they may be walked. */
function labelOnEdge(graph: WalkingGraph, edge: number, offsetCm: number, label: Float64Array): number {
  const directions = graph.edgeDirections[edge];
  const byFrom = directions & BACKWARD ? label[graph.edgeFrom[edge]] + offsetCm * RANK_SIZE : UNREACHED;
  const byTo =
    directions & FORWARD
      ? label[graph.edgeTo[edge]] + (graph.edgeCm[edge] - offsetCm) * RANK_SIZE
      : UNREACHED;
  return Math.min(byFrom, byTo);
}

/** Centimetres from one point of an edge to another without leaving it; Infinity against a one-way. */
export function alongEdgeCm(graph: WalkingGraph, edge: number, fromCm: number, toCm: number): number {
  const needed = fromCm < toCm ? FORWARD : fromCm > toCm ? BACKWARD : 0;
  return (graph.edgeDirections[edge] & needed) === needed
    ? Math.abs(toCm - fromCm)
    : Number.POSITIVE_INFINITY;
}
