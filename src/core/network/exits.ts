import { BACKWARD, FORWARD, type WalkingGraph } from './graph.ts';
import { type PointsOnEdges, pointsOnEdges } from './reach.ts';
import type { Links } from './snap.ts';

/**
 * The ways from places to the nodes of the graph: node v is where the places `place[k]`, k in `start[v] .. start[v + 1]`, come
 * onto the network after `cm[k]` centimetres, off street and along their edge, as far as it may be walked that way. A
 * catchment then looks at its nodes only, and not at every edge around them.
 */
export interface Exits {
  start: Uint32Array;
  place: Uint32Array;
  cm: Uint32Array;
}

/** What every catchment over one graph and one set of places needs. */
export interface PlacesOnNetwork {
  exits: Exits;
  onEdge: PointsOnEdges;
}

const known = new WeakMap<Int32Array, PlacesOnNetwork & { target: Uint32Array }>();

/** Kept with the links, which do not change once made: one facility more costs its own catchment and no more. */
export function placesOnNetwork(graph: WalkingGraph, places: Links): PlacesOnNetwork {
  const before = known.get(places.edge);
  if (before && before.target === graph.target) return before;
  const made = {
    target: graph.target,
    exits: exitsOfPlaces(graph, places),
    onEdge: pointsOnEdges(graph, places),
  };
  known.set(places.edge, made);
  return made;
}

function exitsOfPlaces(graph: WalkingGraph, places: Links): Exits {
  const { edgeFrom, edgeTo, edgeCm, edgeDirections } = graph;
  const start = new Uint32Array(graph.nodeCount + 1);
  for (const edge of places.edge) {
    if (edge < 0) continue;
    if (edgeDirections[edge] & BACKWARD) start[edgeFrom[edge] + 1]++;
    if (edgeDirections[edge] & FORWARD) start[edgeTo[edge] + 1]++;
  }
  for (let v = 1; v < start.length; v++) start[v] += start[v - 1];
  const next = start.slice();
  const place = new Uint32Array(start[graph.nodeCount]);
  const cm = new Uint32Array(place.length);
  for (let i = 0; i < places.edge.length; i++) {
    const edge = places.edge[i];
    if (edge < 0) continue;
    const offset = places.offsetCm[i];
    if (edgeDirections[edge] & BACKWARD) {
      const k = next[edgeFrom[edge]]++;
      place[k] = i;
      cm[k] = offset + places.snapCm[i];
    }
    if (edgeDirections[edge] & FORWARD) {
      const k = next[edgeTo[edge]]++;
      place[k] = i;
      cm[k] = edgeCm[edge] - offset + places.snapCm[i];
    }
  }
  return { start, place, cm };
}
