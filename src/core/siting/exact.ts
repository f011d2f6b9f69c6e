import type { Issue } from '../issue.ts';
import { distinct } from './center-search.ts';
import { capacityModel, coverageModel, coverModel, medianModel } from './exact-models.ts';
import { within } from './incidence.ts';
import type { Instance } from './instance.ts';
import { farthestMeters, openMask } from './objective.ts';
import type { MixedIntegerAnswer, MixedIntegerModel, MixedIntegerSolver } from './problem.ts';

/** Pairs of a site and a place beyond which the program is not even put together: minutes, and gigabytes. */
export const EXACT_PAIRS: Readonly<Record<Instance['model'], number>> = {
  mclp: 400_000,
  lscp: 400_000,
  'p-median': 60_000,
  'p-center': 200_000,
  cmclp: 40_000,
};

export interface ExactAnswer {
  chosen: Int32Array | undefined;
  bound: number;
}

/** Has the optimum proved. Undefined when it is too large for that, which is an issue with the numbers. */
export function solveExactly(
  instance: Instance,
  solver: MixedIntegerSolver,
  seconds: number,
  start: Int32Array | undefined,
  issues: Issue[],
): ExactAnswer | undefined {
  const { model, reach } = instance;
  const most = EXACT_PAIRS[model];
  if (reach.place.length > most) {
    const values = { pairs: reach.place.length, most };
    issues.push({ severity: 'warning', code: 'siting-too-large-for-exact', values });
    return undefined;
  }
  if (model === 'p-center') return exactCenter(instance, solver, seconds, start);
  const answer = solver(modelOf(instance), seconds);
  return { chosen: chosenIn(instance, answer), bound: answer.bound };
}

function modelOf(instance: Instance): MixedIntegerModel {
  const { model, reach, weight, rules, priced } = instance;
  if (model === 'mclp') return coverageModel(instance);
  if (model === 'p-median') return medianModel(instance);
  if (model === 'cmclp') return capacityModel(instance);
  const cost = priced ? rules.cost : new Float64Array(rules.sites).fill(1);
  return coverModel(reach, weight, rules, cost);
}

function chosenIn({ rules }: Instance, { columns }: MixedIntegerAnswer): Int32Array | undefined {
  if (!columns) return undefined;
  const chosen: number[] = [];
  for (let s = 0; s < rules.sites; s++) if (!rules.locked[s] && columns[s] > 0.5) chosen.push(s);
  return Int32Array.from(chosen);
}

/** Binary search over the distances, each a question of set covering: can the rules cover everybody within r? */
function exactCenter(
  instance: Instance,
  solver: MixedIntegerSolver,
  seconds: number,
  start: Int32Array | undefined,
): ExactAnswer {
  const { reach, weight, rules } = instance;
  const distances = distinct(reach.siteMeters);
  const known = start && farthestMeters(reach, weight, openMask(instance, start));
  let chosen = start;
  let low = 0;
  let high = known === undefined ? distances.length : distances.findIndex((meters) => meters >= known);
  const tries = Math.max(1, Math.ceil(Math.log2(distances.length + 1)));
  while (low < high) {
    const middle = (low + high) >> 1;
    const model = coverModel(
      within(reach, distances[middle]),
      weight,
      rules,
      new Float64Array(rules.sites).fill(1),
    );
    const answer = solver(model, seconds / tries);
    const found = chosenIn(instance, answer);
    if (answer.status === 'infeasible') low = middle + 1;
    else if (!found) break;
    else {
      chosen = found;
      high = middle;
    }
  }
  return { chosen, bound: distances[low] ?? 0 };
}
