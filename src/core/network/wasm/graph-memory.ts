import type { WalkingGraph } from '../graph.ts';
import { SEARCHES_MODULE } from './searches-module.ts';

/** What the searches need of a graph. */
export type SearchGraph = Pick<WalkingGraph, 'nodeCount' | 'first' | 'target' | 'arcCm'>;

/** What searches.as exports. */
interface Searches {
  memory: WebAssembly.Memory;
  firstAt: WebAssembly.Global;
  arcAt: WebAssembly.Global;
  labelAt: WebAssembly.Global;
  distanceAt: WebAssembly.Global;
  touchedAt: WebAssembly.Global;
  prepare(nodes: number, arcs: number, buckets: number, blocks: number): number;
  nearestBegin(blockNodes: number, buckets: number): void;
  nearestSeed(node: number, cm: number, rank: number): void;
  nearestTurns(turns: number): number;
  nearestEnd(): void;
  catchmentsBegin(): void;
  catchmentBegin(limitCm: number): void;
  catchmentSeed(node: number, cm: number, limitCm: number): void;
  catchmentRun(limitCm: number): number;
}

/** Room for buckets, which bounds the longest arc (2,684 km) and the widest catchment (1,342 km) that are searched here. */
export const MAX_BUCKETS = 65_536;

/** A graph inside the memory of WebAssembly, with the two searches. One search at a time: borrow it, give it back. */
export class GraphMemory {
  readonly longestArcCm: number;

  private constructor(
    readonly searches: Searches,
    private readonly graph: SearchGraph,
    readonly maxBlocks: number,
  ) {
    const { nodeCount, first, target, arcCm } = graph;
    const { buffer } = searches.memory;
    new Uint32Array(buffer, searches.firstAt.value, nodeCount + 1).set(first);
    const arcs = new Uint32Array(buffer, searches.arcAt.value, target.length * 2);
    let longest = 0;
    for (let arc = 0; arc < target.length; arc++) {
      const cm = arcCm[arc];
      arcs[arc * 2] = target[arc];
      arcs[arc * 2 + 1] = cm;
      if (cm > longest) longest = cm;
    }
    this.longestArcCm = longest;
  }

  /** Undefined where WebAssembly is not there or not allowed, or the graph does not fit. */
  static of(graph: SearchGraph, maxBlocks: number): GraphMemory | undefined {
    const searches = instantiate();
    if (!searches) return undefined;
    const enough = searches.prepare(graph.nodeCount, graph.target.length, MAX_BUCKETS, maxBlocks);
    return enough ? new GraphMemory(searches, graph, maxBlocks) : undefined;
  }

  /** A copy of the labels of the search that has ended. */
  labels(): Float64Array {
    const { memory, labelAt } = this.searches;
    return new Float64Array(memory.buffer, labelAt.value, this.graph.nodeCount).slice();
  }

  /** Views of the last catchment. They hold until the memory grows, so ask again after each search. */
  distances(): Uint32Array {
    const { memory, distanceAt } = this.searches;
    return new Uint32Array(memory.buffer, distanceAt.value, this.graph.nodeCount);
  }

  touched(): Uint32Array {
    const { memory, touchedAt } = this.searches;
    return new Uint32Array(memory.buffer, touchedAt.value, this.graph.nodeCount);
  }
}

/** One idle memory a graph, by its targets: they name the graph even where the object around them was made anew. */
const idle = new WeakMap<Uint32Array, GraphMemory>();

/** The caller has it alone until it gives it back; one that never comes back costs only its memory. */
export function borrowGraphMemory(graph: SearchGraph, blocks = 1): GraphMemory | undefined {
  const memory = idle.get(graph.target);
  if (!memory || memory.maxBlocks < blocks) return GraphMemory.of(graph, Math.max(blocks, 1024));
  idle.delete(graph.target);
  return memory;
}

export function giveBackGraphMemory(graph: SearchGraph, memory: GraphMemory): void {
  idle.set(graph.target, memory);
}

/** Compiled once; null when that failed. */
let compiled: WebAssembly.Module | null | undefined;

function instantiate(): Searches | undefined {
  if (compiled === undefined) compiled = compile();
  if (!compiled) return undefined;
  return new WebAssembly.Instance(compiled).exports as unknown as Searches;
}

function compile(): WebAssembly.Module | null {
  try {
    const text = atob(SEARCHES_MODULE);
    return new WebAssembly.Module(Uint8Array.from(text, (letter) => letter.charCodeAt(0)));
  } catch {
    // An old engine, or a policy without 'wasm-unsafe-eval': the searches in TypeScript give the same answers.
    return null;
  }
}
