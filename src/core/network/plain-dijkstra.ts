import FlatQueue from 'flatqueue';
import type { WalkingGraph } from './graph.ts';
import { RANK_SIZE, type Seeds, UNREACHED } from './labels.ts';

/**
 * The straightforward search: one heap, one settled node at a time. Kept as the reference that the fast search is tested
 * and measured against, and used for a single route, where it is fast enough.
 * Returns labels as `nearestSearch` does, and the arc by which each node was reached (-1: a seed, or unreached).
 */
export function plainDijkstra(
  graph: Pick<WalkingGraph, 'nodeCount' | 'first' | 'target' | 'arcCm'>,
  seeds: Seeds,
  stopAt?: (node: number, label: number) => boolean,
): { label: Float64Array; byArc: Int32Array } {
  const label = new Float64Array(graph.nodeCount).fill(UNREACHED);
  const byArc = new Int32Array(graph.nodeCount).fill(-1);
  const queue = new FlatQueue<number>();
  for (let s = 0; s < seeds.node.length; s++) {
    const key = seeds.cm[s] * RANK_SIZE + seeds.rank[s];
    if (key >= label[seeds.node[s]]) continue;
    label[seeds.node[s]] = key;
    queue.push(seeds.node[s], key);
  }
  for (;;) {
    const key = queue.peekValue();
    const node = queue.pop();
    if (node === undefined || key === undefined) break;
    if (key !== label[node]) continue;
    if (stopAt?.(node, key)) break;
    for (let arc = graph.first[node]; arc < graph.first[node + 1]; arc++) {
      const through = key + graph.arcCm[arc] * RANK_SIZE;
      if (through >= label[graph.target[arc]]) continue;
      label[graph.target[arc]] = through;
      byArc[graph.target[arc]] = arc;
      queue.push(graph.target[arc], through);
    }
  }
  return { label, byArc };
}
