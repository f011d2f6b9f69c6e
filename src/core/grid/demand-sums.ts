import type { Demand, DemandColumn } from '../dataset/demand.ts';
import { splitKeys } from './cell-index.ts';
import { type CellTable, grown } from './cell-table.ts';
import { keyOrder, pick } from './key-order.ts';

/**
 * Sums of every column, and the weighted mean position of the people, cell by cell. A sum to which nothing surveyed
 * was added stays NaN. Additions are plain floating point: callers add in an order that does not depend on the order
 * of the file's rows, so that the same file shuffled gives the same bytes.
 */
export class DemandSums {
  readonly columns: DemandColumn[];
  /** The column that says where people are: `people`, or the first. */
  readonly weightColumn: number;
  private readonly sums: Float64Array[];
  private weight = new Float64Array(0);
  /** The first position added, and the weighted sum of the others' distance from it (no wrap at 180°). */
  private firstLng = new Float64Array(0);
  private firstLat = new Float64Array(0);
  private eastward = new Float64Array(0);
  private northward = new Float64Array(0);

  constructor(columns: DemandColumn[]) {
    this.columns = columns;
    this.weightColumn = Math.max(
      0,
      columns.findIndex((column) => column.id === 'people'),
    );
    this.sums = columns.map(() => new Float64Array(0));
  }

  /** Call before adding to cells numbered below `count`. */
  reserve(count: number): void {
    if (count <= this.weight.length) return;
    const length = Math.max(1024, count, this.weight.length * 2);
    for (let c = 0; c < this.sums.length; c++) this.sums[c] = grown(this.sums[c], length, Number.NaN);
    this.weight = grown(this.weight, length);
    this.firstLng = grown(this.firstLng, length);
    this.firstLat = grown(this.firstLat, length);
    this.eastward = grown(this.eastward, length);
    this.northward = grown(this.northward, length);
  }

  /** Adds `share` (0–1) of one row of the columns to a cell, standing at a position. */
  add(cell: number, row: number, share: number, lng: number, lat: number): void {
    for (let c = 0; c < this.sums.length; c++) {
      const value = this.columns[c].values[row];
      if (Number.isNaN(value)) continue;
      const before = this.sums[c][cell];
      this.sums[c][cell] = (Number.isNaN(before) ? 0 : before) + value * share;
    }
    const people = this.columns.length > 0 ? this.columns[this.weightColumn].values[row] : 0;
    if (people > 0) this.addPosition(cell, people * share, lng, lat);
  }

  private addPosition(cell: number, weight: number, lng: number, lat: number): void {
    if (this.weight[cell] === 0) {
      this.firstLng[cell] = lng;
      this.firstLat[cell] = lat;
    }
    let east = lng - this.firstLng[cell];
    if (east > 180) east -= 360;
    else if (east < -180) east += 360;
    this.eastward[cell] += weight * east;
    this.northward[cell] += weight * (lat - this.firstLat[cell]);
    this.weight[cell] += weight;
  }

  /** Everything added so far, cells ascending by index. `keepEmpty`: also cells in which no column holds anything. */
  toDemand(table: CellTable, keepEmpty: boolean): Demand {
    this.reserve(table.count);
    const { resolution } = table.lattice;
    const order = keyOrder(table.key, table.count, resolution).filter(
      (cell) => keepEmpty || this.sums.some((sum) => sum[cell] > 0),
    );
    return {
      kind: 'cells',
      resolution,
      count: order.length,
      ...splitKeys(pick(table.key, order), resolution),
      lng: pick(table.lng, order),
      lat: pick(table.lat, order),
      peopleLng: this.people(order, this.firstLng, this.eastward, table.lng),
      peopleLat: this.people(order, this.firstLat, this.northward, table.lat),
      columns: this.columns.map((column, c) => ({ ...column, values: pick(this.sums[c], order) })),
    };
  }

  private people(
    order: Uint32Array,
    first: Float64Array,
    moved: Float64Array,
    center: Float64Array,
  ): Float64Array {
    const mean = new Float64Array(order.length);
    for (let i = 0; i < order.length; i++) {
      const cell = order[i];
      mean[i] = this.weight[cell] > 0 ? first[cell] + moved[cell] / this.weight[cell] : center[cell];
    }
    return mean;
  }
}
