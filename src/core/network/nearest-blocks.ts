import { BLOCK, type Task } from '../task.ts';
import { BUCKET_SHIFT, bucketsFor, RANK_SIZE, type Seeds, UNREACHED } from './labels.ts';
import type { SearchGraph } from './wasm/graph-memory.ts';

/** Centimetres of a node no source has reached. */
const NONE = 0xffffffff;

/**
 * The search behind `nearestSearch` in plain TypeScript; wasm/searches.as is its twin. Inside a block of neighbouring nodes by
 * a circular queue of buckets; relaxations into another block wait for its turn, until none waits. The order of the
 * blocks changes the time, not the labels.
 */
export function* nearestByBlocks(graph: SearchGraph, seeds: Seeds, blockNodes: number): Task<Float64Array> {
  const search = new BlockSearch(graph, blockNodes, seeds.node.length);
  for (let s = 0; s < seeds.node.length; s++) search.seed(seeds.node[s], seeds.cm[s], seeds.rank[s]);
  for (let turn = 0; turn < search.queue.length; turn++) {
    if (turn % (BLOCK / 64) === 0)
      yield { phase: 'nearest-facility', done: turn, total: search.queue.length };
    search.run(search.queue[turn]);
  }
  return search.labels();
}

function longestOf(values: Uint32Array): number {
  let longest = 0;
  for (let i = 0; i < values.length; i++) if (values[i] > longest) longest = values[i];
  return longest;
}

/**
 * Centimetres and rank stand in two arrays of 32 bits: the rank is only looked at in a tie. An entry of a list holds
 * its node and the centimetres it was put there for; it is stale once the node has fewer.
 */
class BlockSearch {
  readonly queue: number[] = [];
  private readonly cm: Uint32Array;
  private readonly rank: Uint32Array;
  private readonly heads: Int32Array;
  private readonly waiting: Int32Array;
  private readonly queued: Uint8Array;
  private entryNode: Uint32Array;
  private entryCm: Uint32Array;
  private entryNext: Int32Array;
  private top = 0;
  private free = -1;

  constructor(
    private readonly graph: SearchGraph,
    private readonly blockNodes: number,
    seedCount: number,
  ) {
    const blocks = Math.ceil(graph.nodeCount / blockNodes);
    this.cm = new Uint32Array(graph.nodeCount).fill(NONE);
    this.rank = new Uint32Array(graph.nodeCount);
    this.heads = new Int32Array(bucketsFor(longestOf(graph.arcCm))).fill(-1);
    this.waiting = new Int32Array(blocks).fill(-1);
    this.queued = new Uint8Array(blocks);
    const size = seedCount + (graph.nodeCount >> 2) + 1024;
    this.entryNode = new Uint32Array(size);
    this.entryCm = new Uint32Array(size);
    this.entryNext = new Int32Array(size);
  }

  seed(node: number, cm: number, rank: number): void {
    if (cm > this.cm[node] || (cm === this.cm[node] && rank >= this.rank[node])) return;
    this.cm[node] = cm;
    this.rank[node] = rank;
    this.wait(node, cm);
  }

  labels(): Float64Array {
    const { cm, rank } = this;
    const label = new Float64Array(cm.length);
    for (let v = 0; v < label.length; v++)
      label[v] = cm[v] === NONE ? UNREACHED : cm[v] * RANK_SIZE + rank[v];
    return label;
  }

  run(block: number): void {
    const { heads, cm: best, rank: bestRank, blockNodes } = this;
    const { first, target, arcCm } = this.graph;
    const mask = heads.length - 1;
    const low = block * blockNodes;
    const high = low + blockNodes;
    let bucket = this.distribute(block);
    // Lists hold until the next search of a block; a bucket below the least is never asked for.
    for (let live = this.live; live > 0; bucket++) {
      let later = -1;
      for (let entry = heads[bucket & mask]; entry >= 0; entry = heads[bucket & mask]) {
        const node = this.entryNode[entry];
        const cm = this.entryCm[entry];
        heads[bucket & mask] = this.entryNext[entry];
        // Entries that waited can lie more than one round of the buckets ahead.
        if (cm >>> BUCKET_SHIFT !== bucket && cm === best[node]) {
          this.entryNext[entry] = later;
          later = entry;
          continue;
        }
        this.give(entry);
        live--;
        if (cm !== best[node]) continue;
        const rank = bestRank[node];
        const end = first[node + 1];
        for (let arc = first[node]; arc < end; arc++) {
          const to = target[arc];
          const through = cm + arcCm[arc];
          const before = best[to];
          if (through > before || (through === before && rank >= bestRank[to])) continue;
          best[to] = through;
          bestRank[to] = rank;
          if (to < low || to >= high) this.wait(to, through);
          else {
            const slot = (through >>> BUCKET_SHIFT) & mask;
            heads[slot] = this.take(to, through, heads[slot]);
            live++;
          }
        }
      }
      heads[bucket & mask] = later;
    }
  }

  private live = 0;

  /** What waited for the block goes into the buckets; the least bucket. */
  private distribute(block: number): number {
    const { heads } = this;
    this.queued[block] = 0;
    this.live = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let entry = this.waiting[block], next = -1; entry >= 0; entry = next) {
      next = this.entryNext[entry];
      const cm = this.entryCm[entry];
      if (cm !== this.cm[this.entryNode[entry]]) {
        this.give(entry);
        continue;
      }
      const bucket = cm >>> BUCKET_SHIFT;
      if (bucket < least) least = bucket;
      const slot = bucket & (heads.length - 1);
      this.entryNext[entry] = heads[slot];
      heads[slot] = entry;
      this.live++;
    }
    this.waiting[block] = -1;
    return least;
  }

  private wait(node: number, cm: number): void {
    const block = Math.floor(node / this.blockNodes);
    this.waiting[block] = this.take(node, cm, this.waiting[block]);
    if (this.queued[block]) return;
    this.queued[block] = 1;
    this.queue.push(block);
  }

  private take(node: number, cm: number, next: number): number {
    let entry = this.free;
    if (entry >= 0) this.free = this.entryNext[entry];
    else {
      if (this.top === this.entryNode.length) this.grow();
      entry = this.top++;
    }
    this.entryNode[entry] = node;
    this.entryCm[entry] = cm;
    this.entryNext[entry] = next;
    return entry;
  }

  private give(entry: number): void {
    this.entryNext[entry] = this.free;
    this.free = entry;
  }

  private grow(): void {
    const size = this.entryNode.length * 2;
    const [node, cm, next] = [new Uint32Array(size), new Uint32Array(size), new Int32Array(size)];
    node.set(this.entryNode);
    cm.set(this.entryCm);
    next.set(this.entryNext);
    [this.entryNode, this.entryCm, this.entryNext] = [node, cm, next];
  }
}
