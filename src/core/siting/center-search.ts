import { CoverBound } from './cover-bound.ts';
import { FullCoverSearch } from './full-cover-search.ts';
import { type Incidence, within } from './incidence.ts';
import type { Instance } from './instance.ts';
import { farthestMeters, openMask } from './objective.ts';
import type { Bound, Search, Solution } from './search.ts';

const MOVES = 60;
const BOUND_STEPS = 20;

interface Threshold {
  cover: Incidence;
  search: FullCoverSearch;
  bound: CoverBound | undefined;
}

/**
 * p-center (Hakimi 1964) by the distances themselves (Minieka 1970): p sites keep everybody within r exactly when r lets
 * p sites cover everybody. Between the largest distance proved too short and the smallest that is known to do, a step
 * tries one in the middle, for a while each time it comes back to it: as a search for a cover, and as a bound on the
 * number of sites (or their cost).
 */
export class CenterSearch implements Search, Bound {
  private readonly instance: Instance;
  private readonly random: () => number;
  private readonly distances: Float64Array;
  private readonly trials = new Map<number, Threshold>();
  /** Below this place in `distances`, proved impossible. */
  private possible: number;
  private champion: Solution | undefined;
  /** From here on a distance is known to do; the search works below, at distances not known to fail. */
  private reached: number;
  private failed: number;
  private hopeless: number;

  constructor(instance: Instance, random: () => number) {
    this.instance = instance;
    this.random = random;
    this.distances = distinct(instance.reach.siteMeters);
    this.possible = this.leastPossible();
    this.reached = this.distances.length;
    this.failed = this.possible - 1;
    this.hopeless = this.reached;
    this.tryAt(this.distances.length - 1, MOVES * 10);
  }

  best(): Solution | undefined {
    return this.champion;
  }

  value(): number {
    return this.distances[this.possible] ?? 0;
  }

  /** One threshold for the search, one for the bound; when all were looked at, all over again with what was learnt. */
  step(): void {
    if (this.possible >= this.reached) return;
    if (this.failed < this.possible - 1) this.failed = this.possible - 1;
    if (this.reached - this.failed > 1) {
      const middle = (this.failed + this.reached) >> 1;
      if (!this.tryAt(middle, MOVES)) this.failed = middle;
    } else this.failed = this.possible - 1;
    this.hopeless = Math.min(this.hopeless, this.reached);
    if (this.hopeless > this.possible) {
      const middle = (this.possible + this.hopeless) >> 1;
      if (this.provesImpossible(middle)) this.possible = middle + 1;
      else this.hopeless = middle;
    } else this.hopeless = this.reached;
  }

  /** Nobody is nearer than to the nearest site there is. */
  private leastPossible(): number {
    const { reach, weight, rules } = this.instance;
    const all = rules.barred.map((barred) => (barred ? 0 : 1));
    return Math.max(0, indexOf(this.distances, farthestMeters(reach, weight, all)));
  }

  private tryAt(at: number, moves: number): boolean {
    const chosen = this.threshold(at).search.run(moves);
    if (!chosen) return false;
    const { reach, weight } = this.instance;
    const objective = farthestMeters(reach, weight, openMask(this.instance, chosen));
    this.reached = Math.max(this.possible, indexOf(this.distances, objective));
    this.champion = { chosen, objective };
    for (const known of this.trials.keys()) if (known >= this.reached) this.trials.delete(known);
    return true;
  }

  private provesImpossible(at: number): boolean {
    const { rules, weight } = this.instance;
    const trial = this.threshold(at);
    const byNumber = !Number.isFinite(rules.costLimit);
    const cost = byNumber ? new Float64Array(rules.sites).fill(1) : rules.cost;
    const limit = byNumber ? rules.most : rules.costLimit;
    trial.bound ??= new CoverBound(trial.cover, weight, rules, cost);
    for (let k = 0; k < BOUND_STEPS && trial.bound.value() <= limit; k++) trial.bound.step(limit + 1);
    return trial.bound.value() > limit + 1e-6 * Math.max(1, limit);
  }

  private threshold(at: number): Threshold {
    const known = this.trials.get(at);
    if (known) return known;
    const { reach, weight, rules } = this.instance;
    const cover = within(reach, this.distances[at]);
    const start = this.champion?.chosen;
    const trial = {
      cover,
      search: new FullCoverSearch(cover, weight, rules, this.random, start),
      bound: undefined,
    };
    this.trials.set(at, trial);
    return trial;
  }
}

export function distinct(values: Float64Array): Float64Array {
  return values
    .slice()
    .sort()
    .filter((value, k, all) => k === 0 || value !== all[k - 1]);
}

/** Place of a value that is in an ascending list; where it would stand when it is not. */
function indexOf(ascending: Float64Array, value: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
