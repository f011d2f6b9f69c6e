import type { Progress, Task } from '../task.ts';
import type { SitingOptions } from './problem.ts';
import type { Bound, Search, Solution } from './search.ts';

/** Progress of a search: the best answer so far goes with it, so that whoever cancels keeps it. */
export interface SitingProgress extends Progress {
  best: Solution | undefined;
  bound: number;
}

/** How much a round does of both: fixed, so that so many rounds are the same work everywhere. */
export interface Effort {
  searchSteps: number;
  boundSteps: number;
}

export interface Outcome {
  best: Solution | undefined;
  bound: number;
  rounds: number;
  stopped: 'optimal' | 'rounds' | 'seconds';
}

const ROUNDS = 300;
/** A bound that has not moved for so long is asked only every so many rounds. */
const STILL_ROUNDS = 8;
const STILL_EVERY = 10;

/** Improves and bounds in turn until they meet, or the rounds or the seconds are over. Time is looked at between rounds only. */
export function* roundsOf(
  search: Search,
  bound: Bound,
  sense: 'maximize' | 'minimize',
  effort: Effort,
  options: SitingOptions,
): Task<Outcome> {
  const { seconds, now = Date.now } = options;
  const rounds = options.rounds ?? (seconds === undefined ? ROUNDS : Number.POSITIVE_INFINITY);
  const end = seconds === undefined ? Number.POSITIVE_INFINITY : now() + seconds * 1000;
  let still = 0;
  let round = 0;
  let stopped: Outcome['stopped'] = 'rounds';
  for (; round < rounds; round++) {
    if (proved(search.best()?.objective, bound.value(), sense)) {
      stopped = 'optimal';
      break;
    }
    if (now() >= end) {
      stopped = 'seconds';
      break;
    }
    for (let k = 0; k < effort.searchSteps; k++) search.step();
    const before = bound.value();
    if (still < STILL_ROUNDS || round % STILL_EVERY === 0) {
      for (let k = 0; k < effort.boundSteps; k++) bound.step(search.best()?.objective);
    }
    still = Math.abs(bound.value() - before) > 1e-4 * Math.abs(before) ? 0 : still + 1;
    yield progress(search, bound, round, Number.isFinite(rounds) ? rounds : round + 1);
  }
  if (proved(search.best()?.objective, bound.value(), sense)) stopped = 'optimal';
  return { best: search.best(), bound: bound.value(), rounds: round, stopped };
}

function progress(search: Search, bound: Bound, done: number, total: number): SitingProgress {
  return { phase: 'siting', done, total, best: search.best(), bound: bound.value() };
}

/** Met, up to the rounding of the bound. */
export function proved(
  objective: number | undefined,
  bound: number,
  sense: 'maximize' | 'minimize',
): boolean {
  if (objective === undefined) return false;
  const room = 5e-10 * Math.max(Math.abs(objective), Math.abs(bound));
  return sense === 'maximize' ? objective >= bound - room : objective <= bound + room;
}
