import { cellToChildren } from 'h3-js';
import type { Demand } from '../dataset/demand.ts';
import type { PopulationCells } from '../dataset/population.ts';
import { type Checked, UnusableData } from '../issue.ts';
import { BLOCK, type Task } from '../task.ts';
import { descendantOffsets, multiply } from './aperture-seven.ts';
import { cellCenter } from './cell-center.ts';
import { cellKey, keyFromText, keyHigh, keyLow, parentKey, splitKeys } from './cell-index.ts';
import { hexLattice } from './hex-lattice.ts';
import { keyOrder, pick } from './key-order.ts';
import { compareValues } from './row-order.ts';

/** About 1 GB of demand: what a browser tab can be asked to hold. */
const MOST_CELLS = 8 << 20;

/**
 * People already on cells, at another resolution or the same. Same: as they are, rows that repeat a cell are summed.
 * Coarser: summed to the parents, the people standing at the weighted mean of the children's centres. Finer: spread
 * evenly over the children. Cells without people are kept, because the file names them; a value that no row of a cell
 * has stays NaN.
 *
 * @throws UnusableData `too-many-cells` when finer means more than eight million.
 */
export function* fillCells(population: PopulationCells, resolution: number): Task<Checked<Demand>> {
  const own = yield* sumCells(population, Math.min(resolution, population.resolution));
  return {
    value: resolution > population.resolution ? yield* spreadToChildren(own, resolution) : own,
    issues: [],
  };
}

function* sumCells(population: PopulationCells, resolution: number): Task<Demand> {
  const { columns, indexLow, indexHigh } = population;
  const rows = indexLow.length;
  const keys = new Float64Array(rows);
  for (let row = 0; row < rows; row++) keys[row] = cellKey(indexLow[row], indexHigh[row]);
  const order = keyOrder(keys, rows, population.resolution);
  // Children follow each other under their parent, so runs of one parent are groups; repeats are ordered by value.
  sortRepeats(order, keys, (a, b) => compareValues(columns, a, b));
  const starts: number[] = [];
  let previous = Number.NaN;
  for (let i = 0; i < rows; i++) {
    const key = parentKey(keys[order[i]], resolution);
    if (key !== previous) starts.push(i);
    previous = key;
  }
  const cellKeys = Float64Array.from(starts, (start) => parentKey(keys[order[start]], resolution));
  const demand = emptyDemand(cellKeys, resolution, columns);
  const weights = columns.find((column) => column.id === 'people') ?? columns[0];
  for (let cell = 0; cell < starts.length; cell++) {
    if (cell % BLOCK === 0) yield { phase: 'sum-cells', done: cell, total: starts.length };
    const members = order.subarray(starts[cell], starts[cell + 1] ?? rows);
    [demand.lat[cell], demand.lng[cell]] = cellCenter(demand.indexLow[cell], demand.indexHigh[cell]);
    demand.columns.forEach((column, c) => {
      column.values[cell] = sumOf(columns[c].values, members);
    });
    demand.peopleLng[cell] = demand.lng[cell];
    demand.peopleLat[cell] = demand.lat[cell];
    if (resolution < population.resolution) movePeople(demand, cell, population, members, weights?.values);
  }
  return demand;
}

function sortRepeats(
  order: Uint32Array,
  keys: Float64Array,
  compare: (a: number, b: number) => number,
): void {
  let start = 0;
  for (let i = 1; i <= order.length; i++) {
    if (i < order.length && keys[order[i]] === keys[order[start]]) continue;
    if (i - start > 1) order.subarray(start, i).sort(compare);
    start = i;
  }
}

/** NaN when no row is surveyed. */
function sumOf(values: Float64Array, rows: Uint32Array): number {
  let sum = Number.NaN;
  for (const row of rows) {
    const value = values[row];
    if (!Number.isNaN(value)) sum = Number.isNaN(sum) ? value : sum + value;
  }
  return sum;
}

/** Puts the people of a parent at the weighted mean of its children's centres. */
function movePeople(
  demand: Demand,
  cell: number,
  population: PopulationCells,
  members: Uint32Array,
  weights: Float64Array | undefined,
): void {
  let weight = 0;
  let eastward = 0;
  let northward = 0;
  for (const row of members) {
    const people = weights ? weights[row] : 0;
    if (!(people > 0)) continue;
    const [lat, lng] = cellCenter(population.indexLow[row], population.indexHigh[row]);
    const east = lng - demand.lng[cell];
    eastward += people * (east > 180 ? east - 360 : east < -180 ? east + 360 : east);
    northward += people * (lat - demand.lat[cell]);
    weight += people;
  }
  if (weight === 0) return;
  demand.peopleLng[cell] += eastward / weight;
  demand.peopleLat[cell] += northward / weight;
}

function* spreadToChildren(parents: Demand, resolution: number): Task<Demand> {
  const offsets = descendantOffsets(hexLattice(resolution).digits, parents.resolution, resolution);
  const most = parents.count * offsets.a.length;
  if (most > MOST_CELLS) {
    throw new UnusableData({
      code: 'too-many-cells',
      values: { cells: most, limit: MOST_CELLS, resolution },
    });
  }
  const children = new ChildCells(most);
  const parentOf = new Uint32Array(most);
  const childrenOf = new Uint32Array(parents.count);
  for (let parent = 0; parent < parents.count; parent++) {
    if (parent % 64 === 0) yield { phase: 'fill-cells', done: parent, total: parents.count };
    const from = children.count;
    children.addChildren(parents, parent, resolution, offsets);
    parentOf.fill(parent, from, children.count);
    childrenOf[parent] = children.count - from;
  }
  const order = keyOrder(children.key, children.count, resolution);
  const demand = emptyDemand(pick(children.key, order), resolution, parents.columns);
  for (let cell = 0; cell < order.length; cell++) {
    if (cell % BLOCK === 0) yield { phase: 'sum-cells', done: cell, total: order.length };
    const parent = parentOf[order[cell]];
    demand.lng[cell] = children.lng[order[cell]];
    demand.lat[cell] = children.lat[order[cell]];
    demand.columns.forEach(({ values }, c) => {
      values[cell] = parents.columns[c].values[parent] / childrenOf[parent];
    });
  }
  demand.peopleLng.set(demand.lng);
  demand.peopleLat.set(demand.lat);
  return demand;
}

class ChildCells {
  count = 0;
  readonly key: Float64Array;
  readonly lng: Float64Array;
  readonly lat: Float64Array;

  constructor(capacity: number) {
    this.key = new Float64Array(capacity);
    this.lng = new Float64Array(capacity);
    this.lat = new Float64Array(capacity);
  }

  addChildren(
    parents: Demand,
    parent: number,
    resolution: number,
    offsets: ReturnType<typeof descendantOffsets>,
  ): void {
    const coarse = hexLattice(parents.resolution);
    const fine = hexLattice(resolution);
    coarse.locate(parents.lng[parent], parents.lat[parent]);
    const { face, a, b } = coarse;
    // Well inside a face all descendants are on it; elsewhere (and around pentagons, at the corners) h3-js knows.
    const isInner = coarse.exact && fine.exact && coarse.planeToDegrees(face, a, b) > coarse.edgeZone;
    if (!isInner) {
      this.askH3(parents, parent, resolution);
      return;
    }
    const origin = multiply({ a, b }, offsets.multiplier);
    for (let child = 0; child < offsets.a.length; child++) {
      const childA = origin.a + offsets.a[child];
      const childB = origin.b + offsets.b[child];
      fine.planeToDegrees(face, childA, childB);
      this.push(fine.keyOf(face, childA, childB, fine.lng, fine.lat), fine.lng, fine.lat);
    }
  }

  private askH3(parents: Demand, parent: number, resolution: number): void {
    for (const text of cellToChildren([parents.indexLow[parent], parents.indexHigh[parent]], resolution)) {
      const key = keyFromText(text);
      const [lat, lng] = cellCenter(keyLow(key), keyHigh(key, resolution));
      this.push(key, lng, lat);
    }
  }

  private push(key: number, lng: number, lat: number): void {
    this.key[this.count] = key;
    this.lng[this.count] = lng;
    this.lat[this.count] = lat;
    this.count++;
  }
}

function emptyDemand(keys: Float64Array, resolution: number, columns: Demand['columns']): Demand {
  const count = keys.length;
  return {
    kind: 'cells',
    resolution,
    count,
    ...splitKeys(keys, resolution),
    lng: new Float64Array(count),
    lat: new Float64Array(count),
    peopleLng: new Float64Array(count),
    peopleLat: new Float64Array(count),
    columns: columns.map((column) => ({ ...column, values: new Float64Array(count) })),
  };
}
