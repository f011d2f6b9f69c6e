import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { BoundedSearch, catchmentSearch } from '../../../src/core/network/bounded-search.ts';
import { nearestByBlocks } from '../../../src/core/network/nearest-blocks.ts';
import { nearestSearch, RANK_SIZE, type Seeds, UNREACHED } from '../../../src/core/network/nearest-search.ts';
import { plainDijkstra } from '../../../src/core/network/plain-dijkstra.ts';
import { borrowGraphMemory, type SearchGraph } from '../../../src/core/network/wasm/graph-memory.ts';
import { runSync } from '../../../src/core/task.ts';

/** Lengths that tie, that are nothing, and that lap many buckets. */
const lengths = fc.oneof(
  fc.integer({ min: 0, max: 3 }),
  fc.integer({ min: 0, max: 60_000 }),
  fc.constant(9_000_000),
);

const worlds = fc
  .record({ nodeCount: fc.integer({ min: 1, max: 60 }), seed: fc.integer({ min: 1, max: 5 }) })
  .chain(({ nodeCount }) => {
    const node = fc.integer({ min: 0, max: nodeCount - 1 });
    return fc.record({
      graph: fc
        .array(fc.tuple(node, node, lengths), { maxLength: 200 })
        .map((arcs) => graphOf(nodeCount, arcs)),
      seeds: fc
        .array(fc.tuple(node, lengths, fc.integer({ min: 0, max: RANK_SIZE - 1 })), { maxLength: 12 })
        .map(seedsOf),
      blockNodes: fc.integer({ min: 1, max: 70 }),
      limitCm: fc.oneof(fc.integer({ min: 0, max: 80_000 }), fc.constant(100_000_000)),
    });
  });

function graphOf(nodeCount: number, arcs: [from: number, to: number, cm: number][]): SearchGraph {
  const sorted = arcs.toSorted((a, b) => a[0] - b[0]);
  const first = new Uint32Array(nodeCount + 1);
  for (const [from] of sorted) first[from + 1]++;
  for (let v = 1; v < first.length; v++) first[v] += first[v - 1];
  const target = Uint32Array.from(sorted, (arc) => arc[1]);
  return { nodeCount, first, target, arcCm: Uint32Array.from(sorted, (arc) => arc[2]) };
}

function seedsOf(list: [node: number, cm: number, rank: number][]): Seeds {
  const column = (c: number) => Uint32Array.from(list, (seed) => seed[c]);
  return { node: column(0), cm: column(1), rank: column(2) };
}

describe('the searches in WebAssembly, in TypeScript, and a plain Dijkstra', () => {
  it('WebAssembly is to be had here, or these tests compare TypeScript with itself', () => {
    expect(borrowGraphMemory(graphOf(2, [[0, 1, 5]]))).toBeDefined();
  });

  it('what is checked in is what the source compiles to', () => {
    const compiler = fileURLToPath(new URL('../../../src/core/network/wasm/compile.mjs', import.meta.url));
    expect(() => execFileSync(process.execPath, [compiler, '--check'])).not.toThrow();
  });

  it('give the same labels', () => {
    fc.assert(
      fc.property(worlds, ({ graph, seeds, blockNodes }) => {
        const expected = plainDijkstra(graph, seeds).label;
        expect(runSync(nearestByBlocks(graph, seeds, blockNodes))).toEqual(expected);
        expect(runSync(nearestSearch(graph, seeds, blockNodes))).toEqual(expected);
      }),
      { numRuns: 400, seed: 7 },
    );
  });

  it('give the same catchments, one after the other', () => {
    fc.assert(
      fc.property(worlds, worlds, ({ graph, seeds, limitCm }, other) => {
        const [fast, simple] = [catchmentSearch(graph, 100_000_000), new BoundedSearch(graph)];
        const inGraph = seedsOf(
          Array.from(other.seeds.node, (v, s) => [v % graph.nodeCount, other.seeds.cm[s], 0]),
        );
        for (const [from, limit] of [
          [seeds, limitCm],
          [inGraph, other.limitCm],
        ] as const) {
          const label = plainDijkstra(graph, { ...from, rank: new Uint32Array(from.node.length) }).label;
          const within = Array.from(label, (key) =>
            key <= limit * RANK_SIZE ? key / RANK_SIZE : 0xffffffff,
          );
          for (const search of [fast, simple]) {
            search.run(from, limit);
            expect([...search.distanceCm]).toEqual(within);
            const touched = [...search.touched.subarray(0, search.reached)].sort((a, b) => a - b);
            expect(touched).toEqual([...within.keys()].filter((v) => within[v] !== 0xffffffff));
          }
        }
        fast.release();
      }),
      { numRuns: 300, seed: 8 },
    );
  });
});

/** Each seed is nearer than the one before, so that the list of what waits is as long as the seeds are many. */
function crowdedSeeds(count: number): Seeds {
  return {
    node: new Uint32Array(count),
    cm: Uint32Array.from({ length: count }, (_, s) => count - s),
    rank: new Uint32Array(count),
  };
}

describe('the memory of WebAssembly', () => {
  const graph = graphOf(2, [[0, 1, 5]]);

  it('grows with what waits', () => {
    expect([...runSync(nearestSearch(graph, crowdedSeeds(300_000)))]).toEqual([RANK_SIZE, 6 * RANK_SIZE]);
    const search = catchmentSearch(graph, 1_000_000);
    search.run(crowdedSeeds(900_000), 1_000_000);
    expect([...search.distanceCm]).toEqual([1, 6]);
    expect(search.reached).toBe(2);
    search.release();
  });

  it('is not shared by two searches at a time, nor kept by one that was dropped', () => {
    const seeds = (node: number) => seedsOf([[node, 0, 0]]);
    const ring = graphOf(
      64,
      Array.from({ length: 64 }, (_, v) => [v, (v + 1) % 64, 10]),
    );
    const early = nearestSearch(ring, seeds(0), 1);
    early.next();
    expect(runSync(nearestSearch(ring, seeds(63), 1))[0]).toBe(10 * RANK_SIZE);
    nearestSearch(ring, seeds(5), 1).next();
    expect(runSync(early)[63]).toBe(630 * RANK_SIZE);
  });
});

describe('where WebAssembly is not allowed', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  it('the same labels come from TypeScript', async () => {
    vi.resetModules();
    class Refused {
      constructor() {
        throw new Error('refused by the policy');
      }
    }
    vi.stubGlobal('WebAssembly', { Module: Refused });
    const search = await import('../../../src/core/network/nearest-search.ts');
    const memory = await import('../../../src/core/network/wasm/graph-memory.ts');
    const graph = graphOf(3, [[0, 1, 5]]);
    expect(memory.borrowGraphMemory(graph)).toBeUndefined();
    const label = runSync(search.nearestSearch(graph, seedsOf([[0, 2, 9]])));
    expect([...label]).toEqual([2 * RANK_SIZE + 9, 7 * RANK_SIZE + 9, UNREACHED]);
  });
});
