import { BestChoice } from './best-choice.ts';
import type { Incidence } from './incidence.ts';
import { nearestOpen, sumOver } from './objective.ts';
import type { Rules } from './rules.ts';
import type { Bound } from './search.ts';
import { StepLength } from './step-length.ts';

const ROUNDING = 1e-10;

/**
 * Lower bound for the p-median, by relaxing "each place goes to one site" (Narula, Ogbu & Samuelsson 1977): each place
 * has a price, a site keeps what the prices of its places exceed their metres by, and the best sites are taken.
 */
export class MedianBound implements Bound {
  private readonly reach: Incidence;
  private readonly weight: Float64Array;
  private readonly rules: Rules;
  private readonly lostMeters: number;
  private readonly whole: boolean;
  private readonly choice: BestChoice;
  private readonly price: Float64Array;
  private readonly worth: Float64Array;
  private readonly direction: Float64Array;
  private readonly steps = new StepLength();
  private highest = 0;

  constructor(reach: Incidence, weight: Float64Array, rules: Rules, lostMeters: number, whole: boolean) {
    this.reach = reach;
    this.weight = weight;
    this.rules = rules;
    this.lostMeters = lostMeters;
    this.whole = whole;
    this.choice = new BestChoice(rules);
    // At best everything is open.
    const { meters } = nearestOpen(
      reach,
      rules.barred.map((barred) => 1 - barred),
    );
    this.highest = sumOver(reach.places, (i) => weight[i] * Math.min(meters[i], lostMeters));
    this.worth = new Float64Array(reach.sites);
    this.direction = new Float64Array(reach.places);
    // Between the nearest and the third nearest site.
    this.price = Float64Array.from(weight, (value, i) => {
      const [from, to] = [reach.placeStart[i], reach.placeStart[i + 1]];
      return from === to ? value * lostMeters : value * reach.placeMeters[Math.min(from + 2, to - 1)];
    });
  }

  value(): number {
    const safe = this.highest * (1 - ROUNDING);
    return this.whole ? Math.ceil(safe - 1e-6) : safe;
  }

  step(objective: number | undefined): void {
    const { reach, price, weight, direction } = this;
    let here = 0;
    this.gather();
    for (let i = 0; i < reach.places; i++) {
      // Nobody pays more than being lost costs.
      direction[i] = weight[i] > 0 && price[i] < weight[i] * this.lostMeters ? 1 : 0;
      here += price[i];
    }
    here -= this.choice.take(this.worth);
    for (let s = 0; s < reach.sites; s++) if (this.rules.locked[s]) here -= this.worth[s];
    const improved = here > this.highest;
    this.highest = Math.max(this.highest, here);
    const squared = this.subgradient();
    const length = this.steps.next((objective ?? here * 1.1) * 1.001 - here, squared, improved);
    for (let i = 0; i < reach.places; i++) {
      const next = price[i] + length * direction[i];
      price[i] = Math.min(weight[i] * this.lostMeters, Math.max(0, next));
    }
  }

  private gather(): void {
    const { reach, price, weight, worth } = this;
    worth.fill(0);
    for (let i = 0; i < reach.places; i++) {
      for (let e = reach.placeStart[i]; e < reach.placeStart[i + 1]; e++) {
        const over = price[i] - weight[i] * reach.placeMeters[e];
        if (over <= 0) break;
        worth[reach.site[e]] += over;
      }
    }
  }

  private subgradient(): number {
    const { reach, price, weight, direction, rules } = this;
    const { taken } = this.choice;
    let squared = 0;
    for (let i = 0; i < reach.places; i++) {
      for (let e = reach.placeStart[i]; e < reach.placeStart[i + 1]; e++) {
        if (price[i] - weight[i] * reach.placeMeters[e] <= 0) break;
        const s = reach.site[e];
        direction[i] -= rules.locked[s] ? 1 : taken[s];
      }
      squared += direction[i] * direction[i];
    }
    return squared;
  }
}
