import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readFiles } from '../../../src/core/formats/registry.ts';
import type { SitingModel } from '../../../src/core/siting/problem.ts';
import { solveSiting } from '../../../src/core/siting/solve.ts';
import { readSitingTables } from '../../../src/core/siting/tables/read-tables.ts';
import { runSync } from '../../../src/core/task.ts';
import { describeWithData, inputFile } from '../../shared-data.ts';
import { problemOf } from './worlds.ts';

describeWithData('San Francisco, 205 tracts and 16 sites', 'spopt-sf', (folder) => {
  const known: [SitingModel, number | undefined, number][] = [
    ['lscp', undefined, 8],
    ['mclp', 4, 875_247],
    ['p-median', 4, 2_848_268_129.7145],
    ['p-center', 4, 7403.0638],
  ];
  for (const [model, siteLimit, answer] of known) {
    it(`${model} is ${answer}, and proved`, async () => {
      const content = async (name: string) => (await readFiles([inputFile(join(folder, name))])).value;
      const read = runSync(
        readSitingTables(
          {
            demand: await content('SF_demand_205_centroid_uniform_weight.csv'),
            sites: await content('SF_store_site_16_longlat.csv'),
            distances: await content('SF_network_distance_candidateStore_16_censusTract_205_new.csv'),
          },
          {
            model,
            siteLimit,
            weight: 'POP2000',
            limitMeters: 5000,
            radiusMeters: 6_371_008.8,
            demandPosition: {},
            sitePosition: {},
          },
        ),
      );
      const result = runSync(solveSiting(read.problem));
      expect(result.objective).toBeCloseTo(answer, 3);
      expect(result.optimal).toBe(true);
      if (model === 'mclp') {
        expect(result.covered / result.demandTotal).toBeCloseTo(0.91638, 5);
        expect(1 - result.uncovered.length / 205).toBeCloseTo(0.89756, 5);
      }
    });
  }
});

/** The graph of an OR-Library p-median file as shortest ways between all nodes; the last of repeated edges counts. */
function shortestWays(path: string): { meters: number[][]; siteLimit: number } {
  const [nodes, edges, siteLimit, ...rest] = readFileSync(path, 'utf8').trim().split(/\s+/).map(Number);
  const meters = Array.from({ length: nodes }, (_, i) =>
    Array.from({ length: nodes }, (_, j) => (i === j ? 0 : Number.POSITIVE_INFINITY)),
  );
  for (let e = 0; e < edges; e++) {
    const [a, b, length] = rest.slice(3 * e, 3 * e + 3);
    meters[a - 1][b - 1] = meters[b - 1][a - 1] = length;
  }
  for (let via = 0; via < nodes; via++) {
    for (const row of meters) {
      for (let j = 0; j < nodes; j++) row[j] = Math.min(row[j], row[via] + meters[via][j]);
    }
  }
  return { meters, siteLimit };
}

describeWithData('OR-Library p-median', 'orlib', (folder) => {
  [5819, 4093, 4250, 3034, 1355].forEach((answer, k) => {
    it(`pmed${k + 1} is ${answer}`, () => {
      const { meters, siteLimit } = shortestWays(join(folder, `pmed/pmed${k + 1}.txt`));
      const result = runSync(
        solveSiting(problemOf(meters, { model: 'p-median', siteLimit }), { rounds: 100 }),
      );
      expect(result.objective).toBe(answer);
      expect(result.bound).toBeLessThanOrEqual(answer);
      expect(result.gap).toBeLessThan(0.005);
    });
  });
});
