import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Catchments } from '../../src/core/analysis/catchments.ts';
import type { Streets } from '../../src/core/formats/streets.ts';
import { buildGraph } from '../../src/core/network/build-graph.ts';
import type { WalkingGraph } from '../../src/core/network/graph.ts';
import { networkCatchments } from '../../src/core/network/network-catchments.ts';
import { networkNearest } from '../../src/core/network/reach.ts';
import { snapToStreets } from '../../src/core/network/snap.ts';
import { runSync } from '../../src/core/task.ts';
import { rowsOf } from '../builders/positions.ts';
import { randomSource } from '../builders/random.ts';
import { type BenchRow, median } from './bench.ts';
import { range } from './network-city.ts';
import type { HeldNetwork } from './network-worker.ts';

const PLACES = 200_000;
/** 30 minutes at 1.2 m/s; 5, 10 and 15 minutes are read off the same matrix. */
const LIMIT_METERS = 2160;
const ROUNDS = 5;
const WORKER_ROUNDS = 12;

/** The searches as the app runs them: chains contracted, facilities and cells linked to the streets. Wall clock. */
export async function benchApp(city: Streets, facilityCount: number): Promise<BenchRow[]> {
  const { result: graph, milliseconds: built } = timed(() => runSync(buildGraph(city, 'adult')));
  const size = `${graph.nodeCount} nodes, ${graph.target.length} arcs, chains contracted`;
  const positions = { places: cellsOver(graph), facilities: facilitiesOn(graph, facilityCount) };
  const { row, network } = firstResult(graph, positions, size);
  const rows = rowsOf(facilityCount);
  const nearest = timesOf(() => runSync(networkNearest(graph, network.places, network.facilities, rows)));
  const again: BenchRow = {
    task: `nearest facility again, links kept: CITY`,
    ours: { name: 'networkNearest', milliseconds: median(nearest) },
    peers: [],
    note: size,
  };
  const build: BenchRow = {
    task: 'walking graph of the CITY from its streets',
    ours: { name: 'buildGraph', milliseconds: built },
    peers: [],
    note: `${city.nodeCount} street nodes → ${size}; ${bytesOf(graph)}`,
  };
  return [build, row, again, await catchmentsByWorkers(network, size)];
}

function firstResult(
  graph: WalkingGraph,
  { places, facilities }: { places: Positions; facilities: Positions },
  size: string,
): { row: BenchRow; network: HeldNetwork } {
  const links = timed(() => ({
    facilities: runSync(snapToStreets(graph, facilities)),
    places: runSync(snapToStreets(graph, places)),
  }));
  const network = { graph, ...links.result };
  const search = timed(() =>
    runSync(networkNearest(graph, network.places, network.facilities, rowsOf(facilities.lng.length))),
  );
  const linked = network.places.edge.reduce((sum, edge) => sum + (edge >= 0 ? 1 : 0), 0);
  const milliseconds = links.milliseconds + search.milliseconds;
  const row: BenchRow = {
    task: `first result, graph loaded: CITY, ${facilities.lng.length} facilities × ${PLACES} cells`,
    ours: { name: 'snapToStreets twice, index included, and networkNearest', milliseconds },
    peers: [],
    note: `${size}; ${linked} cells linked; linking ${links.milliseconds.toFixed(0)} ms, search ${search.milliseconds.toFixed(0)} ms, run for the first time`,
  };
  return { row, network };
}

async function catchmentsByWorkers(network: HeldNetwork, size: string): Promise<BenchRow> {
  const count = network.facilities.edge.length;
  const expected = runSync(
    networkCatchments(network.graph, network.places, network.facilities, rowsOf(count), LIMIT_METERS),
  ).place.length;
  const workers = [startWorker(network), startWorker(network)];
  const times: [number[], number[]] = [[], []];
  const spent: [number[], number[]] = [[], []];
  for (let round = 0; round <= WORKER_ROUNDS; round++) {
    for (const used of [1, 2]) {
      const shares = sharesOf(network, used);
      const [start, before] = [performance.now(), process.cpuUsage()];
      const parts = await Promise.all(shares.map((rows, w) => ask(workers[w], rows)));
      const milliseconds = performance.now() - start;
      const { user, system } = process.cpuUsage(before);
      const entries = parts.reduce((sum, part) => sum + part.place.length, 0);
      if (entries !== expected) throw new Error(`${used} workers: ${entries} entries, not ${expected}`);
      // The first round is for the compiler.
      if (round === 0) continue;
      times[used - 1].push(milliseconds);
      spent[used - 1].push((user + system) / 1000);
    }
  }
  for (const worker of workers) await worker.terminate();
  const [one, two] = times.map((list) => Math.min(...list));
  const [cpuOne, cpuTwo] = spent.map((list) => Math.min(...list));
  return {
    task: `catchments of ${count} facilities at 5/10/15/30 minutes from one search each: CITY`,
    ours: { name: 'networkCatchments, 2 workers', milliseconds: two },
    peers: [{ name: 'networkCatchments, 1 worker', milliseconds: one }],
    note: `${size}; ${expected} entries; least of ${WORKER_ROUNDS}; two workers spend ${(cpuTwo / cpuOne).toFixed(2)} × the CPU time of one: ${((2 * cpuOne) / cpuTwo).toFixed(2)} × as fast where both cores are free`,
  };
}

function startWorker(network: HeldNetwork): Worker {
  // A worker does not inherit tsx: its first line brings it.
  const tsx = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  const file = JSON.stringify(new URL('./network-worker.ts', import.meta.url).href);
  return new Worker(`import(${tsx}).then((api) => api.tsImport(${file}, ${file}))`, {
    eval: true,
    workerData: network,
  });
}

function ask(worker: Worker, rows: Int32Array): Promise<Catchments> {
  const answer = once(worker, 'message');
  worker.postMessage({ rows, limitMeters: LIMIT_METERS });
  return answer.then(([matrix]) => matrix as Catchments);
}

/** Runs of neighbouring facilities, dealt out in turn: each worker stays in its cache, and none gets the whole centre. */
function sharesOf({ facilities }: HeldNetwork, workers: number): Int32Array[] {
  const sorted = rowsOf(facilities.edge.length).sort((a, b) => facilities.edge[a] - facilities.edge[b]);
  return Array.from({ length: workers }, (_, w) => sorted.filter((_row, k) => (k >> 7) % workers === w));
}

interface Positions {
  lng: Float64Array;
  lat: Float64Array;
}

function cellsOver(graph: WalkingGraph): Positions {
  const [[west, east], [south, north]] = [range(graph.lng), range(graph.lat)];
  const side = Math.ceil(Math.sqrt(PLACES));
  return {
    lng: Float64Array.from({ length: PLACES }, (_, i) => west + ((east - west) * ((i % side) + 0.5)) / side),
    lat: Float64Array.from(
      { length: PLACES },
      (_, i) => south + ((north - south) * (Math.floor(i / side) + 0.5)) / side,
    ),
  };
}

/** Within some 10 m of junctions anywhere: where there are streets, there are facilities. */
function facilitiesOn(graph: WalkingGraph, count: number): Positions {
  const random = randomSource(5);
  const nodes = Array.from({ length: count }, () => Math.floor(random() * graph.nodeCount));
  return {
    lng: Float64Array.from(nodes, (v) => graph.lng[v] + (random() - 0.5) * 2e-4),
    lat: Float64Array.from(nodes, (v) => graph.lat[v] + (random() - 0.5) * 2e-4),
  };
}

function bytesOf(graph: WalkingGraph): string {
  const arrays = Object.values(graph).filter((value): value is Uint32Array => ArrayBuffer.isView(value));
  const all = arrays.reduce((sum, values) => sum + values.byteLength, 0);
  const { first, target, arcCm } = graph;
  const searched = first.byteLength + target.byteLength + arcCm.byteLength;
  const perNode = (bytes: number) => Math.round(bytes / graph.nodeCount);
  return `${perNode(searched)} bytes a node for the search, ${perNode(all)} with shapes`;
}

function timed<T>(work: () => T): { result: T; milliseconds: number } {
  const start = performance.now();
  const result = work();
  return { result, milliseconds: performance.now() - start };
}

function timesOf(work: () => unknown): number[] {
  return Array.from({ length: ROUNDS }, () => timed(work).milliseconds);
}
