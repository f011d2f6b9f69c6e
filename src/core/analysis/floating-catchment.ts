import type { Catchments } from './catchments.ts';

/**
 * Two-step floating catchment area with a step kernel (2SFCA; Luo & Wang 2003, after Radke & Mu 2000): what each person has of a
 * supply that is shared by everybody within the limit.
 *   1. R_f = supply_f / Σ people of the places that facility f reaches
 *   2. A_i = Σ R_f over the facilities that reach place i
 * Σ A_i × people_i equals the supply of all facilities that reach anybody. A supply of NaN (not surveyed) is left out.
 * Returns supply per person, one entry a place; 0 where nothing reaches.
 */
export function twoStepFloatingCatchment(
  matrix: Catchments,
  supply: ArrayLike<number>,
  people: Float64Array,
): Float64Array {
  const access = new Float64Array(people.length);
  for (let f = 0; f < matrix.rows.length; f++) {
    const amount = supply[matrix.rows[f]];
    if (!(amount > 0)) continue;
    let reached = 0;
    for (let e = matrix.start[f]; e < matrix.start[f + 1]; e++) reached += people[matrix.place[e]];
    if (!(reached > 0)) continue;
    const each = amount / reached;
    for (let e = matrix.start[f]; e < matrix.start[f + 1]; e++) access[matrix.place[e]] += each;
  }
  return access;
}
