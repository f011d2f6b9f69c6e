import { CoverState } from './cover-state.ts';
import type { Incidence } from './incidence.ts';
import { costRoom, type Rules } from './rules.ts';

/** Share of moves that take any site of the uncovered place: no answer stays out of reach for ever. */
const WILD = 0.05;

/**
 * Seeks a set of allowed sites that covers everybody, by exchanging sites under growing weights (after Gao, Weise & Li
 * 2015): a place that stays uncovered counts for more with every move, until a site for it is worth more than what is
 * there. The site put in last and the one taken out last wait a move. Every place with somebody counts 1 to begin with.
 */
export class FullCoverSearch {
  private readonly state: CoverState;
  private readonly random: () => number;
  private lastIn = -1;
  private lastOut = -1;

  constructor(
    cover: Incidence,
    weight: Float64Array,
    rules: Rules,
    random: () => number,
    start?: Int32Array,
  ) {
    this.state = new CoverState(
      cover,
      weight.map((value) => (value > 0 ? 1 : 0)),
      rules,
    );
    this.random = random;
    for (const site of start ?? []) if (this.state.open.fits(site)) this.state.openSite(site);
    this.fill();
  }

  /** Up to so many moves; the sites that cover everybody, without those that are not needed, or undefined. */
  run(moves: number): Int32Array | undefined {
    for (let move = 0; move < moves && this.state.uncovered > 0; move++) if (!this.move()) return undefined;
    return this.state.uncovered === 0 ? this.withoutIdle() : undefined;
  }

  private fill(): void {
    for (let s = this.state.bestToOpen(0); s >= 0; s = this.state.bestToOpen(0)) this.state.openSite(s);
  }

  private move(): boolean {
    const { state } = this;
    const target = this.uncoveredPlace();
    if (state.open.count >= state.open.rules.most) this.closeCheapest();
    const site = this.bestFor(target);
    if (site < 0) return false;
    for (const near of state.open.neighbours(site)) state.closeSite(near);
    while (!state.open.hasRoom(site) && state.open.count > 0) this.closeCheapest();
    this.lastOut = -1;
    state.openSite(site);
    this.lastIn = site;
    this.fill();
    for (let i = 0; i < state.count.length; i++) {
      if (state.count[i] === 0 && state.weight[i] > 0) state.raiseWeight(i, 1);
    }
    return true;
  }

  /** What a site takes from the budget, where there is one: then coverage counts for the money. */
  private price(s: number): number {
    const { cost, costLimit } = this.state.open.rules;
    return Number.isFinite(costLimit) ? Math.max(cost[s], 1e-9) : 1;
  }

  private uncoveredPlace(): number {
    const { count, weight, uncovered } = this.state;
    let nth = Math.floor(this.random() * uncovered);
    for (let i = 0; i < count.length; i++) {
      if (count[i] === 0 && weight[i] > 0 && nth-- === 0) return i;
    }
    return -1;
  }

  /** Takes out what loses least; ties at random, so that the search does not turn in circles. */
  private closeCheapest(): void {
    const { open, loss } = this.state;
    let [worst, least, alike] = [-1, Number.POSITIVE_INFINITY, 0];
    for (let s = 0; s < loss.length; s++) {
      if (!open.chosen[s] || (s === this.lastIn && open.count > 1)) continue;
      const value = loss[s] / this.price(s);
      if (value > least) continue;
      alike = value < least ? 1 : alike + 1;
      if (alike === 1 || this.random() * alike < 1) worst = s;
      least = value;
    }
    if (worst < 0) return;
    this.state.closeSite(worst);
    this.lastOut = worst;
  }

  private bestFor(target: number): number {
    const { cover, gain, open } = this.state;
    let [best, most] = [-1, Number.NEGATIVE_INFINITY];
    const affordable = open.rules.most > 0 ? costRoom(open.rules.costLimit) : Number.NEGATIVE_INFINITY;
    const wild = this.random() < WILD;
    let waiting = -1;
    for (let e = cover.placeStart[target]; e < cover.placeStart[target + 1]; e++) {
      const s = cover.site[e];
      // Alone it must be within the budget, or it never can be.
      if (!open.selectable(s) || open.rules.cost[s] > affordable) continue;
      const value = wild ? this.random() : gain[s] / this.price(s);
      if (s === this.lastOut) waiting = s;
      else if (value > most || (value === most && s < best)) [best, most] = [s, value];
    }
    return best >= 0 ? best : waiting;
  }

  private withoutIdle(): Int32Array {
    const { open, loss } = this.state;
    const { cost } = open.rules;
    const dearestFirst = Array.from(open.list()).sort((a, b) => cost[b] - cost[a] || a - b);
    for (const site of dearestFirst) if (loss[site] === 0) this.state.closeSite(site);
    return open.list();
  }
}
