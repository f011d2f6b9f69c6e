import {
  BoundedSearch,
  type CatchmentSearch,
  catchmentSearch,
} from '../../src/core/network/bounded-search.ts';
import { nearestByBlocks } from '../../src/core/network/nearest-blocks.ts';
import { DEFAULT_BLOCK_NODES, nearestSearch, RANK_SIZE } from '../../src/core/network/nearest-search.ts';
import { plainDijkstra } from '../../src/core/network/plain-dijkstra.ts';
import { runSync } from '../../src/core/task.ts';
import { randomSource } from '../builders/random.ts';
import type { BenchRow } from './bench.ts';
import { benchApp } from './network-app.ts';
import { generatedTown, mirroredCity, type PlainGraph, plainGraph, portoAlegre } from './network-city.ts';
import { Reference, type ReferenceRun } from './network-reference.ts';

/** 15 minutes at 1.2 m/s. */
const LIMIT_CM = 108_000;
const TOWN_FACILITIES = 263;
const CITY_FACILITIES = 9_468;
const ROUNDS = 4;
const ONE_BLOCK_NODES = 100_000;

export async function run(): Promise<BenchRow[]> {
  const real = portoAlegre();
  if (!real) console.warn('../shared/data/poa is not here: a generated town takes its place.');
  const town = real ?? generatedTown();
  const city = mirroredCity(town);
  const reference = Reference.compile();
  const small = sameArrays(`${town.file}`, plainGraph(town), TOWN_FACILITIES, reference);
  const large = sameArrays(`CITY of ${city.file}`, plainGraph(city), CITY_FACILITIES, reference);
  reference?.remove();
  const growth = large.perSettled / small.perSettled;
  large.rows[1].note += `; ${growth.toFixed(2)} × the cost of a settled node of the town`;
  return [...small.rows, ...large.rows, ...(await benchApp(city, CITY_FACILITIES))];
}

/** The two searches on the yardstick's own arrays: streets as they are, nothing contracted. Least CPU time of all rounds. */
function sameArrays(name: string, graph: PlainGraph, facilities: number, reference: Reference | undefined) {
  const random = randomSource(1);
  const sources = Uint32Array.from({ length: facilities }, () => Math.floor(random() * graph.nodeCount));
  // The yardstick gets them along the curve too: in any order its cache would pay, and ours puts them in order itself.
  sources.sort();
  reference?.write(graph, sources);
  const seeds = { node: sources, cm: new Uint32Array(facilities), rank: Uint32Array.from(sources.keys()) };
  const blockNodes = graph.nodeCount <= ONE_BLOCK_NODES ? graph.nodeCount : DEFAULT_BLOCK_NODES;
  const least = new Least();
  let yardstick: ReferenceRun | undefined;
  const [fast, simple] = [catchmentSearch(graph, LIMIT_CM), new BoundedSearch(graph)];
  for (let round = 0; round < ROUNDS; round++) {
    yardstick = reference?.run(LIMIT_CM, 3);
    if (yardstick) least.noteRun(yardstick);
    for (let again = 0; again < 3; again++) {
      const label = least.time('nearest', () => runSync(nearestSearch(graph, seeds)));
      checkNearest(label, yardstick);
      const balls = least.time('catchments', () => catchments(fast, sources));
      checkCatchments(balls, yardstick);
    }
    least.time('nearest plain', () => runSync(nearestByBlocks(graph, seeds, blockNodes)));
    least.time('heap', () => plainDijkstra(graph, seeds));
    least.time('catchments plain', () => catchments(simple, sources));
  }
  const { settled } = catchments(fast, sources);
  fast.release();
  const size = `${graph.nodeCount} nodes, ${graph.target.length} arcs, ${facilities} facilities, nothing contracted`;
  const rows = [nearestRow(name, size, least), catchmentRow(name, size, least, settled)];
  return { rows, perSettled: least.of('catchments') / settled };
}

function nearestRow(name: string, size: string, least: Least): BenchRow {
  const blocked = Math.min(least.of('C, blocks'), least.of('C, plain buckets'));
  return {
    task: `nearest facility of every node: ${name}`,
    ours: { name: 'nearestSearch (with the facility)', milliseconds: least.of('nearest') },
    peers: least.peers({
      'C, plain buckets': 'reference.c, plain buckets (metres only)',
      'C, blocks': 'reference.c, blocks (metres only)',
      'nearest plain': 'the same in TypeScript',
      heap: 'one heap (flatqueue), TypeScript',
    }),
    note: `${size}; ${ratio(least.of('nearest'), blocked)}`,
  };
}

function catchmentRow(name: string, size: string, least: Least, settled: number): BenchRow {
  const nanoseconds = ((least.of('catchments') * 1e6) / settled).toFixed(1);
  return {
    task: `15-minute catchments, one search a facility: ${name}`,
    ours: { name: 'catchmentSearch', milliseconds: least.of('catchments') },
    peers: least.peers({
      'C, catchments': 'reference.c',
      'catchments plain': 'the same in TypeScript',
    }),
    note: `${size}; ${settled} settled, ${nanoseconds} ns each; ${ratio(least.of('catchments'), least.of('C, catchments'))}`,
  };
}

function ratio(ours: number, reference: number): string {
  return Number.isFinite(reference) ? `${(ours / reference).toFixed(2)} × the reference` : 'no reference';
}

function catchments(search: CatchmentSearch, sources: Uint32Array) {
  let [settled, sumCm] = [0, 0];
  const cm = Uint32Array.of(0);
  for (let s = 0; s < sources.length; s++) {
    search.run({ node: sources.subarray(s, s + 1), cm }, LIMIT_CM);
    const { touched, distanceCm, reached } = search;
    settled += reached;
    for (let t = 0; t < reached; t++) sumCm += distanceCm[touched[t]];
  }
  return { settled, sumCm };
}

function checkNearest(label: Float64Array, reference: ReferenceRun | undefined): void {
  let [reached, sumCm] = [0, 0];
  for (let v = 0; v < label.length; v++) {
    if (label[v] === Number.POSITIVE_INFINITY) continue;
    reached++;
    sumCm += Math.floor(label[v] / RANK_SIZE);
  }
  if (reference && (reached !== reference.reached || sumCm !== reference.nearestSumCm))
    throw new Error(`nearest: ${reached}, ${sumCm} are not ${reference.reached}, ${reference.nearestSumCm}`);
}

function checkCatchments(got: { settled: number; sumCm: number }, reference: ReferenceRun | undefined): void {
  if (reference && (got.settled !== reference.settled || got.sumCm !== reference.catchmentSumCm))
    throw new Error(`catchments: ${got.settled}, ${got.sumCm} are not those of the reference`);
}

/** Least CPU milliseconds by name, as the yardstick measures itself: all threads, so that compiling and collecting count. */
class Least {
  private readonly byName = new Map<string, number>();

  time<T>(name: string, work: () => T): T {
    const before = process.cpuUsage();
    const result = work();
    const { user, system } = process.cpuUsage(before);
    this.note(name, (user + system) / 1000);
    return result;
  }

  noteRun(run: ReferenceRun): void {
    this.note('C, plain buckets', run.nearestPlainMs);
    this.note('C, blocks', run.nearestBlockedMs);
    this.note('C, catchments', run.catchmentMs);
  }

  of(name: string): number {
    return this.byName.get(name) ?? Number.POSITIVE_INFINITY;
  }

  peers(names: Record<string, string>): BenchRow['peers'] {
    return Object.entries(names)
      .filter(([name]) => this.byName.has(name))
      .map(([name, title]) => ({ name: title, milliseconds: this.of(name) }));
  }

  private note(name: string, milliseconds: number): void {
    this.byName.set(name, Math.min(this.of(name), milliseconds));
  }
}
