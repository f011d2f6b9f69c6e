import { FullCoverSearch } from './full-cover-search.ts';
import type { Incidence } from './incidence.ts';
import { sumOver } from './objective.ts';
import type { Rules } from './rules.ts';
import type { Search, Solution } from './search.ts';

const MOVES = 40;

/**
 * Set covering (Toregas et al. 1971): the least number of sites, or the least cost, that covers everybody. Having found a
 * set, it seeks one with a site less, or one cheaper by the least amount that counts.
 */
export class CoverSearch implements Search {
  private readonly cover: Incidence;
  private readonly weight: Float64Array;
  private readonly rules: Rules;
  private readonly random: () => number;
  private readonly priced: boolean;
  private attempt: FullCoverSearch;
  private champion: Solution | undefined;

  constructor(cover: Incidence, weight: Float64Array, rules: Rules, priced: boolean, random: () => number) {
    this.cover = cover;
    this.weight = weight;
    this.rules = rules;
    this.priced = priced;
    this.random = random;
    this.attempt = new FullCoverSearch(cover, weight, rules, random);
    this.step();
  }

  best(): Solution | undefined {
    return this.champion;
  }

  step(): void {
    const chosen = this.attempt.run(MOVES);
    if (!chosen) return;
    const { cost } = this.rules;
    const objective = this.priced ? sumOver(chosen.length, (k) => cost[chosen[k]]) : chosen.length;
    this.champion = { chosen, objective };
    if (objective <= 0) return;
    this.attempt = new FullCoverSearch(this.cover, this.weight, this.tighter(objective), this.random, chosen);
  }

  private tighter(objective: number): Rules {
    if (!this.priced) return { ...this.rules, most: objective - 1 };
    const step = this.rules.cost.every(Number.isInteger) ? 1 : 1e-6 * Math.max(1, objective);
    return { ...this.rules, costLimit: Math.min(this.rules.costLimit, objective - step) };
  }
}
