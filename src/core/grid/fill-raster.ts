import type { Demand, DemandColumn } from '../dataset/demand.ts';
import type { PopulationRaster } from '../dataset/population.ts';
import type { Checked, Issue } from '../issue.ts';
import type { Task } from '../task.ts';
import { cosineOfDegrees } from '../trigonometry.ts';
import { CellTable } from './cell-table.ts';
import { DemandSums } from './demand-sums.ts';
import { type HexLattice, hexLattice } from './hex-lattice.ts';
import { CornerRow, rasterToDegrees, type ToDegrees } from './raster-corners.ts';
import { SampleTally } from './sample-tally.ts';

/** Samples a side of a pixel. A sample stands for at most 1/16 of a cell, unless the pixel is larger than 4,096 cells. */
const FEWEST = 4;
const MOST = 256;
const SAMPLES_PER_CELL = 16;
/**
 * Within a pixel of at most this size the four corners are projected and the rest is interpolated: a plane is off by
 * about size² / 8 radii, 0.2 m here. Larger pixels project every sample.
 */
const INTERPOLATED_METERS = 3000;
const METERS_PER_DEGREE = 111195;

/**
 * A raster of people onto cells: every pixel is shared among the cells it overlaps by k × k samples, so the total is
 * conserved to rounding (methods.md asks for 1e-6). Pixels without data, or at or below zero, hold nobody.
 */
export function* fillRaster(raster: PopulationRaster, resolution: number): Task<Checked<Demand>> {
  const lattice = hexLattice(resolution);
  const table = new CellTable(lattice);
  const sums = new DemandSums([rasterColumn(raster)]);
  const sampler = new PixelSampler(raster, new SampleTally(table), lattice);
  let outside = 0;
  let negative = 0;
  for (let row = 0; row < raster.height; row++) {
    yield { phase: 'fill-cells', done: row, total: raster.height };
    sampler.moveTo(row);
    for (let column = 0; column < raster.width; column++) {
      const pixel = row * raster.width + column;
      const people = raster.values[pixel];
      if (people > 0) {
        if (sampler.sample(column)) sampler.tally.spread(sums, pixel);
        else outside++;
      } else if (people < 0) negative++;
    }
  }
  return { value: sums.toDemand(table, false), issues: rasterIssues(outside, negative) };
}

function rasterColumn(raster: PopulationRaster): DemandColumn {
  const values = raster.values instanceof Float64Array ? raster.values : Float64Array.from(raster.values);
  return { id: raster.column, unit: 'people', values };
}

function rasterIssues(outside: number, negative: number): Issue[] {
  const issues: Issue[] = [];
  if (outside > 0)
    issues.push({ severity: 'warning', code: 'pixels-outside-projection', values: { count: outside } });
  if (negative > 0)
    issues.push({ severity: 'warning', code: 'pixels-negative', values: { count: negative } });
  return issues;
}

/** Samples one pixel at a time, corners shared with the row above and the pixel before. */
class PixelSampler {
  readonly tally: SampleTally;
  private readonly raster: PopulationRaster;
  private readonly lattice: HexLattice;
  private readonly toDegrees: ToDegrees;
  private top: CornerRow;
  private bottom: CornerRow;
  private row = -2;

  constructor(raster: PopulationRaster, tally: SampleTally, lattice: HexLattice) {
    this.raster = raster;
    this.tally = tally;
    this.lattice = lattice;
    this.toDegrees = rasterToDegrees(raster.projection);
    this.top = new CornerRow(raster, this.toDegrees, lattice);
    this.bottom = new CornerRow(raster, this.toDegrees, lattice);
  }

  moveTo(row: number): void {
    if (row === this.row + 1) [this.top, this.bottom] = [this.bottom, this.top];
    else this.top.moveTo(row);
    this.bottom.moveTo(row + 1);
    this.row = row;
  }

  /** False when no sample of the pixel lies in the world. */
  sample(column: number): boolean {
    const { top, bottom } = this;
    top.know(column);
    top.know(column + 1);
    bottom.know(column);
    bottom.know(column + 1);
    const face = top.face[column];
    const isPlane =
      this.lattice.exact &&
      face >= 0 &&
      top.face[column + 1] === face &&
      bottom.face[column] === face &&
      bottom.face[column + 1] === face &&
      this.sizeMeters(column) <= INTERPOLATED_METERS;
    if (isPlane) this.sampleInPlane(column, face);
    else this.sampleEach(column);
    return this.tally.total > 0;
  }

  private sizeMeters(column: number): number {
    const { top, bottom } = this;
    const east = Math.max(
      Math.abs(top.lng[column + 1] - top.lng[column]),
      Math.abs(bottom.lng[column + 1] - bottom.lng[column]),
    );
    const north = Math.max(
      Math.abs(bottom.lat[column] - top.lat[column]),
      Math.abs(bottom.lat[column + 1] - top.lat[column + 1]),
    );
    const shrink = cosineOfDegrees(top.lat[column]);
    return Math.max(east * shrink, north) * METERS_PER_DEGREE;
  }

  private sampleInPlane(column: number, face: number): void {
    const { top, bottom, tally } = this;
    const next = column + 1;
    const acrossA = top.planeA[next] - top.planeA[column];
    const acrossB = top.planeB[next] - top.planeB[column];
    const downA = bottom.planeA[column] - top.planeA[column];
    const downB = bottom.planeB[column] - top.planeB[column];
    // A cell is one unit of this determinant: the lattice is its own measure of area.
    const side = samplesASide(Math.abs(acrossA * downB - acrossB * downA));
    tally.begin(top.lng[column], top.lat[column]);
    for (let j = 0; j < side; j++) {
      const down = (j + 0.5) / side;
      const startA = mix(top.planeA[column], bottom.planeA[column], down);
      const startB = mix(top.planeB[column], bottom.planeB[column], down);
      const startLng = mix(top.lng[column], bottom.lng[column], down);
      const startLat = mix(top.lat[column], bottom.lat[column], down);
      const stepA = (mix(top.planeA[next], bottom.planeA[next], down) - startA) / side;
      const stepB = (mix(top.planeB[next], bottom.planeB[next], down) - startB) / side;
      const stepLng = (mix(top.lng[next], bottom.lng[next], down) - startLng) / side;
      const stepLat = (mix(top.lat[next], bottom.lat[next], down) - startLat) / side;
      for (let i = 0; i < side; i++) {
        const t = i + 0.5;
        tally.addInPlane(
          face,
          startA + t * stepA,
          startB + t * stepB,
          startLng + t * stepLng,
          startLat + t * stepLat,
        );
      }
    }
  }

  /** Across faces, for very large pixels, and at the end of the world: every sample on its own. */
  private sampleEach(column: number): void {
    const { raster, tally } = this;
    const west = raster.originX + column * raster.pixelWidth;
    const north = raster.originY - this.row * raster.pixelHeight;
    const [middleLng, middleLat] = this.toDegrees(
      west + raster.pixelWidth / 2,
      north - raster.pixelHeight / 2,
    );
    tally.begin(Number.isFinite(middleLng) ? middleLng : 0, Number.isFinite(middleLat) ? middleLat : 0);
    const side = samplesASide(this.cellsInPixel(middleLng, middleLat, west, north));
    for (let j = 0; j < side; j++) {
      for (let i = 0; i < side; i++) {
        const [lng, lat] = this.toDegrees(
          west + ((i + 0.5) / side) * raster.pixelWidth,
          north - ((j + 0.5) / side) * raster.pixelHeight,
        );
        if (Number.isFinite(lng) && Number.isFinite(lat)) tally.addAt(lng, lat);
      }
    }
  }

  /** Size of a pixel in cells, from three positions near its middle. */
  private cellsInPixel(middleLng: number, middleLat: number, west: number, north: number): number {
    const { lattice, raster } = this;
    const part = 1 / 64;
    const east = this.toDegrees(west + raster.pixelWidth * (0.5 + part), north - raster.pixelHeight / 2);
    const south = this.toDegrees(west + raster.pixelWidth / 2, north - raster.pixelHeight * (0.5 + part));
    const numbers = [middleLng, middleLat, ...east, ...south];
    if (!lattice.exact || !numbers.every(Number.isFinite)) return MOST * MOST;
    lattice.locate(middleLng, middleLat);
    const { face, planeA, planeB } = lattice;
    lattice.project(face, east[0], east[1]);
    const acrossA = lattice.planeA - planeA;
    const acrossB = lattice.planeB - planeB;
    lattice.project(face, south[0], south[1]);
    const cells = acrossA * (lattice.planeB - planeB) - acrossB * (lattice.planeA - planeA);
    return Math.abs(cells) / (part * part);
  }
}

function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}

function samplesASide(cellsInPixel: number): number {
  return Math.min(MOST, Math.max(FEWEST, Math.ceil(Math.sqrt(SAMPLES_PER_CELL * cellsInPixel))));
}
