import { BestChoice } from './best-choice.ts';
import type { Incidence } from './incidence.ts';
import { coveredWeight } from './objective.ts';
import type { Rules } from './rules.ts';
import type { Bound } from './search.ts';
import { StepLength } from './step-length.ts';

/** Room for the rounding of long sums, as a share of all demand: the bound stays on the safe side. */
const ROUNDING = 1e-10;

/**
 * Upper bound for maximal coverage, by relaxing "a place counts only if a chosen site covers it" (Galvão & ReVelle 1996):
 * each place gives a price between 0 and its weight to the sites that cover it; what it keeps counts in full, and the
 * sites with the most prices are chosen. Any prices give a bound; a subgradient moves them. With one set of prices
 * there is a bound for every number of sites (`curve`).
 */
export class CoverageBound implements Bound {
  private readonly cover: Incidence;
  private readonly weight: Float64Array;
  private readonly choice: BestChoice;
  private readonly price: Float64Array;
  private readonly direction: Float64Array;
  private readonly worth: Float64Array;
  private readonly steps = new StepLength();
  private readonly base: number;
  private readonly room: number;
  private readonly whole: boolean;
  private lowest: number;
  /** The prices of the lowest bound. */
  private readonly bestPrice: Float64Array;

  constructor(cover: Incidence, weight: Float64Array, rules: Rules, whole: boolean) {
    const already = coveredByLocked(cover, rules);
    this.cover = cover;
    this.whole = whole;
    this.weight = weight.map((value, i) => (already[i] ? 0 : value));
    this.base = weight.reduce((sum, value, i) => sum + (already[i] ? value : 0), 0);
    const total = weight.reduce((sum, value) => sum + value, 0);
    this.room = total * ROUNDING;
    this.choice = new BestChoice(rules);
    this.price = new Float64Array(cover.places);
    this.direction = new Float64Array(cover.places);
    this.worth = new Float64Array(cover.sites);
    // A place that many sites reach is worth little to each of them.
    for (let i = 0; i < cover.places; i++) {
      const reached = cover.placeStart[i + 1] - cover.placeStart[i];
      if (reached > 0) this.price[i] = this.weight[i] / (reached === 1 ? 1 : 2);
    }
    this.bestPrice = this.price.slice();
    this.lowest = coveredWeight(
      cover,
      weight,
      rules.barred.map((barred) => 1 - barred),
    );
  }

  value(): number {
    const loose = this.lowest + this.room;
    return this.whole ? Math.floor(loose) : loose;
  }

  step(objective: number | undefined): void {
    const { price, weight, cover } = this;
    const kept = this.gatherPrices();
    const here = this.base + kept + this.choice.take(this.worth);
    const improved = here < this.lowest;
    if (improved) {
      this.lowest = here;
      this.bestPrice.set(price);
    }
    const squared = this.subgradient();
    const length = this.steps.next(here - (objective ?? this.base), squared, improved);
    for (let i = 0; i < cover.places; i++) {
      if (this.direction[i] === 0) continue;
      price[i] = Math.min(weight[i], Math.max(0, price[i] - length * this.direction[i]));
    }
  }

  /** Sums the prices at each site; returns what the places keep. */
  private gatherPrices(prices = this.price): number {
    const { weight, worth } = this;
    const { placeStart, siteStart, place } = this.cover;
    let kept = 0;
    for (let i = 0; i < weight.length; i++) {
      if (placeStart[i] !== placeStart[i + 1]) kept += weight[i] - prices[i];
    }
    for (let s = 0, e = 0; s < worth.length; s++) {
      const end = siteStart[s + 1];
      let sum = 0;
      for (; e < end; e++) sum += prices[place[e]];
      worth[s] = sum;
    }
    return kept;
  }

  /** Chosen sites over a place, less one where the place keeps some of its weight; 0 where the price cannot move so. */
  private subgradient(): number {
    const { cover, direction, price, weight } = this;
    const { taken } = this.choice;
    direction.fill(0);
    for (let s = 0; s < cover.sites; s++) {
      if (taken[s] === 0) continue;
      for (let e = cover.siteStart[s]; e < cover.siteStart[s + 1]; e++) direction[cover.place[e]] += taken[s];
    }
    let squared = 0;
    for (let i = 0; i < cover.places; i++) {
      if (weight[i] === 0) direction[i] = 0;
      else if (price[i] < weight[i] || direction[i] >= 1) direction[i] -= 1;
      const stuck = (price[i] <= 0 && direction[i] > 0) || (price[i] >= weight[i] && direction[i] < 0);
      if (stuck) direction[i] = 0;
      squared += direction[i] * direction[i];
    }
    return squared;
  }

  /** Upper bounds for 0, 1 … `most` chosen sites, from the best prices found. */
  curve(most: number, rules: Rules): number[] {
    const kept = this.gatherPrices(this.bestPrice);
    const values = this.worth.filter((_, s) => !rules.locked[s] && !rules.barred[s]).sort((a, b) => b - a);
    const bounds: number[] = [];
    let sum = this.base + kept + this.room;
    for (let k = 0; k <= most; k++) {
      bounds.push(this.whole ? Math.floor(sum) : sum);
      sum += Math.max(0, values[k] ?? 0);
    }
    return bounds;
  }
}

export function coveredByLocked(cover: Incidence, { locked }: Rules): Uint8Array {
  const covered = new Uint8Array(cover.places);
  for (let s = 0; s < cover.sites; s++) {
    if (!locked[s]) continue;
    for (let e = cover.siteStart[s]; e < cover.siteStart[s + 1]; e++) covered[cover.place[e]] = 1;
  }
  return covered;
}
