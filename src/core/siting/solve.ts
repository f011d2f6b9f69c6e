import type { Issue } from '../issue.ts';
import type { Task } from '../task.ts';
import { accountOf } from './account.ts';
import { checkAnswer, checkProblem } from './checks.ts';
import { curveOf } from './curve.ts';
import { type Outcome, proved, roundsOf } from './effort.ts';
import { solveExactly } from './exact.ts';
import { type Instance, instanceOf } from './instance.ts';
import { methodsFor, objectiveOf, senseOf } from './models.ts';
import type { SitingOptions, SitingProblem } from './problem.ts';
import { randomNumbers } from './random.ts';
import type { SitingResult } from './result.ts';
import type { Solution } from './search.ts';

/** With an exact solver at hand the search before it is short: it only brings a start and a bound. */
const ROUNDS_BEFORE_EXACT = 60;
const EXACT_SECONDS = 120;

/**
 * Solves a siting problem: an answer, a bound that no answer can beat, and what the answer means for every place and site.
 * The same problem, seed and rounds give the same answer on every machine and for any order of the rows; more rounds
 * (or seconds) never give a worse one. Progress carries the best answer so far.
 *
 * Throws UnusableData `siting-…` when nothing can be allowed or reached, with the numbers that would make it possible.
 */
export function* solveSiting(problem: SitingProblem, options: SitingOptions = {}): Task<SitingResult> {
  const issues = checkProblem(problem);
  const instance = instanceOf(problem);
  issues.push(...checkAnswer.before(problem, instance));
  const outcome = yield* findBest(instance, options, issues);
  const best = checkAnswer.after(problem, instance, outcome, issues);
  const sense = senseOf(instance.model);
  const objective = objectiveOf(instance, best.chosen);
  const optimal = proved(objective, outcome.bound, sense);
  const bound = optimal ? objective : outcome.bound;
  const scale = Math.max(Math.abs(objective), Math.abs(bound));
  const curve = options.curve ? yield* curveOf(instance, { ...best, objective }, bound, options) : [];
  return {
    model: instance.model,
    objective,
    bound,
    gap: scale === 0 ? 0 : Math.abs(bound - objective) / scale,
    optimal,
    rounds: outcome.rounds,
    stopped: optimal ? 'optimal' : outcome.stopped,
    ...accountOf(problem, instance, best.chosen, options.alternatives ?? 5),
    curve,
    issues,
  };
}

function* findBest(instance: Instance, options: SitingOptions, issues: Issue[]): Task<Outcome> {
  const random = randomNumbers(options.seed ?? 1);
  yield { phase: 'siting', done: 0, total: 1 };
  const { search, bound, effort } = methodsFor(instance, random);
  const sense = senseOf(instance.model);
  const { exact } = options;
  const before = exact
    ? {
        ...options,
        rounds: options.rounds ?? ROUNDS_BEFORE_EXACT,
        seconds: options.seconds && options.seconds / 4,
      }
    : options;
  const outcome = yield* roundsOf(search, bound, sense, effort, before);
  if (!exact || outcome.stopped === 'optimal') return outcome;
  yield { phase: 'siting-exact', done: 0, total: 1 };
  const answer = solveExactly(
    instance,
    exact,
    options.seconds ?? EXACT_SECONDS,
    outcome.best?.chosen,
    issues,
  );
  return answer ? better(instance, outcome, answer) : outcome;
}

/** The better of the two answers, and the nearer of the two bounds. */
function better(
  instance: Instance,
  outcome: Outcome,
  exact: { chosen: Int32Array | undefined; bound: number },
): Outcome {
  const maximize = senseOf(instance.model) === 'maximize';
  const bound = maximize ? Math.min(outcome.bound, exact.bound) : Math.max(outcome.bound, exact.bound);
  if (!exact.chosen) return { ...outcome, bound };
  const found: Solution = { chosen: exact.chosen, objective: objectiveOf(instance, exact.chosen) };
  const known = outcome.best && objectiveOf(instance, outcome.best.chosen);
  const isBetter = known === undefined || (maximize ? found.objective > known : found.objective < known);
  return { ...outcome, best: isBetter ? found : outcome.best, bound };
}
