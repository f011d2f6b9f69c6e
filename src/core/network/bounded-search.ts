import type { Seeds } from './labels.ts';
import type { SearchGraph } from './wasm/graph-memory.ts';
import {
  borrowGraphMemory,
  type GraphMemory,
  giveBackGraphMemory,
  MAX_BUCKETS,
} from './wasm/graph-memory.ts';

const NONE = 0xffffffff;
/** Buckets of about 20 m: a catchment is small, and finer buckets correct fewer labels. */
const BUCKET_SHIFT = 11;

/**
 * Searches that stop at a limit, one after the other over one graph. The arrays are kept between searches and only what
 * was touched is cleaned, so the cost follows the catchment and not the city. Read the arrays anew after each search.
 */
export interface CatchmentSearch {
  /** Centimetres of each node of the last search, 2^32 − 1 where it did not come. */
  readonly distanceCm: Uint32Array;
  /** The nodes the last search reached, in the order they were first seen: the first `reached` entries. */
  readonly touched: Uint32Array;
  readonly reached: number;
  /** Every node within `limitCm` (≤) of the seeds. Ranks play no part. */
  run(seeds: Pick<Seeds, 'node' | 'cm'>, limitCm: number): void;
  /** To be called at the end: what it holds can be used again. */
  release(): void;
}

/** In WebAssembly where that is to be had, in TypeScript elsewhere: the same centimetres. `limitCm`: the widest that will be asked. */
export function catchmentSearch(graph: SearchGraph, limitCm: number): CatchmentSearch {
  const memory = limitCm >>> BUCKET_SHIFT < MAX_BUCKETS ? borrowGraphMemory(graph) : undefined;
  return memory ? new MemorySearch(graph, memory) : new BoundedSearch(graph);
}

class MemorySearch implements CatchmentSearch {
  distanceCm: Uint32Array;
  touched: Uint32Array;
  reached = 0;

  constructor(
    private readonly graph: SearchGraph,
    private readonly memory: GraphMemory,
  ) {
    memory.searches.catchmentsBegin();
    this.distanceCm = memory.distances();
    this.touched = memory.touched();
  }

  run(seeds: Pick<Seeds, 'node' | 'cm'>, limitCm: number): void {
    const { searches } = this.memory;
    searches.catchmentBegin(limitCm);
    for (let s = 0; s < seeds.node.length; s++) searches.catchmentSeed(seeds.node[s], seeds.cm[s], limitCm);
    this.reached = searches.catchmentRun(limitCm);
    // The views die when the memory grows, which it does at most a few times.
    if (this.distanceCm.length > 0) return;
    this.distanceCm = this.memory.distances();
    this.touched = this.memory.touched();
  }

  release(): void {
    giveBackGraphMemory(this.graph, this.memory);
  }
}

/** The same in plain TypeScript: wasm/searches.as is its twin. */
export class BoundedSearch implements CatchmentSearch {
  readonly distanceCm: Uint32Array;
  readonly touched: Uint32Array;
  reached = 0;
  private heads = new Int32Array(0);
  private node = new Uint32Array(1024);
  private cm = new Uint32Array(1024);
  private next = new Int32Array(1024);

  constructor(private readonly graph: SearchGraph) {
    this.distanceCm = new Uint32Array(graph.nodeCount).fill(NONE);
    this.touched = new Uint32Array(graph.nodeCount);
  }

  run(seeds: Pick<Seeds, 'node' | 'cm'>, limitCm: number): void {
    this.clean();
    const buckets = (limitCm >>> BUCKET_SHIFT) + 1;
    if (this.heads.length < buckets) this.heads = new Int32Array(buckets);
    this.heads.fill(-1, 0, buckets);
    let top = 0;
    for (let s = 0; s < seeds.node.length; s++) top = this.relax(seeds.node[s], seeds.cm[s], limitCm, top);
    const { heads, distanceCm } = this;
    const { first, target, arcCm } = this.graph;
    for (let bucket = 0; bucket < buckets; bucket++) {
      for (let entry = heads[bucket]; entry >= 0; entry = heads[bucket]) {
        heads[bucket] = this.next[entry];
        const node = this.node[entry];
        const cm = this.cm[entry];
        if (cm !== distanceCm[node]) continue;
        const end = first[node + 1];
        for (let arc = first[node]; arc < end; arc++) {
          const through = cm + arcCm[arc];
          const to = target[arc];
          if (through <= limitCm && through < distanceCm[to]) top = this.relax(to, through, limitCm, top);
        }
      }
    }
  }

  release(): void {
    this.clean();
  }

  private clean(): void {
    for (let k = 0; k < this.reached; k++) this.distanceCm[this.touched[k]] = NONE;
    this.reached = 0;
  }

  private relax(node: number, cm: number, limitCm: number, top: number): number {
    const before = this.distanceCm[node];
    if (cm > limitCm || cm >= before) return top;
    if (before === NONE) this.touched[this.reached++] = node;
    this.distanceCm[node] = cm;
    if (top === this.node.length) this.grow();
    const bucket = cm >>> BUCKET_SHIFT;
    this.node[top] = node;
    this.cm[top] = cm;
    this.next[top] = this.heads[bucket];
    this.heads[bucket] = top;
    return top + 1;
  }

  private grow(): void {
    const size = this.node.length * 2;
    const [node, cm, next] = [new Uint32Array(size), new Uint32Array(size), new Int32Array(size)];
    node.set(this.node);
    cm.set(this.cm);
    next.set(this.next);
    [this.node, this.cm, this.next] = [node, cm, next];
  }
}
