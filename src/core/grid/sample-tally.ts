import type { CellTable } from './cell-table.ts';
import type { DemandSums } from './demand-sums.ts';

/**
 * Where the samples of one source (a pixel, a polygon) fall: cell by cell their number and mean position. `spread`
 * then shares the source's values in proportion, so that the parts add up to the whole whatever the sampling.
 */
export class SampleTally {
  total = 0;
  private readonly table: CellTable;
  private readonly touched: number[] = [];
  private count = new Int32Array(1024);
  /** Sums of distances from the source's own reference position, which keeps them small and exact. */
  private eastward = new Float64Array(1024);
  private northward = new Float64Array(1024);
  private referenceLng = 0;
  private referenceLat = 0;
  private lastA = Number.NaN;
  private lastB = Number.NaN;
  private lastFace = -1;
  private lastCell = -1;

  constructor(table: CellTable) {
    this.table = table;
  }

  /** Starts a source; forgets the one before. */
  begin(referenceLng: number, referenceLat: number): void {
    for (const cell of this.touched) {
      this.count[cell] = 0;
      this.eastward[cell] = 0;
      this.northward[cell] = 0;
    }
    this.touched.length = 0;
    this.total = 0;
    this.referenceLng = referenceLng;
    this.referenceLat = referenceLat;
  }

  /** One sample at a position, located exactly. */
  addAt(lng: number, lat: number): void {
    const { lattice } = this.table;
    lattice.locate(lng, lat);
    this.addLocated(lng, lat);
  }

  /** One sample whose plane coordinates on a face are known already, to well under a metre. */
  addInPlane(face: number, planeA: number, planeB: number, lng: number, lat: number): void {
    const { lattice } = this.table;
    lattice.nearest(planeA, planeB);
    lattice.face = face;
    this.addLocated(lng, lat);
  }

  /** `count` samples along a parallel, short enough (2 km) to interpolate between its ends. */
  addRow(lng: number, lat: number, stepLng: number, count: number): void {
    const { lattice } = this.table;
    if (count > 3 && lattice.exact) {
      lattice.locate(lng, lat);
      const { face, planeA, planeB } = lattice;
      const last = count - 1;
      if (lattice.project(face, lng + last * stepLng, lat) > 0) {
        const stepA = (lattice.planeA - planeA) / last;
        const stepB = (lattice.planeB - planeB) / last;
        for (let i = 0; i < count; i++) {
          this.addInPlane(face, planeA + i * stepA, planeB + i * stepB, lng + i * stepLng, lat);
        }
        return;
      }
    }
    for (let i = 0; i < count; i++) this.addAt(lng + i * stepLng, lat);
  }

  /** The sample at the cell that the lattice's registers point at. */
  private addLocated(lng: number, lat: number): void {
    const { a, b, face } = this.table.lattice;
    // Neighbouring samples mostly share their cell.
    if (a !== this.lastA || b !== this.lastB || face !== this.lastFace) {
      this.lastCell = this.table.numberOf(face, a, b, lng, lat);
      this.lastA = a;
      this.lastB = b;
      this.lastFace = face;
      if (this.lastCell >= this.count.length) this.grow(this.lastCell + 1);
    }
    const cell = this.lastCell;
    if (this.count[cell]++ === 0) this.touched.push(cell);
    const east = lng - this.referenceLng;
    this.eastward[cell] += east > 180 ? east - 360 : east < -180 ? east + 360 : east;
    this.northward[cell] += lat - this.referenceLat;
    this.total++;
  }

  private grow(needed: number): void {
    const length = Math.max(needed, this.count.length * 2);
    const count = new Int32Array(length);
    count.set(this.count);
    this.count = count;
    const eastward = new Float64Array(length);
    eastward.set(this.eastward);
    this.eastward = eastward;
    const northward = new Float64Array(length);
    northward.set(this.northward);
    this.northward = northward;
  }

  /** Shares row `row` of the columns among the cells sampled. Nothing happens without samples. */
  spread(sums: DemandSums, row: number): void {
    sums.reserve(this.table.count);
    for (const cell of this.touched) {
      const samples = this.count[cell];
      sums.add(
        cell,
        row,
        samples / this.total,
        this.referenceLng + this.eastward[cell] / samples,
        this.referenceLat + this.northward[cell] / samples,
      );
    }
  }
}
