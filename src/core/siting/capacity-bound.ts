import { BestChoice } from './best-choice.ts';
import { CoverageBound } from './coverage-bound.ts';
import type { Instance } from './instance.ts';
import type { Bound } from './search.ts';
import { StepLength } from './step-length.ts';

const ROUNDING = 1e-10;

/**
 * Upper bound for maximal coverage with capacities: the less of the bound without capacities and of the relaxation of
 * "a person is in one place only", where each person has a price between 0 and 1 and every site fills itself with the
 * cheapest people in reach (Pirkul & Schilling 1991). Least loads are left out: the bound stays one.
 */
export class CapacityBound implements Bound {
  private readonly instance: Instance;
  private readonly uncapacitated: CoverageBound;
  private readonly choice: BestChoice;
  private readonly price: Float64Array;
  private readonly worth: Float64Array;
  private readonly direction: Float64Array;
  private readonly steps = new StepLength();
  private readonly order: Int32Array;
  private readonly room: number;
  private readonly whole: boolean;
  private lowest = Number.POSITIVE_INFINITY;

  constructor(instance: Instance) {
    const { reach, weight, rules, wholeWeights, capacity } = instance;
    this.instance = instance;
    this.uncapacitated = new CoverageBound(reach, weight, rules, wholeWeights);
    this.choice = new BestChoice(rules);
    this.price = new Float64Array(reach.places);
    this.worth = new Float64Array(rules.sites);
    this.direction = new Float64Array(reach.places);
    this.order = reach.place.slice();
    this.room = ROUNDING * weight.reduce((sum, value) => sum + value, 0);
    this.whole = wholeWeights && capacity.every((value) => value === Infinity || Number.isInteger(value));
  }

  value(): number {
    const loose = this.lowest + this.room;
    return Math.min(this.uncapacitated.value(), this.whole ? Math.floor(loose) : loose);
  }

  step(objective: number | undefined): void {
    this.uncapacitated.step(objective);
    const { reach, weight, rules } = this.instance;
    let here = 0;
    for (let i = 0; i < reach.places; i++) {
      here += weight[i] * this.price[i];
      this.direction[i] = weight[i];
    }
    for (let s = 0; s < rules.sites; s++) this.worth[s] = this.fill(s, 0);
    here += this.choice.take(this.worth);
    for (let s = 0; s < rules.sites; s++) {
      if (rules.locked[s]) here += this.worth[s];
      const taken = rules.locked[s] ? 1 : this.choice.taken[s];
      if (taken > 0) this.fill(s, taken);
    }
    const improved = here < this.lowest;
    this.lowest = Math.min(this.lowest, here);
    let squared = 0;
    for (const value of this.direction) squared += value * value;
    const length = this.steps.next(here - (objective ?? 0), squared, improved);
    for (let i = 0; i < reach.places; i++) {
      this.price[i] = Math.min(1, Math.max(0, this.price[i] - length * this.direction[i]));
    }
  }

  /** What a site is worth, filled with the cheapest people; with `taken`, who that is goes into the direction. */
  private fill(s: number, taken: number): number {
    const { reach, weight, capacity } = this.instance;
    const places = this.order.subarray(reach.siteStart[s], reach.siteStart[s + 1]);
    if (taken === 0) places.sort((a, b) => this.price[a] - this.price[b] || a - b);
    let left = capacity[s];
    let worth = 0;
    for (const i of places) {
      if (left <= 0 || this.price[i] >= 1) break;
      const people = Math.min(left, weight[i]);
      worth += people * (1 - this.price[i]);
      left -= people;
      this.direction[i] -= taken * people;
    }
    return worth;
  }
}
