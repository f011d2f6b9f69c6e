import { BLOCK, type Task } from '../task.ts';
import { compareFacilities } from './allocation-order.ts';
import type { Catchments } from './catchments.ts';
import { unitsOfPeople, unitsOfPlaces } from './people-units.ts';

/** One link of a chain: the people of a place leave the route `leave` for the route `enter` of the same place. */
export interface Route {
  leave: number;
  enter: number;
}

/**
 * The part of a matrix that places can be given out on, place by place: place i has the routes
 * `start[i] .. start[i+1]`, each to a facility with places. Facilities are numbered in an order of their own, that does
 * not depend on their rows, and ascend within a place.
 */
export interface AllocationGraph {
  /** Facilities that have places. */
  count: number;
  capacity: Float64Array;
  people: Float64Array;
  start: Uint32Array;
  facility: Int32Array;
  cost: Float64Array;
  /** The place of each route, and its entry in the matrix. */
  place: Int32Array;
  source: Int32Array;
}

/** Facilities without places, or not surveyed, and places without people have no routes. */
export function* allocationGraph(
  matrix: Catchments,
  capacity: ArrayLike<number>,
  people: Float64Array,
): Task<AllocationGraph> {
  const { rows } = matrix;
  const order = Array.from(rows, (_, f) => f)
    .filter((f) => unitsOfPlaces(capacity[rows[f]]) > 0)
    .sort((a, b) => compareFacilities(matrix, capacity, a, b));
  const units = Float64Array.from(people, unitsOfPeople);
  const start = new Uint32Array(people.length + 1);
  for (const f of order) {
    for (let e = matrix.start[f]; e < matrix.start[f + 1]; e++)
      if (units[matrix.place[e]] > 0) start[matrix.place[e] + 1]++;
  }
  for (let i = 0; i < people.length; i++) start[i + 1] += start[i];
  const routes = start[people.length];
  const graph: AllocationGraph = {
    count: order.length,
    capacity: Float64Array.from(order, (f) => unitsOfPlaces(capacity[rows[f]])),
    people: units,
    start,
    facility: new Int32Array(routes),
    cost: new Float64Array(routes),
    place: new Int32Array(routes),
    source: new Int32Array(routes),
  };
  const next = start.slice();
  for (let n = 0; n < order.length; n++) {
    const f = order[n];
    for (let e = matrix.start[f]; e < matrix.start[f + 1]; e++) {
      const place = matrix.place[e];
      if (units[place] === 0) continue;
      const route = next[place]++;
      graph.facility[route] = n;
      graph.cost[route] = matrix.meters[e];
      graph.place[route] = place;
      graph.source[route] = e;
    }
    if (n % (BLOCK / 16) === 0) yield { phase: 'allocate-routes', done: n, total: order.length };
  }
  return graph;
}
