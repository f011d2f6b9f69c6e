import { ExactSums } from '../exact-sums.ts';
import type { Catchments } from './catchments.ts';
import { presentPeople } from './people-units.ts';

/**
 * What each person has of a supply that everybody in its catchment shares. `access`: supply per person, one entry a
 * place; 0 where nothing reaches.
 */
export interface FloatingCatchment {
  access: Float64Array;
  /** Supply per (weighted) person of each facility of the matrix; NaN: not surveyed, or it reaches nobody. */
  level: Float64Array;
  /** Sum of the supply that reaches anybody, and of that which reaches nobody. */
  reachingSupply: number;
  idleSupply: number;
  /** Facilities whose supply is NaN (not surveyed): they are left out. */
  unsurveyed: number;
}

/**
 * Two-step floating catchment area (Luo & Wang 2003; with weights that fall with distance: E2SFCA, Luo & Qi 2009):
 *   1. L_f = supply_f / Σ people_i · w_fi over the places that facility f reaches
 *   2. A_i = Σ L_f · w_fi over the facilities that reach place i
 * so Σ people_i · A_i is the supply of all facilities that reach anybody. `weights`: one an entry of the matrix
 * (`decayWeights`); `supply` by facility row; people of NaN or below 0 count as none.
 */
export function floatingCatchment(
  matrix: Catchments,
  weights: Float64Array,
  supply: ArrayLike<number>,
  people: Float64Array,
): FloatingCatchment {
  const { rows, start, place } = matrix;
  const present = presentPeople(people);
  const access = new Float64Array(people.length);
  const level = levelsOf(rows, supply, (f) => {
    const end = start[f + 1];
    let reached = 0;
    for (let e = start[f]; e < end; e++) reached += weights[e] * present[place[e]];
    return reached;
  });
  for (let f = 0; f < rows.length; f++) {
    const each = level.level[f];
    if (!(each > 0)) continue;
    const end = start[f + 1];
    for (let e = start[f]; e < end; e++) access[place[e]] += each * weights[e];
  }
  return { access, ...level };
}

/**
 * Balanced floating catchment area (BFCA; Páez, Higgins & Vivona 2019). The weights of a place are scaled to sum to 1
 * over the facilities it reaches, so everybody is demand once: Σ demand_f = the people who reach anything. The weights
 * of a facility are scaled to sum to 1 over its places, so its level of service is handed out once: Σ A_i = Σ L_f.
 *   1. L_f = supply_f / Σ people_i · w_fi / Σ_g w_gi
 *   2. A_i = Σ L_f · w_fi / Σ_k w_fk
 * It conserves people and levels of service, not Σ people · A. A facility with no supply (0) still draws its share of
 * people; one that is not surveyed (NaN) draws none.
 */
export function balancedFloatingCatchment(
  matrix: Catchments,
  weights: Float64Array,
  supply: ArrayLike<number>,
  people: Float64Array,
): FloatingCatchment {
  const { rows, start, place } = matrix;
  const present = presentPeople(people);
  const byPlace = new Float64Array(people.length);
  for (let f = 0; f < rows.length; f++) {
    if (Number.isNaN(supply[rows[f]])) continue;
    for (let e = start[f]; e < start[f + 1]; e++) byPlace[place[e]] += weights[e];
  }
  const level = levelsOf(rows, supply, (f) => {
    let drawn = 0;
    for (let e = start[f]; e < start[f + 1]; e++)
      if (weights[e] > 0) drawn += (present[place[e]] * weights[e]) / byPlace[place[e]];
    return drawn;
  });
  const access = new Float64Array(people.length);
  for (let f = 0; f < rows.length; f++) {
    const each = level.level[f];
    if (!(each > 0)) continue;
    let sum = 0;
    for (let e = start[f]; e < start[f + 1]; e++) sum += weights[e];
    for (let e = start[f]; e < start[f + 1]; e++) access[place[e]] += (each * weights[e]) / sum;
  }
  return { access, ...level };
}

/** 2SFCA with the step kernel, whose limit is that of the matrix: the access alone. */
export function twoStepFloatingCatchment(
  matrix: Catchments,
  supply: ArrayLike<number>,
  people: Float64Array,
): Float64Array {
  return floatingCatchment(matrix, new Float64Array(matrix.place.length).fill(1), supply, people).access;
}

/** The first step: the supply of each facility over the people `demandOf` says it has. */
function levelsOf(
  rows: Int32Array,
  supply: ArrayLike<number>,
  demandOf: (f: number) => number,
): Omit<FloatingCatchment, 'access'> {
  const level = new Float64Array(rows.length).fill(Number.NaN);
  const sums = new ExactSums(2);
  let unsurveyed = 0;
  for (let f = 0; f < rows.length; f++) {
    const amount = supply[rows[f]];
    if (Number.isNaN(amount)) {
      unsurveyed++;
      continue;
    }
    const demand = demandOf(f);
    if (demand > 0) level[f] = amount / demand;
    sums.add(demand > 0 ? 0 : 1, amount);
  }
  const [reachingSupply, idleSupply] = sums.values();
  return { level, reachingSupply, idleSupply, unsurveyed };
}
