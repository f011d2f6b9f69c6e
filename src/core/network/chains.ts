import { BLOCK, type Task } from '../task.ts';
import { BACKWARD, FORWARD } from './graph.ts';
import { runningSum } from './order.ts';
import type { Segments } from './segments.ts';

/**
 * Walkable pieces joined from junction to junction. Chain c runs over the nodes `node[start[c]] .. node[start[c + 1] - 1]`,
 * first and last of which are junctions, or one node twice: a ring.
 */
export interface Chains {
  count: number;
  start: Uint32Array;
  node: Uint32Array;
  /** Centimetres from the start of the chain, by entry of `node`. */
  cm: Uint32Array;
  directions: Uint8Array;
}

export function* joinChains(segments: Segments): Task<Chains> {
  const joiner = new Joiner(segments);
  const nodeCount = segments.lng.length;
  for (let node = 0; node < nodeCount; node++) {
    if (node % (BLOCK * 16) === 0) yield { phase: 'join-chains', done: node, total: nodeCount };
    joiner.fromJunction(node);
  }
  return joiner.finish();
}

/** Pieces by node (CSR): piece p stands at both of its ends. */
function incidence(segments: Segments): { first: Uint32Array; piece: Uint32Array } {
  const { from, to } = segments;
  const first = new Uint32Array(segments.lng.length + 1);
  for (let p = 0; p < from.length; p++) {
    first[from[p] + 1]++;
    first[to[p] + 1]++;
  }
  const next = runningSum(first).slice();
  const piece = new Uint32Array(from.length * 2);
  for (let p = 0; p < from.length; p++) {
    piece[next[from[p]]++] = p;
    piece[next[to[p]]++] = p;
  }
  return { first, piece };
}

class Joiner {
  private readonly first: Uint32Array;
  private readonly piece: Uint32Array;
  private readonly used: Uint8Array;
  private readonly chains: Chains;
  private top = 0;

  constructor(private readonly segments: Segments) {
    const pieces = segments.from.length;
    ({ first: this.first, piece: this.piece } = incidence(segments));
    this.used = new Uint8Array(pieces);
    // A chain of k pieces has k + 1 nodes, and no chain is without a piece.
    this.chains = {
      count: 0,
      start: new Uint32Array(pieces + 1),
      node: new Uint32Array(pieces * 2),
      cm: new Uint32Array(pieces * 2),
      directions: new Uint8Array(pieces),
    };
  }

  fromJunction(node: number): void {
    const { first, piece, used } = this;
    if (first[node] === first[node + 1] || !this.isJunction(node)) return;
    for (let k = first[node]; k < first[node + 1]; k++) if (!used[piece[k]]) this.follow(node, piece[k]);
  }

  /** What is left are rings without a junction: any of their nodes may start them. */
  finish(): Chains {
    const { from } = this.segments;
    for (let p = 0; p < from.length; p++) if (!this.used[p]) this.follow(from[p], p);
    const { count, start, node, cm, directions } = this.chains;
    return {
      count,
      start: start.slice(0, count + 1),
      node: node.slice(0, this.top),
      cm: cm.slice(0, this.top),
      directions: directions.slice(0, count),
    };
  }

  private isJunction(node: number): boolean {
    const at = this.first[node];
    if (this.first[node + 1] - at !== 2) return true;
    return !this.passesThrough(this.piece[at], this.piece[at + 1], node);
  }

  /** Two pieces meet at a node. They are one chain when each sense of walking goes on from one to the other. */
  private passesThrough(p: number, q: number, node: number): boolean {
    if (p === q) return false;
    return reversed(this.directionsFrom(p, node)) === this.directionsFrom(q, node);
  }

  /** Which way piece p may be walked when entered at `node`: FORWARD is away from it. */
  private directionsFrom(p: number, node: number): number {
    const flags = this.segments.directions[p];
    return this.segments.from[p] === node ? flags : reversed(flags);
  }

  private follow(startNode: number, startPiece: number): void {
    const { first, piece, used, chains } = this;
    const { from, to, cm } = this.segments;
    chains.directions[chains.count] = this.directionsFrom(startPiece, startNode);
    this.push(startNode, 0);
    let node = startNode;
    let p = startPiece;
    let length = 0;
    for (;;) {
      used[p] = 1;
      length += cm[p];
      node = from[p] === node ? to[p] : from[p];
      this.push(node, length);
      if (node === startNode || this.isJunction(node)) break;
      const at = first[node];
      p = piece[at] === p ? piece[at + 1] : piece[at];
    }
    chains.count++;
    chains.start[chains.count] = this.top;
  }

  private push(node: number, cm: number): void {
    this.chains.node[this.top] = node;
    this.chains.cm[this.top] = cm;
    this.top++;
  }
}

function reversed(directions: number): number {
  return ((directions & FORWARD) > 0 ? BACKWARD : 0) + ((directions & BACKWARD) > 0 ? FORWARD : 0);
}
