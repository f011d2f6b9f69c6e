import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOsmPbf } from '../../../src/core/formats/osm-pbf.ts';
import { buildGraph } from '../../../src/core/network/build-graph.ts';
import type { WalkingGraph } from '../../../src/core/network/graph.ts';
import { nearestSearch, RANK_SIZE, type Seeds, UNREACHED } from '../../../src/core/network/nearest-search.ts';
import { networkCatchments } from '../../../src/core/network/network-catchments.ts';
import { plainDijkstra } from '../../../src/core/network/plain-dijkstra.ts';
import { networkNearest } from '../../../src/core/network/reach.ts';
import { type Segments, walkableSegments } from '../../../src/core/network/segments.ts';
import { snapToStreets } from '../../../src/core/network/snap.ts';
import { runSync } from '../../../src/core/task.ts';
import { rowsOf } from '../../builders/positions.ts';
import { randomSource } from '../../builders/random.ts';
import { describeWithData } from '../../shared-data.ts';

function someSeeds(nodeCount: number, count: number, seed: number): Seeds {
  const random = randomSource(seed);
  return {
    node: Uint32Array.from({ length: count }, () => Math.floor(random() * nodeCount)),
    cm: Uint32Array.from({ length: count }, () => Math.floor(random() * 20_000)),
    rank: Uint32Array.from({ length: count }, (_, k) => k),
  };
}

/** Streets before they were joined: every street node is a node, every piece two arcs of the search. */
function unjoined(segments: Segments) {
  const arcs: [number, number, number][] = [];
  for (let p = 0; p < segments.from.length; p++) {
    if (segments.directions[p] & 1) arcs.push([segments.to[p], segments.from[p], segments.cm[p]]);
    if (segments.directions[p] & 2) arcs.push([segments.from[p], segments.to[p], segments.cm[p]]);
  }
  arcs.sort((a, b) => a[0] - b[0]);
  const first = new Uint32Array(segments.lng.length + 1);
  for (const [from] of arcs) first[from + 1]++;
  for (let v = 1; v < first.length; v++) first[v] += first[v - 1];
  return {
    nodeCount: segments.lng.length,
    first,
    target: Uint32Array.from(arcs, ([, to]) => to),
    arcCm: Uint32Array.from(arcs, ([, , cm]) => cm),
  };
}

const key = (lng: number, lat: number) => `${lng},${lat}`;

describeWithData('streets of Porto Alegre', 'poa', (folder) => {
  const file = { name: 'poa_osm.pbf', bytes: new Uint8Array(readFileSync(`${folder}/poa_osm.pbf`)) };
  const streets = runSync(readOsmPbf(file));
  const graph = runSync(buildGraph(streets, 'adult'));

  it('gives every node the label of a plain Dijkstra, whatever the blocks', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.integer(),
        fc.constantFrom(1, 7, 64, 1000, 4096, graph.nodeCount),
        (count, seed, blockNodes) => {
          const seeds = someSeeds(graph.nodeCount, count, seed);
          const expected = plainDijkstra(graph, seeds).label;
          expect(runSync(nearestSearch(graph, seeds, blockNodes))).toEqual(expected);
        },
      ),
      { numRuns: 25, seed: 42 },
    );
  });

  it('loses nothing by joining pieces: every street node is as far as in the unjoined streets', () => {
    const segments = walkableSegments(streets, 'adult');
    const plain = unjoined(segments);
    const rowAt = new Map(Array.from(segments.lng, (lng, row) => [key(lng, segments.lat[row]), row]));
    const nodesAt = new Map<string, number>();
    segments.lng.forEach((lng, row) => {
      const position = key(lng, segments.lat[row]);
      nodesAt.set(position, (nodesAt.get(position) ?? 0) + 1);
    });
    const seeds = someSeeds(graph.nodeCount, 194, 1);
    const label = runSync(nearestSearch(graph, seeds));
    const nodes = Array.from(seeds.node, (v) => rowAt.get(key(graph.lng[v], graph.lat[v])) as number);
    const expected = plainDijkstra(plain, { ...seeds, node: Uint32Array.from(nodes) }).label;
    const got = labelsOfStreetNodes(graph, label);
    let compared = 0;
    for (const [position, value] of got) {
      const row = rowAt.get(position) as number;
      // Where a barrier cuts, or two levels cross at one position, a position names several nodes.
      if (nodesAt.get(position) !== 1) continue;
      expect(value).toBe(expected[row]);
      compared++;
    }
    expect(compared).toBeGreaterThan(37_000);
  });

  it('gives places the same metres in any row order, and in catchments as by nearest facility', () => {
    const lines = readFileSync(`${folder}/poa_hexgrid.csv`, 'utf8').trim().split('\n').slice(1);
    const cells = lines.map((line) => line.split(',').map(Number));
    const schools = cells.filter((cell) => cell[4] > 0);
    const positionsOf = (rows: number[][]) => ({
      lng: Float64Array.from(rows, (cell) => cell[1]),
      lat: Float64Array.from(rows, (cell) => cell[2]),
    });
    const places = runSync(snapToStreets(graph, positionsOf(cells)));
    const nearestTo = (rows: number[][]) => {
      const links = runSync(snapToStreets(graph, positionsOf(rows)));
      return { links, nearest: runSync(networkNearest(graph, places, links, rowsOf(rows.length))) };
    };
    const { links, nearest } = nearestTo(schools);
    expect(nearestTo([...schools].reverse()).nearest.meters).toEqual(nearest.meters);
    const matrix = runSync(networkCatchments(graph, places, links, rowsOf(schools.length), 1200));
    const least = new Float64Array(cells.length).fill(Number.POSITIVE_INFINITY);
    matrix.place.forEach((i, e) => {
      least[i] = Math.min(least[i], matrix.meters[e]);
    });
    nearest.meters.forEach((meters, i) => {
      expect(least[i]).toBe(meters <= 1200 ? meters : Number.POSITIVE_INFINITY);
    });
  });

  it('gives the same catchments however the facilities are shared out among workers', () => {
    const lines = readFileSync(`${folder}/poa_hexgrid.csv`, 'utf8').trim().split('\n').slice(1);
    const cells = lines.map((line) => line.split(',').map(Number));
    const at = {
      lng: Float64Array.from(cells, (cell) => cell[1]),
      lat: Float64Array.from(cells, (cell) => cell[2]),
    };
    const places = runSync(snapToStreets(graph, at));
    const rows = Int32Array.from(cells.flatMap((cell, i) => (cell[4] > 0 ? [i] : [])));
    const whole = runSync(networkCatchments(graph, places, places, rows, 1800));
    for (const workers of [2, 3, 7]) {
      const size = Math.ceil(rows.length / workers);
      const parts = Array.from({ length: workers }, (_, w) =>
        runSync(networkCatchments(graph, places, places, rows.subarray(w * size, (w + 1) * size), 1800)),
      );
      expect(Float64Array.from(parts.flatMap((part) => [...part.meters]))).toEqual(whole.meters);
      expect(Int32Array.from(parts.flatMap((part) => [...part.place]))).toEqual(whole.place);
    }
  });

  it('links all 1,222 cells that have streets near', () => {
    const cells = readFileSync(`${folder}/poa_hexgrid.csv`, 'utf8').trim().split('\n').slice(1);
    const column = (c: number) => Float64Array.from(cells, (line) => Number(line.split(',')[c]));
    const links = runSync(snapToStreets(graph, { lng: column(1), lat: column(2) }));
    expect(links.edge.filter((edge) => edge >= 0).length).toBeGreaterThanOrEqual(1222);
  });
});

/** Label of every shape point: by the better of the two ends of its edge. */
function labelsOfStreetNodes(graph: WalkingGraph, label: Float64Array): Map<string, number> {
  const best = new Map<string, number>();
  for (let e = 0; e < graph.edgeCm.length; e++) {
    const directions = graph.edgeDirections[e];
    for (let p = graph.pointStart[e]; p < graph.pointStart[e + 1]; p++) {
      const isStart = p === graph.pointStart[e];
      const isEnd = p === graph.pointStart[e + 1] - 1;
      const byFrom =
        directions & 2 || isStart ? label[graph.edgeFrom[e]] + graph.pointCm[p] * RANK_SIZE : UNREACHED;
      const rest = (graph.edgeCm[e] - graph.pointCm[p]) * RANK_SIZE;
      const byTo = directions & 1 || isEnd ? label[graph.edgeTo[e]] + rest : UNREACHED;
      const position = key(graph.pointLng[p], graph.pointLat[p]);
      best.set(position, Math.min(best.get(position) ?? UNREACHED, byFrom, byTo));
    }
  }
  return best;
}

describe('a graph of one node and no arcs', () => {
  it('is answered, not waited for', () => {
    const graph = {
      nodeCount: 1,
      first: Uint32Array.of(0, 0),
      target: new Uint32Array(0),
      arcCm: new Uint32Array(0),
    };
    const seeds = { node: Uint32Array.of(0), cm: Uint32Array.of(5), rank: Uint32Array.of(0) };
    expect([...runSync(nearestSearch(graph, seeds))]).toEqual([5 * RANK_SIZE]);
  });
});
