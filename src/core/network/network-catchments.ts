import type { Catchments } from '../analysis/catchments.ts';
import type { Task } from '../task.ts';
import { BoundedSearch } from './bounded-search.ts';
import { BACKWARD, FORWARD, type WalkingGraph } from './graph.ts';
import { alongEdgeCm, facilitySeeds, pointsOnEdges } from './reach.ts';
import type { Links } from './snap.ts';

/**
 * Catchments along the streets, one bounded search a facility: the same sparse matrix as by straight line, so that
 * floating catchments, allocation and siting do not ask how reach was measured. The limit itself is inside (≤).
 */
export function* networkCatchments(
  graph: WalkingGraph,
  places: Links,
  facilities: Links,
  rows: Int32Array,
  limitMeters: number,
): Task<Catchments> {
  const limitCm = Math.floor(limitMeters * 100);
  const search = new BoundedSearch(graph);
  const onEdge = pointsOnEdges(graph, places);
  const edgesAt = edgesAtNodes(graph);
  const seen = new Int32Array(graph.edgeCm.length).fill(-1);
  const start = new Uint32Array(rows.length + 1);
  const place: number[] = [];
  const meters: number[] = [];
  for (let f = 0; f < rows.length; f++) {
    const found: [place: number, cm: number][] = [];
    const row = Int32Array.of(rows[f]);
    search.run(facilitySeeds(graph, facilities, row), limitCm);
    const visit = (edge: number) => {
      if (seen[edge] === f) return;
      seen[edge] = f;
      for (let k = onEdge.start[edge]; k < onEdge.start[edge + 1]; k++) {
        const i = onEdge.item[k];
        const cm = placeCm(graph, search, places, i, facilities, rows[f]) + places.snapCm[i];
        if (cm <= limitCm) found.push([i, cm]);
      }
    };
    if (facilities.edge[rows[f]] >= 0) visit(facilities.edge[rows[f]]);
    for (let t = 0; t < search.reached; t++) {
      const node = search.touched[t];
      for (let k = edgesAt.start[node]; k < edgesAt.start[node + 1]; k++) visit(edgesAt.edge[k]);
    }
    found.sort((a, b) => a[0] - b[0]);
    for (const [i, cm] of found) {
      place.push(i);
      meters.push(cm / 100);
    }
    start[f + 1] = place.length;
    if (f % 16 === 0) yield { phase: 'catchments', done: f, total: rows.length };
  }
  return { rows, limitMeters, start, place: Int32Array.from(place), meters: Float64Array.from(meters) };
}

/** From a place to the facility of the last search: by either end of its edge, or along it. */
function placeCm(
  graph: WalkingGraph,
  search: BoundedSearch,
  places: Links,
  i: number,
  facilities: Links,
  facility: number,
): number {
  const edge = places.edge[i];
  const offset = places.offsetCm[i];
  const directions = graph.edgeDirections[edge];
  // A node that was not reached holds 2^32 − 1: beyond any limit, with or without the rest of the edge.
  let cm = directions & BACKWARD ? search.distanceCm[graph.edgeFrom[edge]] + offset : Infinity;
  if (directions & FORWARD) {
    cm = Math.min(cm, search.distanceCm[graph.edgeTo[edge]] + graph.edgeCm[edge] - offset);
  }
  if (facilities.edge[facility] !== edge) return cm;
  return Math.min(
    cm,
    alongEdgeCm(graph, edge, offset, facilities.offsetCm[facility]) + facilities.snapCm[facility],
  );
}

function edgesAtNodes(graph: WalkingGraph): { start: Uint32Array; edge: Uint32Array } {
  const start = new Uint32Array(graph.nodeCount + 1);
  for (const node of graph.edgeFrom) start[node + 1]++;
  for (const node of graph.edgeTo) start[node + 1]++;
  for (let v = 1; v < start.length; v++) start[v] += start[v - 1];
  const edge = new Uint32Array(start[graph.nodeCount]);
  const next = start.slice();
  for (let e = 0; e < graph.edgeFrom.length; e++) {
    edge[next[graph.edgeFrom[e]]++] = e;
    edge[next[graph.edgeTo[e]]++] = e;
  }
  return { start, edge };
}
