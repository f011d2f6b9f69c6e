import { CoverState } from './cover-state.ts';
import type { Incidence } from './incidence.ts';
import type { Rules } from './rules.ts';
import type { Search, Solution } from './search.ts';

/** Most chosen sites that one perturbation takes out. */
const TAKEN_OUT = 6;
const WALKS = 24;
/** The search may go on from so much below the best known, as a share of what a site covers: it leaves small hills. */
const SLACK = 0.08;

/**
 * Maximal coverage (Church & ReVelle 1974) by greedy construction, interchange and perturbation: take a few neighbouring
 * sites out, put one in at random, fill up greedily, interchange around what changed; keep it unless clearly worse
 * (iterated local search). Gains are kept up to date by the state, so the greedy pick needs no evaluation at all.
 */
export class CoverageSearch implements Search {
  private readonly state: CoverState;
  private readonly random: () => number;
  private readonly least: number;
  private readonly dirty: Uint8Array;
  private covered = 0;
  private champion: Solution;

  constructor(
    cover: Incidence,
    weight: Float64Array,
    rules: Rules,
    random: () => number,
    start?: Int32Array,
  ) {
    this.state = new CoverState(cover, weight, rules);
    this.random = random;
    // What is less is the noise of the last bits.
    this.least = 1e-11 * weight.reduce((sum, value) => sum + value, 0);
    this.dirty = new Uint8Array(cover.sites);
    if (start) for (const s of start) this.put(s);
    else this.construct();
    this.champion = this.snapshot();
    this.dirty.fill(1);
    this.interchange();
    this.champion = this.snapshot();
  }

  best(): Solution {
    return this.champion;
  }

  step(): void {
    const before = this.state.open.list();
    const covered = this.covered;
    if (before.length === 0) return;
    this.perturb(before);
    this.fill();
    this.interchange();
    if (this.covered > this.champion.objective + this.least) this.champion = this.snapshot();
    const floor = this.champion.objective * (1 - (SLACK * this.random()) / before.length);
    if (this.covered < covered - this.least && this.covered < floor) this.restore(before, covered);
  }

  private snapshot(): Solution {
    return { chosen: this.state.open.list(), objective: this.covered };
  }

  private put(site: number): void {
    this.covered += this.state.gain[site];
    this.state.openSite(site);
    this.touch(site);
  }

  private takeOut(site: number): void {
    this.covered -= this.state.loss[site];
    this.state.closeSite(site);
    this.touch(site);
  }

  /** The open sites that share places with a changed one are to be looked at again. */
  private touch(site: number): void {
    const { cover, open } = this.state;
    this.dirty[site] = 1;
    for (let e = cover.siteStart[site]; e < cover.siteStart[site + 1]; e++) {
      const i = cover.place[e];
      for (let f = cover.placeStart[i]; f < cover.placeStart[i + 1]; f++) {
        if (open.chosen[cover.site[f]]) this.dirty[cover.site[f]] = 1;
      }
    }
  }

  /** With a budget the best gain may be too dear: by gain and by gain for the money, the better of the two. */
  private construct(): void {
    this.fill();
    if (!Number.isFinite(this.state.open.rules.costLimit)) return;
    const byGain = this.snapshot();
    this.restore(new Int32Array(0), 0);
    for (let s = this.bestForMoney(); s >= 0; s = this.bestForMoney()) this.put(s);
    if (this.covered < byGain.objective) this.restore(byGain.chosen, byGain.objective);
  }

  private bestForMoney(): number {
    const { gain, open } = this.state;
    let best = -1;
    let most = 0;
    for (let s = 0; s < gain.length; s++) {
      const value = gain[s] / Math.max(open.rules.cost[s], 1e-12);
      if (gain[s] > this.least && value > most && open.fits(s)) [best, most] = [s, value];
    }
    return best;
  }

  private fill(): void {
    for (let s = this.nextToFill(); s >= 0; s = this.nextToFill()) this.put(s);
  }

  private nextToFill(): number {
    const { open } = this.state;
    return open.count >= open.rules.most ? -1 : this.state.bestToOpen(this.least);
  }

  /** Each open site against whatever may stand in its place, until none can be bettered. */
  private interchange(): void {
    let again = true;
    while (again) {
      again = false;
      for (const site of this.state.open.list()) {
        if (!this.dirty[site] || !this.state.open.chosen[site]) continue;
        this.dirty[site] = 0;
        if (this.replace(site)) again = true;
      }
    }
  }

  private replace(site: number): boolean {
    const before = this.covered;
    this.covered -= this.state.loss[site];
    this.state.closeSite(site);
    const added: number[] = [];
    for (let s = this.nextToFill(); s >= 0; s = this.nextToFill()) {
      this.covered += this.state.gain[s];
      this.state.openSite(s);
      added.push(s);
    }
    if (this.covered > before + this.least) {
      this.touch(site);
      for (const s of added) this.touch(s);
      return true;
    }
    for (const s of added) this.state.closeSite(s);
    this.state.openSite(site);
    this.covered = before;
    return false;
  }

  private perturb(chosen: Int32Array): void {
    const first = this.pick(chosen);
    const most = Math.min(TAKEN_OUT, Math.max(1, chosen.length >> 1));
    const out = new Set([first]);
    const wanted = 1 + Math.floor(this.random() * most);
    let near = -1;
    for (let walk = 0; walk < WALKS && out.size < wanted; walk++) {
      const site = this.walk(first);
      if (site < 0) break;
      near = site;
      const open = this.openNear(site);
      if (open >= 0) out.add(open);
    }
    for (const site of out) this.takeOut(site);
    if (near >= 0 && this.state.open.fits(near)) this.put(near);
  }

  private pick(list: ArrayLike<number>): number {
    return list[Math.floor(this.random() * list.length)];
  }

  /** A site that shares a place with `site`, at random. */
  private walk(site: number): number {
    const { siteStart, place, placeStart, site: sites } = this.state.cover;
    if (siteStart[site] === siteStart[site + 1]) return -1;
    const i = place[siteStart[site] + Math.floor(this.random() * (siteStart[site + 1] - siteStart[site]))];
    return sites[placeStart[i] + Math.floor(this.random() * (placeStart[i + 1] - placeStart[i]))];
  }

  private openNear(site: number): number {
    const { open, cover } = this.state;
    const from = cover.siteStart[site];
    const i = cover.place[from + Math.floor(this.random() * (cover.siteStart[site + 1] - from))];
    for (let e = cover.placeStart[i]; e < cover.placeStart[i + 1]; e++) {
      if (open.chosen[cover.site[e]]) return cover.site[e];
    }
    return -1;
  }

  private restore(chosen: Int32Array, covered: number): void {
    const wanted = new Set(chosen);
    for (const site of this.state.open.list()) if (!wanted.has(site)) this.state.closeSite(site);
    for (const site of chosen) if (!this.state.open.chosen[site]) this.state.openSite(site);
    this.covered = covered;
    this.dirty.fill(0);
  }
}
