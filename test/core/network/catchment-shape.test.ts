import { readFileSync } from 'node:fs';
import { booleanPointInPolygon, multiPolygon } from '@turf/turf';
import { expect, it } from 'vitest';
import { readOsmPbf } from '../../../src/core/formats/osm-pbf.ts';
import { buildGraph } from '../../../src/core/network/build-graph.ts';
import { catchmentShape } from '../../../src/core/network/catchment-shape.ts';
import { RANK_SIZE } from '../../../src/core/network/nearest-search.ts';
import { plainDijkstra } from '../../../src/core/network/plain-dijkstra.ts';
import { facilitySeeds } from '../../../src/core/network/reach.ts';
import { snapToStreets } from '../../../src/core/network/snap.ts';
import { runSync } from '../../../src/core/task.ts';
import { positions } from '../../builders/positions.ts';
import { describeWithData } from '../../shared-data.ts';

const LIMIT_METERS = 720;

describeWithData('the walking area of a facility in Porto Alegre', 'poa', (folder) => {
  const bytes = new Uint8Array(readFileSync(`${folder}/poa_osm.pbf`));
  const graph = runSync(buildGraph(runSync(readOsmPbf({ name: 'poa', bytes })), 'adult'));

  for (const position of [
    [-51.227811, -30.027565],
    [-51.19, -30.05],
    [-51.2165, -30.035],
  ] as [number, number][]) {
    it(`holds every node within the limit and none beyond limit + one edge: ${position}`, () => {
      const links = runSync(snapToStreets(graph, positions([position])));
      const shape = multiPolygon(catchmentShape(graph, links, 0, LIMIT_METERS));
      const { label } = plainDijkstra(graph, facilitySeeds(graph, links, Int32Array.of(0)));
      const meters = Array.from(label, (key) =>
        key === Infinity ? Infinity : Math.floor(key / RANK_SIZE) / 100,
      );
      const longest = new Float64Array(graph.nodeCount);
      for (let v = 0; v < graph.nodeCount; v++) {
        for (let arc = graph.first[v]; arc < graph.first[v + 1]; arc++) {
          longest[v] = Math.max(longest[v], graph.arcCm[arc] / 100);
          longest[graph.target[arc]] = Math.max(longest[graph.target[arc]], graph.arcCm[arc] / 100);
        }
      }
      // The two sides of a barrier stand at one position: where one side is reached, the position is in the area.
      const reachedAt = new Set(
        meters.flatMap((m, v) => (m <= LIMIT_METERS ? [`${graph.lng[v]},${graph.lat[v]}`] : [])),
      );
      let [inside, outside] = [0, 0];
      for (let v = 0; v < graph.nodeCount; v++) {
        const isIn = booleanPointInPolygon([graph.lng[v], graph.lat[v]], shape);
        if (meters[v] <= LIMIT_METERS) {
          expect(isIn, `node ${v} at ${meters[v]} m`).toBe(true);
          inside++;
        } else if (
          meters[v] > LIMIT_METERS + longest[v] &&
          !reachedAt.has(`${graph.lng[v]},${graph.lat[v]}`)
        ) {
          if (isIn) outside++;
        }
      }
      expect(inside).toBeGreaterThan(50);
      expect(outside).toBe(0);
    });
  }
});
