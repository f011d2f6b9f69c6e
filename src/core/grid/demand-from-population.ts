import type { Demand, DemandColumn } from '../dataset/demand.ts';
import type { Population, PopulationCells, PopulationRaster } from '../dataset/population.ts';
import type { Checked } from '../issue.ts';
import { BLOCK, type Task } from '../task.ts';
import { cellCenter } from './cell-center.ts';
import { fillCells } from './fill-cells.ts';
import { fillPoints, positionIssues } from './fill-points.ts';
import { fillPolygons } from './fill-polygons.ts';
import { fillRaster } from './fill-raster.ts';
import { pick } from './key-order.ts';
import { rasterToDegrees } from './raster-corners.ts';
import { vertexMean } from './scanline.ts';

/**
 * People onto H3 cells of a resolution (0–15; 5–12 make sense), whatever shape they come in. Every column's total is
 * conserved; NaN ("not surveyed") adds nothing. Cells ascend by index; only cells that hold something are there,
 * except those that a file of cells names itself. The order of the input's rows does not change a bit.
 */
export function demandCells(population: Population, resolution: number): Task<Checked<Demand>> {
  switch (population.kind) {
    case 'cells':
      return fillCells(population, resolution);
    case 'points':
      return fillPoints(population, resolution);
    case 'raster':
      return fillRaster(population, resolution);
    case 'polygons':
      return fillPolygons(population, resolution);
  }
}

/**
 * People judged where they stand, in file order: points as they are, pixel centres that have people, the vertex mean
 * of polygons (Turf's centroid), the positions in a file of cells or else their centres. Rows without any position
 * are left out and counted in an issue.
 */
export function* demandPoints(population: Population): Task<Checked<Demand>> {
  if (population.kind === 'raster') return yield* pixelCenters(population);
  yield { phase: 'place-people', done: 0, total: 1 };
  switch (population.kind) {
    case 'points':
      return placed(population.lng, population.lat, population.columns);
    case 'cells':
      return placed(...cellPositions(population), population.columns);
    case 'polygons': {
      const { shapes } = population;
      const means = Array.from({ length: shapes.count }, (_, polygon) => vertexMean(shapes, polygon));
      const lng = Float64Array.from(means, (mean) => mean[0]);
      const lat = Float64Array.from(means, (mean) => mean[1]);
      return placed(lng, lat, population.columns);
    }
  }
}

function placed(lng: Float64Array, lat: Float64Array, columns: DemandColumn[]): Checked<Demand> {
  const rows: number[] = [];
  for (let row = 0; row < lng.length; row++) {
    if (Number.isFinite(lng[row]) && Number.isFinite(lat[row])) rows.push(row);
  }
  const value: Demand = {
    kind: 'points',
    resolution: -1,
    count: rows.length,
    indexLow: new Uint32Array(0),
    indexHigh: new Uint32Array(0),
    lng: pick(lng, rows),
    lat: pick(lat, rows),
    peopleLng: pick(lng, rows),
    peopleLat: pick(lat, rows),
    columns: columns.map((column) => ({ ...column, values: pick(column.values, rows) })),
  };
  return { value, issues: positionIssues(lng.length - rows.length) };
}

function cellPositions(population: PopulationCells): [lng: Float64Array, lat: Float64Array] {
  const count = population.indexLow.length;
  const lng = new Float64Array(count);
  const lat = new Float64Array(count);
  for (let row = 0; row < count; row++) {
    lng[row] = population.lng[row];
    lat[row] = population.lat[row];
    // NaN, and undefined when the file has no positions at all.
    if (Number.isFinite(lng[row]) && Number.isFinite(lat[row])) continue;
    [lat[row], lng[row]] = cellCenter(population.indexLow[row], population.indexHigh[row]);
  }
  return [lng, lat];
}

function* pixelCenters(raster: PopulationRaster): Task<Checked<Demand>> {
  const toDegrees = rasterToDegrees(raster.projection);
  const positions: number[] = [];
  const values: number[] = [];
  for (let row = 0; row < raster.height; row++) {
    if ((row * raster.width) % BLOCK < raster.width) {
      yield { phase: 'place-people', done: row, total: raster.height };
    }
    for (let column = 0; column < raster.width; column++) {
      const people = raster.values[row * raster.width + column];
      if (!(people > 0)) continue;
      const x = raster.originX + (column + 0.5) * raster.pixelWidth;
      positions.push(...toDegrees(x, raster.originY - (row + 0.5) * raster.pixelHeight));
      values.push(people);
    }
  }
  const lng = Float64Array.from(values, (_, i) => positions[2 * i]);
  const lat = Float64Array.from(values, (_, i) => positions[2 * i + 1]);
  return placed(lng, lat, [{ id: raster.column, unit: 'people', values: Float64Array.from(values) }]);
}
