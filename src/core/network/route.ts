import { haversineMeters } from '../analysis/distance.ts';
import { UnusableData } from '../issue.ts';
import { runSync } from '../task.ts';
import { FORWARD, type WalkingGraph } from './graph.ts';
import { RANK_SIZE, UNREACHED } from './nearest-search.ts';
import { plainDijkstra } from './plain-dijkstra.ts';
import { alongEdgeCm, facilitySeeds } from './reach.ts';
import { type Links, SNAP_DEFAULTS, type SnapOptions, snapToStreets } from './snap.ts';

/** A walk along the streets. */
export interface Route {
  /** All of it: off street at both ends and along the streets. */
  meters: number;
  fromSnapMeters: number;
  toSnapMeters: number;
  straightMeters: number;
  /** [lng, lat] from the foot at the start to the foot at the end. */
  path: [number, number][];
}

type Position = [lng: number, lat: number];

/** The shortest walk between two positions. Throws UnusableData `route-unlinked` or `route-none`. */
export function shortestRoute(
  graph: WalkingGraph,
  from: Position,
  to: Position,
  options: SnapOptions = SNAP_DEFAULTS,
): Route {
  const places = { lng: Float64Array.of(from[0], to[0]), lat: Float64Array.of(from[1], to[1]) };
  const links = runSync(snapToStreets(graph, places, options));
  links.edge.forEach((edge, i) => {
    if (edge >= 0) return;
    const values = { lng: places.lng[i], lat: places.lat[i], meters: options.maxMeters };
    throw new UnusableData({ code: 'route-unlinked', values });
  });
  const { label, byArc } = plainDijkstra(graph, facilitySeeds(graph, links, Int32Array.of(1)));
  const exits = exitsOf(graph, links, label);
  const best = exits.reduce((a, b) => (b.cm < a.cm ? b : a));
  if (best.cm === Number.POSITIVE_INFINITY) throw new UnusableData({ code: 'route-none' });
  return {
    meters: (best.cm + links.snapCm[0]) / 100,
    fromSnapMeters: links.snapCm[0] / 100,
    toSnapMeters: links.snapCm[1] / 100,
    straightMeters: haversineMeters(...from, ...to),
    path: pathOf(graph, links, byArc, best.node),
  };
}

/** The ways to begin: by either end of the first edge, or along it when both ends of the route lie on it (node -1). */
function exitsOf(graph: WalkingGraph, links: Links, label: Float64Array): { node: number; cm: number }[] {
  const [edge, offset] = [links.edge[0], links.offsetCm[0]];
  const labelCm = (node: number) =>
    label[node] === UNREACHED ? Infinity : Math.floor(label[node] / RANK_SIZE);
  const by = (node: number, endCm: number) => ({
    node,
    cm: alongEdgeCm(graph, edge, offset, endCm) + labelCm(node),
  });
  const exits = [by(graph.edgeFrom[edge], 0), by(graph.edgeTo[edge], graph.edgeCm[edge])];
  if (edge === links.edge[1]) {
    exits.push({ node: -1, cm: alongEdgeCm(graph, edge, offset, links.offsetCm[1]) + links.snapCm[1] });
  }
  return exits;
}

function pathOf(graph: WalkingGraph, links: Links, byArc: Int32Array, exit: number): Position[] {
  const path: Position[] = [[links.lng[0], links.lat[0]]];
  const [edge, goal] = [links.edge[0], links.edge[1]];
  if (exit < 0) path.push(...stretch(graph, edge, links.offsetCm[0], links.offsetCm[1]));
  else {
    path.push(
      ...stretch(graph, edge, links.offsetCm[0], exit === graph.edgeFrom[edge] ? 0 : graph.edgeCm[edge]),
    );
    let node = exit;
    for (let arc = byArc[node]; arc >= 0; arc = byArc[node]) {
      const along = graph.arcEdge[arc];
      const forward = graph.edgeFrom[along] === node && (graph.edgeDirections[along] & FORWARD) > 0;
      path.push(
        ...stretch(graph, along, forward ? 0 : graph.edgeCm[along], forward ? graph.edgeCm[along] : 0),
      );
      node = forward ? graph.edgeTo[along] : graph.edgeFrom[along];
    }
    path.push(
      ...stretch(graph, goal, node === graph.edgeFrom[goal] ? 0 : graph.edgeCm[goal], links.offsetCm[1]),
    );
  }
  path.push([links.lng[1], links.lat[1]]);
  return path.filter((point, i) => i === 0 || point[0] !== path[i - 1][0] || point[1] !== path[i - 1][1]);
}

/** Shape points of an edge between two offsets, in the order walked, ends of the stretch included where they are shape points. */
function stretch(graph: WalkingGraph, edge: number, fromCm: number, toCm: number): Position[] {
  const points: Position[] = [];
  const [low, high] = [Math.min(fromCm, toCm), Math.max(fromCm, toCm)];
  for (let p = graph.pointStart[edge]; p < graph.pointStart[edge + 1]; p++) {
    if (graph.pointCm[p] >= low && graph.pointCm[p] <= high)
      points.push([graph.pointLng[p], graph.pointLat[p]]);
  }
  return fromCm <= toCm ? points : points.reverse();
}
