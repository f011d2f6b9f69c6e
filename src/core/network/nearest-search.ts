import type { Task } from '../task.ts';
import { bucketsFor, type Seeds } from './labels.ts';
import { nearestByBlocks } from './nearest-blocks.ts';
import {
  borrowGraphMemory,
  type GraphMemory,
  giveBackGraphMemory,
  MAX_BUCKETS,
  type SearchGraph,
} from './wasm/graph-memory.ts';

export { RANK_BITS, RANK_SIZE, type Seeds, UNREACHED } from './labels.ts';

/** Nodes of a block: its labels, lists and arcs fit into the second-level cache. */
export const DEFAULT_BLOCK_NODES = 4096;
/** Below this many nodes one block is fastest: the whole graph fits into the cache. */
const ONE_BLOCK_NODES = 100_000;
/** Blocks between two looks at the clock: about a millisecond. */
const TURNS = 8;

/**
 * The label of every node: its nearest source, ties to the lower rank. Works block by block of neighbouring nodes (they are
 * numbered along a curve), in WebAssembly where that is to be had and in TypeScript elsewhere, with the same labels.
 */
export function* nearestSearch(
  graph: SearchGraph,
  seeds: Seeds,
  blockNodes = graph.nodeCount <= ONE_BLOCK_NODES ? Math.max(1, graph.nodeCount) : DEFAULT_BLOCK_NODES,
): Task<Float64Array> {
  const memory = borrowGraphMemory(graph, Math.ceil(graph.nodeCount / blockNodes));
  if (memory && bucketsFor(memory.longestArcCm) <= MAX_BUCKETS) {
    const label = yield* nearestInMemory(memory, seeds, blockNodes);
    if (label) {
      giveBackGraphMemory(graph, memory);
      return label;
    }
  }
  return yield* nearestByBlocks(graph, seeds, blockNodes);
}

/** Undefined where the memory ran out: the list of what waits has no bound that is known beforehand. */
function* nearestInMemory(
  memory: GraphMemory,
  seeds: Seeds,
  blockNodes: number,
): Task<Float64Array | undefined> {
  const { searches } = memory;
  try {
    searches.nearestBegin(blockNodes, bucketsFor(memory.longestArcCm));
    for (let s = 0; s < seeds.node.length; s++) {
      searches.nearestSeed(seeds.node[s], seeds.cm[s], seeds.rank[s]);
    }
    let done = 0;
    for (let left = searches.nearestTurns(TURNS); left > 0; left = searches.nearestTurns(TURNS)) {
      done += TURNS;
      yield { phase: 'nearest-facility', done, total: done + left };
    }
    searches.nearestEnd();
    return memory.labels();
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) return undefined;
    throw error;
  }
}
