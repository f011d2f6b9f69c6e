import { twoStepFloatingCatchment } from '../analysis/floating-catchment.ts';
import type { Task } from '../task.ts';
import type { StandardInput } from './input.ts';
import type { Chosen } from './supply.ts';

/** A supply, spread over the places whose people can reach it. The two add up to the supply as it stands. */
export interface FloatingShares {
  /** Supply that falls to each place. */
  byPlace: Float64Array;
  /** By facility of the supply: what reaches nobody, and stays where it stands; NaN stays NaN. */
  unshared: Float64Array;
}

/**
 * Cross-boundary use 毗邻共享: every facility's supply is shared equally by the people of the group within its catchment,
 * whatever district they live in, and each district is credited with what falls to its own people (2SFCA, step kernel,
 * times people). Nothing is counted twice and nothing lost.
 */
export function* floatingShares(
  supply: Chosen,
  people: Float64Array,
  catchmentMeters: number,
  { facilities, reach }: StandardInput,
): Task<FloatingShares> {
  const matrix = yield* reach.catchments(supply.rows, reach.ofCatchment(catchmentMeters));
  const amounts = new Float64Array(facilities.count).fill(Number.NaN);
  supply.rows.forEach((row, i) => {
    amounts[row] = supply.amounts[i];
  });
  const access = twoStepFloatingCatchment(matrix, amounts, people);
  const unshared = supply.amounts.map((amount, f) => {
    for (let e = matrix.start[f]; e < matrix.start[f + 1]; e++) if (people[matrix.place[e]] > 0) return 0;
    return amount;
  });
  // A facility that was not surveyed has nothing to share: it stays unknown.
  return {
    byPlace: access.map((each, i) => (people[i] > 0 ? each * people[i] : 0)),
    unshared: unshared.map((amount, f) => (Number.isNaN(supply.amounts[f]) ? Number.NaN : amount)),
  };
}
