import { coveredByLocked } from './coverage-bound.ts';
import type { Incidence } from './incidence.ts';
import type { Rules } from './rules.ts';
import type { Bound } from './search.ts';
import { StepLength } from './step-length.ts';

const ROUNDING = 1e-9;

/**
 * Lower bound on the cost of covering everybody, by relaxing "each place is covered" (Beasley 1990): each place offers a
 * price, a site is opened when its places offer more than it costs. A first set of prices by dual ascent, place after
 * place, then a subgradient. `price` 1 for every site gives a bound on their number, which is rounded up.
 */
export class CoverBound implements Bound {
  private readonly cover: Incidence;
  private readonly needed: Uint8Array;
  private readonly cost: Float64Array;
  private readonly free: Uint8Array;
  private readonly offer: Float64Array;
  private readonly direction: Float64Array;
  private readonly whole: boolean;
  private readonly steps = new StepLength();
  private highest = 0;

  constructor(cover: Incidence, weight: Float64Array, rules: Rules, cost: Float64Array) {
    this.cover = cover;
    this.cost = cost;
    this.whole = cost.every(Number.isInteger);
    const already = coveredByLocked(cover, rules);
    this.needed = Uint8Array.from(weight, (value, i) => (value > 0 && !already[i] ? 1 : 0));
    this.free = Uint8Array.from(rules.locked, (locked, s) => (locked || rules.barred[s] ? 0 : 1));
    this.offer = this.ascend();
    this.direction = new Float64Array(cover.places);
  }

  value(): number {
    const safe = this.highest - ROUNDING * Math.max(1, this.highest);
    return this.whole ? Math.ceil(safe - 1e-6) : Math.max(0, safe);
  }

  step(objective: number | undefined): void {
    const { cover, offer, direction, needed } = this;
    let here = 0;
    for (let i = 0; i < cover.places; i++) {
      direction[i] = needed[i];
      here += offer[i];
    }
    for (let s = 0; s < cover.sites; s++) here += this.open(s);
    const improved = here > this.highest + 1e-9;
    this.highest = Math.max(this.highest, here);
    let squared = 0;
    for (let i = 0; i < cover.places; i++) {
      if (!needed[i] || (offer[i] <= 0 && direction[i] < 0)) direction[i] = 0;
      squared += direction[i] * direction[i];
    }
    const target = objective ?? this.highest * 1.2 + 1;
    const length = this.steps.next(target * 1.01 - here, squared, improved);
    for (let i = 0; i < cover.places; i++) offer[i] = Math.max(0, offer[i] + length * direction[i]);
  }

  /** What opening a site changes in the relaxed sum (≤ 0), and that its places are covered once more. */
  private open(s: number): number {
    const { cover, offer, direction } = this;
    if (!this.free[s]) return 0;
    let reduced = this.cost[s];
    for (let e = cover.siteStart[s]; e < cover.siteStart[s + 1]; e++) {
      if (this.needed[cover.place[e]]) reduced -= offer[cover.place[e]];
    }
    if (reduced >= 0) return 0;
    for (let e = cover.siteStart[s]; e < cover.siteStart[s + 1]; e++) direction[cover.place[e]]--;
    return reduced;
  }

  /** Places with few sites first, each offers what all its sites still leave. */
  private ascend(): Float64Array {
    const { cover, needed } = this;
    const offer = new Float64Array(cover.places);
    const left = this.cost.slice();
    const choices = (i: number) => cover.placeStart[i + 1] - cover.placeStart[i];
    const order = Array.from(needed, (_, i) => i).filter((i) => needed[i]);
    order.sort((a, b) => choices(a) - choices(b) || a - b);
    for (const i of order) {
      let most = Number.POSITIVE_INFINITY;
      for (let e = cover.placeStart[i]; e < cover.placeStart[i + 1]; e++) {
        if (this.free[cover.site[e]]) most = Math.min(most, left[cover.site[e]]);
      }
      if (!Number.isFinite(most) || most <= 0) continue;
      offer[i] = most;
      this.highest += most;
      for (let e = cover.placeStart[i]; e < cover.placeStart[i + 1]; e++) left[cover.site[e]] -= most;
    }
    return offer;
  }
}
