import type { Streets } from '../formats/streets.ts';
import { UnusableData } from '../issue.ts';
import type { Task } from '../task.ts';
import { type Chains, joinChains } from './chains.ts';
import { components } from './components.ts';
import { BACKWARD, FORWARD, type WalkingGraph } from './graph.ts';
import { hilbertKeys } from './hilbert.ts';
import { orderByKeys, runningSum } from './order.ts';
import { type Segments, walkableSegments } from './segments.ts';
import type { WalkingProfile } from './walking-rules.ts';

/**
 * The walking graph of a profile: walkable pieces joined into edges from junction to junction. Lengths are the sums of
 * the pieces' centimetres, so nothing is lost by joining. Throws UnusableData `streets-not-walkable`.
 */
export function* buildGraph(streets: Streets, profile: WalkingProfile): Task<WalkingGraph> {
  const segments = walkableSegments(streets, profile);
  if (segments.from.length === 0)
    throw new UnusableData({ code: 'streets-not-walkable', file: streets.file });
  yield { phase: 'build-graph', done: 1, total: 4 };
  const chains = yield* joinChains(segments);
  yield { phase: 'build-graph', done: 2, total: 4 };
  const nodes = numberNodes(segments, chains);
  yield { phase: 'build-graph', done: 3, total: 4 };
  const edges = layEdges(segments, chains, nodes.numberOf);
  const graph = { ...nodes.positions, ...edges };
  const arcs = layArcs(graph);
  return { ...graph, ...arcs, ...components(graph) };
}

/** The ends of the chains in the order of the curve, equal places by street node; `numberOf` is by street node. */
function numberNodes(segments: Segments, chains: Chains) {
  const isEnd = new Uint8Array(segments.lng.length);
  for (let c = 0; c < chains.count; c++) {
    isEnd[chains.node[chains.start[c]]] = 1;
    isEnd[chains.node[chains.start[c + 1] - 1]] = 1;
  }
  let nodeCount = 0;
  for (let v = 0; v < isEnd.length; v++) nodeCount += isEnd[v];
  const streetNode = new Uint32Array(nodeCount);
  for (let v = 0, i = 0; v < isEnd.length; v++) if (isEnd[v]) streetNode[i++] = v;
  const place = { lng: new Float64Array(nodeCount), lat: new Float64Array(nodeCount) };
  for (let i = 0; i < nodeCount; i++) {
    place.lng[i] = segments.lng[streetNode[i]];
    place.lat[i] = segments.lat[streetNode[i]];
  }
  const order = orderByKeys(hilbertKeys(place.lng, place.lat));
  const numberOf = new Uint32Array(segments.lng.length);
  const positions = { nodeCount, lng: new Float64Array(nodeCount), lat: new Float64Array(nodeCount) };
  for (let number = 0; number < nodeCount; number++) {
    const i = order[number];
    numberOf[streetNode[i]] = number;
    positions.lng[number] = place.lng[i];
    positions.lat[number] = place.lat[i];
  }
  return { positions, numberOf };
}

/** Chains become edges, in the order of the lower of their two nodes. */
function layEdges(segments: Segments, chains: Chains, numberOf: Uint32Array) {
  const { count, start, node, cm } = chains;
  const ends = new Uint32Array(count * 2);
  const lower = new Uint32Array(count);
  for (let c = 0; c < count; c++) {
    ends[c * 2] = numberOf[node[start[c]]];
    ends[c * 2 + 1] = numberOf[node[start[c + 1] - 1]];
    lower[c] = Math.min(ends[c * 2], ends[c * 2 + 1]);
  }
  const order = orderByKeys(lower);
  const edges = emptyEdges(count, node.length);
  let point = 0;
  for (let e = 0; e < count; e++) {
    const c = order[e];
    edges.edgeFrom[e] = ends[c * 2];
    edges.edgeTo[e] = ends[c * 2 + 1];
    edges.edgeDirections[e] = chains.directions[c];
    for (let k = start[c]; k < start[c + 1]; k++, point++) {
      edges.pointLng[point] = segments.lng[node[k]];
      edges.pointLat[point] = segments.lat[node[k]];
      edges.pointCm[point] = cm[k];
    }
    edges.pointStart[e + 1] = point;
    edges.edgeCm[e] = edges.pointCm[point - 1];
  }
  return edges;
}

function emptyEdges(edgeCount: number, pointCount: number) {
  return {
    edgeFrom: new Uint32Array(edgeCount),
    edgeTo: new Uint32Array(edgeCount),
    edgeCm: new Uint32Array(edgeCount),
    edgeDirections: new Uint8Array(edgeCount),
    pointStart: new Uint32Array(edgeCount + 1),
    pointLng: new Float64Array(pointCount),
    pointLat: new Float64Array(pointCount),
    pointCm: new Uint32Array(pointCount),
  };
}

type Edges = Pick<WalkingGraph, 'nodeCount' | 'edgeFrom' | 'edgeTo' | 'edgeCm' | 'edgeDirections'>;

/** An arc from v to u stands for a walk from u to v. Arcs of a node ascend by target, then length, then edge. */
function layArcs(graph: Edges): Pick<WalkingGraph, 'first' | 'target' | 'arcCm' | 'arcEdge'> {
  const { edgeFrom, edgeTo, edgeCm, edgeDirections } = graph;
  const first = new Uint32Array(graph.nodeCount + 1);
  for (let e = 0; e < edgeCm.length; e++) {
    if (edgeFrom[e] === edgeTo[e]) continue;
    if (edgeDirections[e] & FORWARD) first[edgeTo[e] + 1]++;
    if (edgeDirections[e] & BACKWARD) first[edgeFrom[e] + 1]++;
  }
  const next = runningSum(first).slice();
  const arcEdge = new Uint32Array(first[graph.nodeCount]);
  for (let e = 0; e < edgeCm.length; e++) {
    if (edgeFrom[e] === edgeTo[e]) continue;
    if (edgeDirections[e] & FORWARD) arcEdge[next[edgeTo[e]]++] = e;
    if (edgeDirections[e] & BACKWARD) arcEdge[next[edgeFrom[e]]++] = e;
  }
  const target = new Uint32Array(arcEdge.length);
  const arcCm = new Uint32Array(arcEdge.length);
  for (let v = 0; v < graph.nodeCount; v++) {
    sortArcs(graph, v, arcEdge, first[v], first[v + 1]);
    for (let a = first[v]; a < first[v + 1]; a++) {
      target[a] = edgeFrom[arcEdge[a]] + edgeTo[arcEdge[a]] - v;
      arcCm[a] = edgeCm[arcEdge[a]];
    }
  }
  return { first, target, arcCm, arcEdge };
}

/** Insertion, since a node has few arcs. They come in ascending order of edges. */
function sortArcs(graph: Edges, v: number, arcEdge: Uint32Array, low: number, high: number): void {
  const other = (e: number) => graph.edgeFrom[e] + graph.edgeTo[e] - v;
  for (let a = low + 1; a < high; a++) {
    const edge = arcEdge[a];
    const to = other(edge);
    let hole = a;
    for (; hole > low; hole--) {
      const before = arcEdge[hole - 1];
      const difference = other(before) - to || graph.edgeCm[before] - graph.edgeCm[edge];
      if (difference <= 0) break;
      arcEdge[hole] = before;
    }
    arcEdge[hole] = edge;
  }
}
