import type { Task } from '../task.ts';
import { CoverState } from './cover-state.ts';
import { CoverageBound } from './coverage-bound.ts';
import { CoverageSearch } from './coverage-search.ts';
import { roundsOf } from './effort.ts';
import type { Instance } from './instance.ts';
import { methodsFor, objectiveOf, senseOf } from './models.ts';
import type { SitingOptions } from './problem.ts';
import { randomNumbers } from './random.ts';
import type { CurvePoint } from './result.ts';
import type { Solution } from './search.ts';

/** Rounds at each point of the curve, and at the one bound that serves all points of maximal coverage. */
const POINT_ROUNDS = 12;
const BOUND_STEPS = 150;
/** Sites times points up to which each point of maximal coverage is solved for itself. */
const SOLVED_AT_EACH_POINT = 200_000;

/**
 * What 1, 2 … n sites achieve, each solved for itself for a few rounds, with its bound; n is the number that was asked
 * for, or that the answer has. A point never falls behind the one before it. Set covering shows the people covered.
 * A budget of money has no number of sites: the points then are those within the budget.
 */
export function* curveOf(
  instance: Instance,
  best: Solution,
  bound: number,
  options: SitingOptions,
): Task<CurvePoint[]> {
  const model = instance.model === 'lscp' ? 'mclp' : instance.model;
  const most = instance.model === 'lscp' ? best.chosen.length : instance.rules.most;
  const points: CurvePoint[] = [];
  const sense = senseOf(model);
  const shared = model === 'mclp' ? coverageBounds(instance, most) : undefined;
  const covered = shared ? coverageCurve({ ...instance, model }, most, options.seed ?? 1) : [];
  for (let sites = 1; sites <= most; sites++) {
    yield { phase: 'siting-curve', done: sites - 1, total: most };
    const part: Instance = { ...instance, model, rules: { ...instance.rules, most: sites } };
    const point = shared
      ? { objective: covered[sites], bound: shared[sites] }
      : yield* pointOf(part, options);
    if (!point) continue;
    const before = points.at(-1)?.objective;
    if (before !== undefined && isBehind(point.objective, before, sense)) point.objective = before;
    points.push({ sites, ...point });
  }
  const last = points.at(-1);
  if (last && last.sites === most && instance.model === model) {
    points[points.length - 1] = { sites: most, objective: best.objective, bound };
  }
  return points.map((point) => closed(point, sense));
}

function isBehind(objective: number, before: number, sense: 'maximize' | 'minimize'): boolean {
  return sense === 'maximize' ? objective < before : objective > before;
}

/** The objective itself is the bound where rounding put the two on the wrong side of each other. */
function closed(point: CurvePoint, sense: 'maximize' | 'minimize'): CurvePoint {
  const bound =
    sense === 'maximize' ? Math.max(point.bound, point.objective) : Math.min(point.bound, point.objective);
  return { ...point, bound };
}

function coverageBounds({ reach, weight, rules, wholeWeights }: Instance, most: number): number[] {
  const least = new Array<number>(most + 1).fill(Number.POSITIVE_INFINITY);
  for (const sites of new Set([1, Math.ceil(most / 4), Math.ceil(most / 2), most])) {
    const bound = new CoverageBound(reach, weight, { ...rules, most: sites }, wholeWeights);
    for (let k = 0; k < BOUND_STEPS; k++) bound.step(undefined);
    bound.curve(most, rules).forEach((value, k) => {
      least[k] = Math.min(least[k], value);
    });
  }
  return least;
}

/** Each number of sites for itself, greedy and interchange; where that is too much, the steps of one greedy. */
function coverageCurve(instance: Instance, most: number, seed: number): number[] {
  const { reach, weight, rules } = instance;
  const state = new CoverState(reach, weight, rules);
  const objectives = [objectiveOf(instance, new Int32Array(0))];
  for (let sites = 1; sites <= most; sites++) {
    if (rules.sites * most <= SOLVED_AT_EACH_POINT) {
      const search = new CoverageSearch(reach, weight, { ...rules, most: sites }, randomNumbers(seed));
      objectives.push(objectiveOf(instance, search.best().chosen));
      continue;
    }
    const next = state.bestToOpen(0);
    if (next >= 0) state.openSite(next);
    objectives.push(objectiveOf(instance, state.open.list()));
  }
  return objectives;
}

function* pointOf(
  instance: Instance,
  options: SitingOptions,
): Task<{ objective: number; bound: number } | undefined> {
  const { search, bound, effort } = methodsFor(instance, randomNumbers(options.seed ?? 1));
  const rounds = { rounds: POINT_ROUNDS };
  const outcome = yield* roundsOf(search, bound, senseOf(instance.model), effort, rounds);
  if (!outcome.best) return undefined;
  const objective = objectiveOf(instance, outcome.best.chosen);
  return Number.isFinite(objective) ? { objective, bound: outcome.bound } : undefined;
}
