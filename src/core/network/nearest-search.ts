import { BLOCK, type Task } from '../task.ts';
import type { WalkingGraph } from './graph.ts';

/**
 * Nearest source of every node, exact. A label is one number: centimetres × 2^20 + rank of the source, so that one comparison
 * orders by distance and gives ties to the lower rank, and adding a length leaves the rank alone. Centimetres up to 2^32 fit.
 */
export const RANK_BITS = 20;
export const RANK_SIZE = 2 ** RANK_BITS;
/** Label of a node that no source reaches. */
export const UNREACHED = Number.POSITIVE_INFINITY;

/** A node that a source starts from, with the centimetres from the source to it. */
export interface Seeds {
  node: Uint32Array;
  cm: Uint32Array;
  /** Rank of the source, below 2^20. */
  rank: Uint32Array;
}

/** Width of a bucket, centimetres: about the length of a short street. Labels are corrected inside a bucket, so any width is exact. */
const BUCKET_CM = 4096;
/** Nodes of a block: its labels, lists and arcs fit into the second-level cache. */
export const DEFAULT_BLOCK_NODES = 4096;
/** Below this many nodes one block is fastest: the whole graph fits into the cache. */
const ONE_BLOCK_NODES = 100_000;

/**
 * Searches block by block of neighbouring nodes (they are numbered along a curve): inside a block by a circular queue
 * of buckets, relaxations into another block wait for its turn, until none waits. The order of the blocks changes
 * the time, not the labels.
 */
export function* nearestSearch(
  graph: Pick<WalkingGraph, 'nodeCount' | 'first' | 'target' | 'arcCm'>,
  seeds: Seeds,
  blockNodes = graph.nodeCount <= ONE_BLOCK_NODES ? graph.nodeCount : DEFAULT_BLOCK_NODES,
): Task<Float64Array> {
  const { nodeCount, first, target, arcCm } = graph;
  const label = new Float64Array(nodeCount).fill(UNREACHED);
  const blocks = Math.ceil(nodeCount / blockNodes);
  const buckets = bucketsFor(arcCm);
  const mask = buckets - 1;
  const heads = new Int32Array(buckets).fill(-1);
  const waiting = new Int32Array(blocks).fill(-1);
  const queued = new Uint8Array(blocks);
  const queue: number[] = [];
  const pool = new EntryPool(seeds.node.length + nodeCount);

  const wait = (node: number, key: number) => {
    const block = Math.floor(node / blockNodes);
    waiting[block] = pool.take(node, key, waiting[block]);
    if (queued[block]) return;
    queued[block] = 1;
    queue.push(block);
  };
  for (let s = 0; s < seeds.node.length; s++) {
    const key = seeds.cm[s] * RANK_SIZE + seeds.rank[s];
    if (key >= label[seeds.node[s]]) continue;
    label[seeds.node[s]] = key;
    wait(seeds.node[s], key);
  }
  for (let turn = 0; turn < queue.length; turn++) {
    if (turn % (BLOCK / 64) === 0) yield { phase: 'nearest-facility', done: turn, total: queue.length };
    const block = queue[turn];
    queued[block] = 0;
    const low = block * blockNodes;
    const high = low + blockNodes;
    let live = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let entry = waiting[block], next = -1; entry >= 0; entry = next) {
      next = pool.next[entry];
      const key = pool.key[entry];
      if (key !== label[pool.node[entry]]) {
        pool.give(entry);
        continue;
      }
      const bucket = Math.floor(key / (BUCKET_CM * RANK_SIZE));
      if (bucket < least) least = bucket;
      pool.next[entry] = heads[bucket & mask];
      heads[bucket & mask] = entry;
      live++;
    }
    waiting[block] = -1;
    for (let bucket = least; live > 0; bucket++) {
      let later = -1;
      for (let entry = heads[bucket & mask]; entry >= 0; entry = heads[bucket & mask]) {
        const node = pool.node[entry];
        const key = pool.key[entry];
        heads[bucket & mask] = pool.next[entry];
        // Entries that waited can lie more than one round of the buckets ahead.
        if (key === label[node] && Math.floor(key / (BUCKET_CM * RANK_SIZE)) !== bucket) {
          pool.next[entry] = later;
          later = entry;
          continue;
        }
        pool.give(entry);
        live--;
        if (key !== label[node]) continue;
        for (let arc = first[node]; arc < first[node + 1]; arc++) {
          const to = target[arc];
          const through = key + arcCm[arc] * RANK_SIZE;
          if (through >= label[to]) continue;
          label[to] = through;
          if (to < low || to >= high) {
            wait(to, through);
            continue;
          }
          const slot = Math.floor(through / (BUCKET_CM * RANK_SIZE)) & mask;
          heads[slot] = pool.take(to, through, heads[slot]);
          live++;
        }
      }
      heads[bucket & mask] = later;
    }
  }
  return label;
}

/** A power of two, so that the longest arc cannot lap the queue. */
function bucketsFor(arcCm: Uint32Array): number {
  let longest = 0;
  for (let arc = 0; arc < arcCm.length; arc++) if (arcCm[arc] > longest) longest = arcCm[arc];
  let buckets = 1;
  while (buckets < longest / BUCKET_CM + 3) buckets *= 2;
  return buckets;
}

/** Singly linked entries in typed arrays, given back when done. */
class EntryPool {
  node: Uint32Array;
  key: Float64Array;
  next: Int32Array;
  private top = 0;
  private free = -1;

  constructor(size: number) {
    this.node = new Uint32Array(size);
    this.key = new Float64Array(size);
    this.next = new Int32Array(size);
  }

  take(node: number, key: number, next: number): number {
    let entry = this.free;
    if (entry >= 0) this.free = this.next[entry];
    else {
      if (this.top === this.node.length) this.grow();
      entry = this.top++;
    }
    this.node[entry] = node;
    this.key[entry] = key;
    this.next[entry] = next;
    return entry;
  }

  give(entry: number): void {
    this.next[entry] = this.free;
    this.free = entry;
  }

  private grow(): void {
    const size = this.node.length * 2;
    const [node, key, next] = [new Uint32Array(size), new Float64Array(size), new Int32Array(size)];
    node.set(this.node);
    key.set(this.key);
    next.set(this.next);
    [this.node, this.key, this.next] = [node, key, next];
  }
}
