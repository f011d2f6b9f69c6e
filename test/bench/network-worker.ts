import { parentPort, workerData } from 'node:worker_threads';
import type { WalkingGraph } from '../../src/core/network/graph.ts';
import { networkCatchments } from '../../src/core/network/network-catchments.ts';
import type { Links } from '../../src/core/network/snap.ts';
import { runSync } from '../../src/core/task.ts';

/** Holds a graph with its links and answers with the catchments of the facilities it is asked for, moved and not copied. */
export interface HeldNetwork {
  graph: WalkingGraph;
  places: Links;
  facilities: Links;
}

const held = workerData as HeldNetwork;
parentPort?.on('message', ({ rows, limitMeters }: { rows: Int32Array; limitMeters: number }) => {
  const matrix = runSync(networkCatchments(held.graph, held.places, held.facilities, rows, limitMeters));
  parentPort?.postMessage(matrix, [
    matrix.start.buffer,
    matrix.place.buffer,
    matrix.meters.buffer,
  ] as ArrayBuffer[]);
});
