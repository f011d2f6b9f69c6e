import { hilbertKeys } from '../network/hilbert.ts';
import type { SitingProblem } from './problem.ts';

/**
 * The order in which sites and places are looked at: along a Hilbert curve where positions are known (neighbours lie side
 * by side in memory), then by id, then by what the row says. Every tie of the search goes to the earlier one, so the
 * order of rows in the files leaves no trace. Only rows alike in all of it keep their order.
 */
export function canonicalOrders({ demand, sites }: SitingProblem): { sites: Int32Array; places: Int32Array } {
  const { id, locked, cost, capacity, minimum } = sites;
  const present = [locked, cost, capacity, minimum].filter((column) => column !== undefined);
  return {
    sites: orderBy(id, [...curve(sites.lng, sites.lat)], present),
    places: orderBy(demand.id, [...curve(demand.lng, demand.lat)], [demand.weight]),
  };
}

function curve(lng?: Float64Array, lat?: Float64Array): Uint32Array[] {
  return lng && lat ? [hilbertKeys(lng, lat)] : [];
}

function orderBy(id: string[], before: ArrayLike<number>[], after: ArrayLike<number>[]): Int32Array {
  return Int32Array.from(id, (_, i) => i).sort((a, b) => {
    for (const column of before) if (column[a] !== column[b]) return column[a] - column[b];
    if (id[a] !== id[b]) return id[a] < id[b] ? -1 : 1;
    for (const column of after) if (column[a] !== column[b]) return column[a] < column[b] ? -1 : 1;
    return a - b;
  });
}

/** The way back: where each row went. */
export function inverse(order: Int32Array): Int32Array {
  const at = new Int32Array(order.length);
  for (let k = 0; k < order.length; k++) at[order[k]] = k;
  return at;
}
