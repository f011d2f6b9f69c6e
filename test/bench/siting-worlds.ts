import { catchments } from '../../src/core/analysis/catchments.ts';
import type { SitingProblem } from '../../src/core/siting/problem.ts';
import { runSync } from '../../src/core/task.ts';
import { randomSource } from '../builders/random.ts';

export interface CityShape {
  /** Cells in a square grid, all of them places and candidates. */
  cells: number;
  siteLimit: number;
  limitMeters: number;
  seed: number;
  degrees: number;
}

/** A made-up city: a dozen centres of people on a grid of cells, everybody's catchment by straight line. */
export function sitingCity({ cells, siteLimit, limitMeters, seed, degrees }: CityShape): SitingProblem {
  const random = randomSource(seed);
  const side = Math.ceil(Math.sqrt(cells));
  const centres = Array.from({ length: 12 }, () => ({ x: random(), y: random(), size: random() }));
  const lng = new Float64Array(cells);
  const lat = new Float64Array(cells);
  const weight = new Float64Array(cells);
  for (let i = 0; i < cells; i++) {
    const [x, y] = [(i % side) / side, Math.floor(i / side) / side];
    lng[i] = 116.2 + degrees * 1.3 * (x + (0.6 * random()) / side);
    lat[i] = 39.7 + degrees * (y + (0.6 * random()) / side);
    const density = centres.reduce(
      (sum, c) => sum + c.size * Math.exp(-((x - c.x) ** 2 + (y - c.y) ** 2) / 0.02),
      0.02,
    );
    weight[i] = Math.floor(400 * density * random() ** 2);
  }
  const id = Array.from({ length: cells }, (_, i) => String(i).padStart(6, '0'));
  const rows = Int32Array.from(lng, (_, i) => i);
  return {
    model: 'mclp',
    demand: { id, weight, lng, lat },
    sites: { id, lng, lat, locked: new Uint8Array(cells) },
    reach: runSync(catchments({ lng, lat }, { lng, lat }, rows, limitMeters)),
    limitMeters,
    siteLimit,
  };
}
