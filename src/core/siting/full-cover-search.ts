import { CoverState } from './cover-state.ts';
import type { Incidence } from './incidence.ts';
import type { Rules } from './rules.ts';

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
      if (!open.chosen[s] || (s === this.lastIn && open.count > 1) || loss[s] > least) continue;
      alike = loss[s] < least ? 1 : alike + 1;
      if (alike === 1 || this.random() * alike < 1) worst = s;
      least = loss[s];
    }
    if (worst < 0) return;
    this.state.closeSite(worst);
    this.lastOut = worst;
  }

  private bestFor(target: number): number {
    const { cover, gain, open } = this.state;
    let [best, most] = [-1, Number.NEGATIVE_INFINITY];
    let waiting = -1;
    for (let e = cover.placeStart[target]; e < cover.placeStart[target + 1]; e++) {
      const s = cover.site[e];
      if (!open.selectable(s)) continue;
      if (s === this.lastOut) waiting = s;
      else if (gain[s] > most || (gain[s] === most && s < best)) [best, most] = [s, gain[s]];
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
