import type { Streets } from '../formats/streets.ts';
import { UnusableData } from '../issue.ts';
import { BLOCK, type Task } from '../task.ts';
import { components } from './components.ts';
import { BACKWARD, FORWARD, type WalkingGraph } from './graph.ts';
import { hilbertKeys } from './hilbert.ts';
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
  yield { phase: 'build-graph', done: 3, total: 4 };
  return numberAlongCurve(segments, chains);
}

/** Chain c runs over nodes `node[start[c]] .. node[start[c + 1] - 1]`, first and last of which are junctions. */
interface Chains {
  start: number[];
  node: number[];
  /** Centimetres from the start of the chain, by entry of `node`. */
  cm: number[];
  directions: number[];
}

/** Pieces by node (CSR): piece p stands at both of its ends. */
function incidence(segments: Segments): { first: Uint32Array; piece: Uint32Array } {
  const first = new Uint32Array(segments.lng.length + 1);
  for (const node of segments.from) first[node + 1]++;
  for (const node of segments.to) first[node + 1]++;
  for (let v = 1; v < first.length; v++) first[v] += first[v - 1];
  const piece = new Uint32Array(segments.from.length * 2);
  const next = first.slice();
  for (let p = 0; p < segments.from.length; p++) {
    piece[next[segments.from[p]]++] = p;
    piece[next[segments.to[p]]++] = p;
  }
  return { first, piece };
}

/** Which way piece p may be walked when entered at `node`: FORWARD is away from it. */
function directionsFrom(segments: Segments, p: number, node: number): number {
  const flags = segments.directions[p];
  if (segments.from[p] === node) return flags;
  return reversed(flags);
}

function* joinChains(segments: Segments): Task<Chains> {
  const { first, piece } = incidence(segments);
  const used = new Uint8Array(segments.from.length);
  const chains: Chains = { start: [0], node: [], cm: [], directions: [] };
  const other = (p: number, node: number) => (segments.from[p] === node ? segments.to[p] : segments.from[p]);
  const isJunction = (node: number) => {
    if (first[node + 1] - first[node] !== 2) return true;
    return !passesThrough(segments, piece[first[node]], piece[first[node] + 1], node);
  };
  const follow = (startNode: number, startPiece: number) => {
    let [node, p, length] = [startNode, startPiece, 0];
    chains.directions.push(directionsFrom(segments, p, node));
    chains.node.push(node);
    chains.cm.push(0);
    for (;;) {
      used[p] = 1;
      length += segments.cm[p];
      node = other(p, node);
      chains.node.push(node);
      chains.cm.push(length);
      if (node === startNode || isJunction(node)) break;
      p = piece[first[node]] === p ? piece[first[node] + 1] : piece[first[node]];
    }
    chains.start.push(chains.node.length);
  };
  const nodeCount = segments.lng.length;
  for (let node = 0; node < nodeCount; node++) {
    if (node % (BLOCK * 16) === 0) yield { phase: 'join-chains', done: node, total: nodeCount };
    if (first[node] === first[node + 1] || !isJunction(node)) continue;
    for (let k = first[node]; k < first[node + 1]; k++) if (!used[piece[k]]) follow(node, piece[k]);
  }
  // What is left are rings without a junction: any of their nodes may start them.
  for (let p = 0; p < segments.from.length; p++) if (!used[p]) follow(segments.from[p], p);
  return chains;
}

/** Two pieces meet at a node. They are one chain when each sense of walking goes on from one to the other. */
function passesThrough(segments: Segments, p: number, q: number, node: number): boolean {
  if (p === q) return false;
  return reversed(directionsFrom(segments, p, node)) === directionsFrom(segments, q, node);
}

function reversed(directions: number): number {
  return ((directions & FORWARD) > 0 ? BACKWARD : 0) + ((directions & BACKWARD) > 0 ? FORWARD : 0);
}

/** Nodes in the order of the curve, edges by their nodes, arcs in both permitted senses. */
function numberAlongCurve(segments: Segments, chains: Chains): WalkingGraph {
  const edgeCount = chains.directions.length;
  const ends = new Set<number>();
  for (let c = 0; c < edgeCount; c++) {
    ends.add(chains.node[chains.start[c]]);
    ends.add(chains.node[chains.start[c + 1] - 1]);
  }
  const nodes = [...ends];
  const keys = hilbertKeys(
    nodes.map((row) => segments.lng[row]),
    nodes.map((row) => segments.lat[row]),
  );
  const order = nodes.map((_, i) => i).sort((a, b) => keys[a] - keys[b] || nodes[a] - nodes[b]);
  const numberOf = new Map<number, number>();
  order.forEach((i, number) => {
    numberOf.set(nodes[i], number);
  });
  const endsOf = (c: number) => {
    const from = numberOf.get(chains.node[chains.start[c]]) as number;
    const to = numberOf.get(chains.node[chains.start[c + 1] - 1]) as number;
    return [from, to] as const;
  };
  const chainOrder = Array.from({ length: edgeCount }, (_, c) => c).sort((a, b) => {
    const [fromA, toA] = endsOf(a);
    const [fromB, toB] = endsOf(b);
    return Math.min(fromA, toA) - Math.min(fromB, toB) || a - b;
  });
  const graph = emptyGraph(nodes.length, edgeCount, chains.node.length);
  order.forEach((i, number) => {
    graph.lng[number] = segments.lng[nodes[i]];
    graph.lat[number] = segments.lat[nodes[i]];
  });
  let point = 0;
  chainOrder.forEach((c, e) => {
    [graph.edgeFrom[e], graph.edgeTo[e]] = endsOf(c);
    graph.edgeDirections[e] = chains.directions[c];
    for (let k = chains.start[c]; k < chains.start[c + 1]; k++, point++) {
      graph.pointLng[point] = segments.lng[chains.node[k]];
      graph.pointLat[point] = segments.lat[chains.node[k]];
      graph.pointCm[point] = chains.cm[k];
    }
    graph.pointStart[e + 1] = point;
    graph.edgeCm[e] = graph.pointCm[point - 1];
  });
  addArcs(graph);
  return { ...graph, ...components(graph) };
}

type Bare = Omit<WalkingGraph, 'component' | 'componentSize'>;

function emptyGraph(nodeCount: number, edgeCount: number, pointCount: number): Bare {
  return {
    nodeCount,
    lng: new Float64Array(nodeCount),
    lat: new Float64Array(nodeCount),
    edgeFrom: new Uint32Array(edgeCount),
    edgeTo: new Uint32Array(edgeCount),
    edgeCm: new Uint32Array(edgeCount),
    edgeDirections: new Uint8Array(edgeCount),
    pointStart: new Uint32Array(edgeCount + 1),
    pointLng: new Float64Array(pointCount),
    pointLat: new Float64Array(pointCount),
    pointCm: new Uint32Array(pointCount),
    first: new Uint32Array(nodeCount + 1),
    target: new Uint32Array(0),
    arcCm: new Uint32Array(0),
    arcEdge: new Uint32Array(0),
  };
}

/** An arc from v to u stands for a walk from u to v. Arcs of a node ascend by target, then length, then edge. */
function addArcs(graph: Bare): void {
  const arcs: [at: number, to: number, edge: number][] = [];
  for (let e = 0; e < graph.edgeCm.length; e++) {
    const [from, to] = [graph.edgeFrom[e], graph.edgeTo[e]];
    if (from === to) continue;
    if (graph.edgeDirections[e] & FORWARD) arcs.push([to, from, e]);
    if (graph.edgeDirections[e] & BACKWARD) arcs.push([from, to, e]);
  }
  arcs.sort((a, b) => a[0] - b[0] || a[1] - b[1] || graph.edgeCm[a[2]] - graph.edgeCm[b[2]] || a[2] - b[2]);
  graph.target = Uint32Array.from(arcs, ([, to]) => to);
  graph.arcEdge = Uint32Array.from(arcs, ([, , e]) => e);
  graph.arcCm = Uint32Array.from(arcs, ([, , e]) => graph.edgeCm[e]);
  for (const [at] of arcs) graph.first[at + 1]++;
  for (let v = 1; v < graph.first.length; v++) graph.first[v] += graph.first[v - 1];
}
