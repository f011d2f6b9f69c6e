import { getHexagonAreaAvg } from 'h3-js';
import type { Demand } from '../dataset/demand.ts';
import type { PolygonSet, PopulationPolygons } from '../dataset/population.ts';
import type { Checked } from '../issue.ts';
import { BLOCK, type Task } from '../task.ts';
import { cosineOfDegrees } from '../trigonometry.ts';
import { CellTable } from './cell-table.ts';
import { DemandSums } from './demand-sums.ts';
import { positionIssues } from './fill-points.ts';
import { hexLattice } from './hex-lattice.ts';
import { compareNumbers, compareValues } from './row-order.ts';
import { SampleTally } from './sample-tally.ts';
import { type Crossings, crossings, polygonBounds, vertexMean, vertexRange } from './scanline.ts';

const SAMPLES_PER_CELL = 16;
const FEWEST_SAMPLES = 64;
/** Per polygon: beyond this (a million cells in one polygon) samples are spread thinner. */
const MOST_SAMPLES = 16 << 20;
/** Along a row both ends of such a stretch are projected and the rest is interpolated, off by 0.1 m at most. */
const INTERPOLATED_METERS = 2000;
const METERS_PER_DEGREE = 111195;
const AREA_ROWS = 64;

/**
 * Polygons with a value each onto cells: the value is shared over the polygon's area by samples in rows, at least 16
 * a cell and 64 a polygon, and conserved exactly. A polygon without area counts at its vertex mean. The order of the
 * polygons does not change a bit of the result.
 */
export function* fillPolygons(population: PopulationPolygons, resolution: number): Task<Checked<Demand>> {
  const { shapes, columns } = population;
  const table = new CellTable(hexLattice(resolution));
  const tally = new SampleTally(table);
  const sums = new DemandSums(columns);
  const rows = canonicalOrder(population);
  let withoutPosition = 0;
  let sampled = 0;
  for (let i = 0; i < rows.length; i++) {
    if (i === 0 || sampled > 64 * BLOCK) {
      yield { phase: 'fill-cells', done: i, total: rows.length };
      sampled = 0;
    }
    const row = rows[i];
    if (columns.every(({ values }) => !(values[row] > 0))) continue;
    yield* samplePolygon(shapes, row, tally, getHexagonAreaAvg(resolution, 'm2'));
    if (tally.total > 0) tally.spread(sums, row);
    else withoutPosition++;
    sampled += tally.total;
  }
  return { value: sums.toDemand(table, false), issues: positionIssues(withoutPosition) };
}

/** Rows by their vertices, then by their values: independent of the order in the file. */
function canonicalOrder({ shapes, columns }: PopulationPolygons): Uint32Array {
  const rows = Uint32Array.from({ length: shapes.count }, (_, row) => row);
  const compareShapes = (a: number, b: number) => {
    const [fromA, toA] = vertexRange(shapes, a);
    const [fromB, toB] = vertexRange(shapes, b);
    for (let v = 0; v < Math.min(toA - fromA, toB - fromB); v++) {
      const difference =
        compareNumbers(shapes.lng[fromA + v], shapes.lng[fromB + v]) ||
        compareNumbers(shapes.lat[fromA + v], shapes.lat[fromB + v]);
      if (difference !== 0) return difference;
    }
    return toA - fromA - (toB - fromB);
  };
  return rows.sort((a, b) => compareShapes(a, b) || compareValues(columns, a, b));
}

/** Fills the tally with samples of one polygon; none when it has no vertices. */
function* samplePolygon(
  shapes: PolygonSet,
  polygon: number,
  tally: SampleTally,
  cellArea: number,
): Task<void> {
  const [west, south, , north] = polygonBounds(shapes, polygon);
  const [middleLng, middleLat] = vertexMean(shapes, polygon);
  tally.begin(middleLng, middleLat);
  if (!(Number.isFinite(middleLng) && Number.isFinite(middleLat))) return;
  const metersPerLng = METERS_PER_DEGREE * Math.max(1e-6, cosineOfDegrees(middleLat));
  const area = areaDegrees(shapes, polygon, south, north) * metersPerLng * METERS_PER_DEGREE;
  if (area > 0) {
    const wanted = Math.max(FEWEST_SAMPLES, (SAMPLES_PER_CELL * area) / cellArea);
    let spacing = Math.sqrt(area / Math.min(MOST_SAMPLES, wanted));
    // A sliver may slip between the rows: look closer, twice.
    for (let attempt = 0; attempt < 3 && tally.total < FEWEST_SAMPLES / 2; attempt++, spacing /= 4) {
      tally.begin(middleLng, middleLat);
      const stepLat = spacing / METERS_PER_DEGREE;
      const rows = Math.min(1 << 20, Math.ceil((north - south) / stepLat));
      const grid = { west, south, stepLng: spacing / metersPerLng, stepLat, rows };
      yield* sampleRows(crossings(shapes, polygon, south, stepLat, rows), grid, tally, spacing);
    }
  }
  if (tally.total === 0) tally.addAt(middleLng, middleLat);
}

function areaDegrees(shapes: PolygonSet, polygon: number, south: number, north: number): number {
  const step = (north - south) / AREA_ROWS;
  if (!(step > 0)) return 0;
  const { start, x } = crossings(shapes, polygon, south, step, AREA_ROWS);
  let length = 0;
  for (let row = 0; row < AREA_ROWS; row++) {
    for (let i = start[row]; i + 1 < start[row + 1]; i += 2) length += x[i + 1] - x[i];
  }
  return length * step;
}

interface SampleGrid {
  west: number;
  south: number;
  stepLng: number;
  stepLat: number;
  rows: number;
}

function* sampleRows(
  { start, x }: Crossings,
  grid: SampleGrid,
  tally: SampleTally,
  spacing: number,
): Task<void> {
  const { west, stepLng, rows } = grid;
  const stretch = Math.max(1, Math.floor(INTERPOLATED_METERS / spacing));
  let reported = 0;
  for (let row = 0; row < rows; row++) {
    if (tally.total - reported > 256 * BLOCK) {
      reported = tally.total;
      yield { phase: 'fill-large-polygon', done: row, total: rows };
    }
    const lat = grid.south + (row + 0.5) * grid.stepLat;
    for (let i = start[row]; i + 1 < start[row + 1]; i += 2) {
      const end = Math.ceil((x[i + 1] - west) / stepLng - 0.5);
      let from = Math.ceil((x[i] - west) / stepLng - 0.5);
      while (from < end) {
        const to = Math.min(end, from + stretch);
        tally.addRow(west + (from + 0.5) * stepLng, lat, stepLng, to - from);
        from = to;
      }
    }
  }
}
