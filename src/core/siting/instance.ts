import { canonicalOrders, inverse } from './canonical-order.ts';
import { type Incidence, incidenceOf } from './incidence.ts';
import { asked, type SitingModel, type SitingProblem } from './problem.ts';
import { conflictsOf, costRoom, type Rules } from './rules.ts';

/** A problem in canonical order, checked, ready to be solved. Site and place numbers here are positions in that order. */
export interface Instance {
  model: SitingModel;
  /** Row in the problem of each site and place. */
  siteRow: Int32Array;
  placeRow: Int32Array;
  /** ≥ 0; what is not surveyed asks for nothing. */
  weight: Float64Array;
  /** All weights are whole numbers: so is any sum of them, and a bound may be rounded. */
  wholeWeights: boolean;
  /** Every pair that is known. */
  reach: Incidence;
  rules: Rules;
  minimum: Float64Array;
  capacity: Float64Array;
  /** `lscp`: the cost is to be least, not the number. */
  priced: boolean;
}

export function instanceOf(problem: SitingProblem): Instance {
  const { sites: siteRow, places: placeRow } = canonicalOrders(problem);
  const weight = Float64Array.from(placeRow, (row) => asked(problem.demand.weight[row]));
  const { sites, limitMeters, model } = problem;
  const covering = model === 'mclp' || model === 'lscp' || model === 'cmclp';
  const column = (values: Float64Array | undefined, otherwise: number) =>
    Float64Array.from(siteRow, (row) => values?.[row] ?? otherwise);
  return {
    model,
    siteRow,
    placeRow,
    weight,
    wholeWeights: weight.every(Number.isInteger),
    reach: incidenceOf(problem.reach, inverse(siteRow), inverse(placeRow), (meters) =>
      covering ? meters <= limitMeters : Number.isFinite(meters),
    ),
    rules: rulesOf(problem, siteRow, column(sites.cost, 1)),
    minimum: column(sites.minimum, 0),
    capacity: column(sites.capacity, Number.POSITIVE_INFINITY),
    priced: sites.cost !== undefined,
  };
}

function rulesOf(problem: SitingProblem, siteRow: Int32Array, cost: Float64Array): Rules {
  const { sites, spacingMeters = 0 } = problem;
  const locked = Uint8Array.from(siteRow, (row) => sites.locked[row]);
  const barred = new Uint8Array(siteRow.length);
  const costLimit = problem.costLimit ?? Number.POSITIVE_INFINITY;
  const spaced = spacingMeters > 0 && sites.lng && sites.lat;
  const position = (values: Float64Array) => Float64Array.from(siteRow, (row) => values[row]);
  const near = spaced
    ? conflictsOf(
        { lng: position(sites.lng as Float64Array), lat: position(sites.lat as Float64Array) },
        spacingMeters,
      )
    : { start: new Uint32Array(siteRow.length + 1), conflict: new Int32Array(0) };
  for (let s = 0; s < siteRow.length; s++) {
    if (!locked[s]) {
      if (cost[s] > costRoom(costLimit) || isSelfContradictory(problem, siteRow[s])) barred[s] = 1;
      continue;
    }
    for (let e = near.start[s]; e < near.start[s + 1]; e++) {
      if (!locked[near.conflict[e]]) barred[near.conflict[e]] = 1;
    }
  }
  const open = siteRow.reduce((count, _, s) => count + (locked[s] || barred[s] ? 0 : 1), 0);
  return {
    sites: siteRow.length,
    locked,
    barred,
    most: Math.min(problem.siteLimit ?? open, open),
    cost,
    costLimit,
    conflictStart: near.start,
    conflict: near.conflict,
  };
}

/** Must serve more than it can. */
function isSelfContradictory({ model, sites }: SitingProblem, row: number): boolean {
  const least = sites.minimum?.[row] ?? 0;
  return model === 'cmclp' && least > (sites.capacity?.[row] ?? Number.POSITIVE_INFINITY);
}
