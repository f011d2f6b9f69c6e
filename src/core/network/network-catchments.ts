import type { Catchments } from '../analysis/catchments.ts';
import type { Task } from '../task.ts';
import { type CatchmentSearch, catchmentSearch } from './bounded-search.ts';
import { type Exits, placesOnNetwork } from './exits.ts';
import { FoundPlaces } from './found-places.ts';
import type { WalkingGraph } from './graph.ts';
import { alongEdgeCm, facilitySeeds, type PointsOnEdges } from './reach.ts';
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
  const limitCm = Math.max(0, Math.min(0x7fffffff, Math.floor(limitMeters * 100)));
  const found = new FoundPlaces(places.edge.length);
  const { exits, onEdge } = placesOnNetwork(graph, places);
  const entries = new Entries(rows.length);
  const search = catchmentSearch(graph, limitCm);
  try {
    const order = alongTheCurve(graph, facilities, rows);
    for (let turn = 0; turn < order.length; turn++) {
      if (turn % 16 === 0) yield { phase: 'catchments', done: turn, total: rows.length };
      const row = rows[order[turn]];
      if (facilities.edge[row] < 0) continue;
      search.run(facilitySeeds(graph, facilities, Int32Array.of(row)), limitCm);
      collectByNodes(search, exits, limitCm, found);
      collectOnOwnEdge(graph, places, onEdge, facilities, row, limitCm, found);
      entries.take(order[turn], found);
    }
  } finally {
    search.release();
  }
  return { rows, limitMeters, ...entries.inOrder() };
}

/** Facilities in the order of their edges: the next search finds most of what it needs in the cache. */
function alongTheCurve(graph: WalkingGraph, facilities: Links, rows: Int32Array): Uint32Array {
  const place = (k: number) => {
    const edge = facilities.edge[rows[k]];
    return edge < 0 ? -1 : graph.edgeFrom[edge];
  };
  return Uint32Array.from(rows.keys()).sort((a, b) => place(a) - place(b));
}

function collectByNodes(search: CatchmentSearch, exits: Exits, limitCm: number, found: FoundPlaces): void {
  const { touched, distanceCm, reached } = search;
  const { start, place, cm } = exits;
  for (let t = 0; t < reached; t++) {
    const node = touched[t];
    const end = start[node + 1];
    let k = start[node];
    if (k === end) continue;
    const here = distanceCm[node];
    for (; k < end; k++) if (here + cm[k] <= limitCm) found.add(place[k], here + cm[k]);
  }
}

/** Between two points of one edge one need not come by a node. */
function collectOnOwnEdge(
  graph: WalkingGraph,
  places: Links,
  onEdge: PointsOnEdges,
  facilities: Links,
  facility: number,
  limitCm: number,
  found: FoundPlaces,
): void {
  const edge = facilities.edge[facility];
  for (let k = onEdge.start[edge]; k < onEdge.start[edge + 1]; k++) {
    const i = onEdge.item[k];
    const along = alongEdgeCm(graph, edge, places.offsetCm[i], facilities.offsetCm[facility]);
    const cm = along + facilities.snapCm[facility] + places.snapCm[i];
    if (cm <= limitCm) found.add(i, cm);
  }
}

/** Entries of the matrix in the order they were found; facilities are put back in their own order at the end. */
class Entries {
  private place = new Int32Array(4096);
  private cm = new Uint32Array(4096);
  private readonly at: Uint32Array;
  private readonly counts: Uint32Array;
  private top = 0;

  constructor(facilityCount: number) {
    this.at = new Uint32Array(facilityCount);
    this.counts = new Uint32Array(facilityCount);
  }

  take(facility: number, found: FoundPlaces): void {
    const { count } = found;
    if (this.top + count > this.place.length) this.grow(this.top + count);
    this.at[facility] = this.top;
    this.counts[facility] = count;
    found.drain(this.place, this.cm, this.top);
    this.top += count;
  }

  inOrder(): Pick<Catchments, 'start' | 'place' | 'meters'> {
    const start = new Uint32Array(this.at.length + 1);
    const place = new Int32Array(this.top);
    const meters = new Float64Array(this.top);
    let e = 0;
    for (let f = 0; f < this.at.length; f++) {
      const end = this.at[f] + this.counts[f];
      for (let k = this.at[f]; k < end; k++, e++) {
        place[e] = this.place[k];
        meters[e] = this.cm[k] / 100;
      }
      start[f + 1] = e;
    }
    return { start, place, meters };
  }

  private grow(needed: number): void {
    const size = Math.max(needed, this.place.length * 2);
    const [place, cm] = [new Int32Array(size), new Uint32Array(size)];
    place.set(this.place);
    cm.set(this.cm);
    [this.place, this.cm] = [place, cm];
  }
}
