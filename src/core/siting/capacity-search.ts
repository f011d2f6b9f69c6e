import type { Instance } from './instance.ts';
import { type FlowRecord, PeopleFlow } from './people-flow.ts';
import { OpenSites } from './rules.ts';
import type { Search, Solution } from './search.ts';

/** So many candidates are tried with the exact flow; the others only by what they could take at once. */
const TRIED = 24;
const TAKEN_OUT = 3;

/**
 * Maximal coverage with capacities (Current & Storbeck 1988): construction, interchange and perturbation as for maximal
 * coverage, each set worth the maximum flow into it. Only sets in which every chosen site can have its least load are
 * looked at.
 */
export class CapacitySearch implements Search {
  private readonly instance: Instance;
  private readonly random: () => number;
  private readonly flow: PeopleFlow;
  private readonly open: OpenSites;
  private readonly bound: Uint8Array;
  private readonly hasMinimum: boolean;
  private readonly least: number;
  private champion: Solution;

  constructor(instance: Instance, random: () => number) {
    const { reach, weight, capacity, rules } = instance;
    this.instance = instance;
    this.random = random;
    this.flow = new PeopleFlow(reach, weight, capacity);
    this.open = new OpenSites(rules);
    this.bound = rules.locked.map((locked) => (locked ? 0 : 1));
    this.hasMinimum = instance.minimum.some((value) => value > 0);
    this.least =
      1e-9 *
      Math.max(
        1,
        weight.reduce((sum, value) => sum + value, 0),
      );
    for (let s = 0; s < rules.sites; s++) if (rules.locked[s]) this.flow.openSite(s);
    this.fill();
    this.champion = this.snapshot();
    this.interchange();
    this.champion = this.snapshot();
  }

  best(): Solution {
    return this.champion;
  }

  step(): void {
    const before = this.open.list();
    if (before.length === 0) return;
    const record = this.flow.save();
    const served = this.flow.served();
    const out = 1 + Math.floor(this.random() * Math.min(TAKEN_OUT, before.length));
    for (let k = 0; k < out; k++) this.closeOne(before[Math.floor(this.random() * before.length)]);
    const wild = Math.floor(this.random() * this.instance.rules.sites);
    if (this.open.fits(wild)) this.openIfAllowed(wild);
    this.fill();
    this.interchange();
    const now = this.flow.served();
    if (now > this.champion.objective + this.least) this.champion = this.snapshot();
    if (now < served - this.least) this.restore(before, record);
  }

  private snapshot(): Solution {
    return { chosen: this.open.list(), objective: this.flow.served() };
  }

  private closeOne(site: number): void {
    if (!this.open.chosen[site]) return;
    this.open.close(site);
    this.flow.closeSite(site);
    if (this.hasMinimum) this.flow.meetMinimum(this.instance.minimum, this.bound);
  }

  /** Opens a site when all chosen ones can then have their least load. */
  private openIfAllowed(site: number): boolean {
    const record = this.hasMinimum ? this.flow.save() : undefined;
    this.flow.openSite(site);
    if (record && !this.flow.meetMinimum(this.instance.minimum, this.bound)) {
      this.flow.restore(record);
      return false;
    }
    this.open.open(site);
    return true;
  }

  private fill(): void {
    while (this.open.count < this.instance.rules.most) {
      const best = this.bestByTrial();
      if (best < 0 || !this.openIfAllowed(best)) return;
    }
  }

  private bestByTrial(): number {
    const served = this.flow.served();
    const record = this.flow.save();
    let [best, most] = [-1, served + this.least];
    for (const site of this.promising()) {
      this.flow.openSite(site);
      const fair = !this.hasMinimum || this.flow.meetMinimum(this.instance.minimum, this.bound);
      const now = fair ? this.flow.served() : -1;
      if (now > most) [best, most] = [site, now];
      this.flow.restore(record);
    }
    return best;
  }

  /** By what they could take of those nobody serves; then by all they reach. Ties go to the earlier site. */
  private promising(): number[] {
    const { reach, capacity, weight, rules } = this.instance;
    const direct = new Float64Array(rules.sites);
    const reached = new Float64Array(rules.sites);
    const fitting: number[] = [];
    for (let s = 0; s < rules.sites; s++) {
      if (!this.open.fits(s)) continue;
      fitting.push(s);
      for (let e = reach.siteStart[s]; e < reach.siteStart[s + 1]; e++) {
        direct[s] += this.flow.left[reach.place[e]];
        reached[s] += weight[reach.place[e]];
      }
      direct[s] = Math.min(direct[s], capacity[s]);
      reached[s] = Math.min(reached[s], capacity[s]);
    }
    fitting.sort((a, b) => direct[b] - direct[a] || reached[b] - reached[a] || a - b);
    return fitting.slice(0, TRIED);
  }

  private interchange(): void {
    let again = true;
    while (again) {
      again = false;
      for (const site of this.open.list()) {
        const before = this.open.list();
        const record = this.flow.save();
        const served = this.flow.served();
        this.closeOne(site);
        this.fill();
        if (this.flow.served() > served + this.least) again = true;
        else this.restore(before, record);
      }
    }
  }

  private restore(chosen: Int32Array, record: FlowRecord): void {
    for (const site of this.open.list()) this.open.close(site);
    for (const site of chosen) this.open.open(site);
    this.flow.restore(record);
  }
}
