import type { Incidence } from './incidence.ts';
import { OpenSites, type Rules } from './rules.ts';
import type { Search, Solution } from './search.ts';

const TAKEN_OUT = 4;

/**
 * p-median (Hakimi 1964): greedy construction, then interchange after Teitz & Bart (1968) in the fast form of Whitaker
 * (1983), which finds the best site to close for a site to open in one pass over the places, by their nearest and
 * second nearest; then perturbation. Who is not reached counts `lostMeters`, more than any distance.
 */
export class MedianSearch implements Search {
  private readonly reach: Incidence;
  private readonly weight: Float64Array;
  private readonly rules: Rules;
  private readonly random: () => number;
  private readonly lostMeters: number;
  private readonly open: OpenSites;
  private readonly first: Float64Array;
  private readonly second: Float64Array;
  private readonly nearest: Int32Array;
  /** What closing each open site costs, per site; scratch of the interchange. */
  private readonly closing: Float64Array;
  /** What closing each costs as things are; stale after every change. */
  private readonly loss: Float64Array;
  private lossStale = true;
  private total = 0;
  private least = 0;
  private champion: Solution;

  constructor(
    reach: Incidence,
    weight: Float64Array,
    rules: Rules,
    lostMeters: number,
    random: () => number,
    start?: Int32Array,
  ) {
    this.reach = reach;
    this.weight = weight;
    this.rules = rules;
    this.lostMeters = lostMeters;
    this.random = random;
    this.open = new OpenSites(rules);
    this.first = new Float64Array(reach.places);
    this.second = new Float64Array(reach.places);
    this.nearest = new Int32Array(reach.places);
    this.closing = new Float64Array(reach.sites);
    this.loss = new Float64Array(reach.sites);
    for (const site of start ?? []) this.open.open(site);
    this.lookAround();
    this.least = 1e-12 * this.total;
    this.fill();
    this.interchange();
    this.champion = this.snapshot();
  }

  best(): Solution {
    return this.champion;
  }

  step(): void {
    const before = this.open.list();
    const total = this.total;
    if (before.length === 0) return;
    this.perturb(before);
    this.fill();
    this.interchange();
    if (this.total < this.champion.objective - this.least) this.champion = this.snapshot();
    if (this.total > total + this.least) this.restore(before);
  }

  private snapshot(): Solution {
    return { chosen: this.open.list(), objective: this.total };
  }

  private isOpen(site: number): boolean {
    return this.open.chosen[site] === 1 || this.rules.locked[site] === 1;
  }

  /** Nearest and second nearest open site of every place, anew. */
  private lookAround(): void {
    const { reach, lostMeters } = this;
    this.lossStale = true;
    this.total = 0;
    for (let i = 0; i < reach.places; i++) {
      this.first[i] = this.second[i] = lostMeters;
      this.nearest[i] = -1;
      for (let e = reach.placeStart[i]; e < reach.placeStart[i + 1]; e++) {
        if (!this.isOpen(reach.site[e])) continue;
        if (this.nearest[i] >= 0) {
          this.second[i] = reach.placeMeters[e];
          break;
        }
        this.nearest[i] = reach.site[e];
        this.first[i] = reach.placeMeters[e];
      }
      this.total += this.weight[i] * this.first[i];
    }
  }

  private fill(): void {
    while (this.open.count < this.rules.most) {
      let [best, most] = [-1, this.least];
      for (let s = 0; s < this.reach.sites; s++) {
        if (!this.open.fits(s)) continue;
        const saved = this.savedBy(s);
        if (saved > most) [best, most] = [s, saved];
      }
      if (best < 0) return;
      this.open.open(best);
      this.lookAround();
    }
  }

  private savedBy(s: number): number {
    const { siteStart, place, siteMeters } = this.reach;
    let saved = 0;
    for (let e = siteStart[s]; e < siteStart[s + 1]; e++) {
      const i = place[e];
      if (siteMeters[e] < this.first[i]) saved += this.weight[i] * (this.first[i] - siteMeters[e]);
    }
    return saved;
  }

  private interchange(): void {
    let unchanged = 0;
    for (let s = 0; unchanged < this.reach.sites; s = (s + 1) % this.reach.sites) {
      unchanged++;
      if (this.open.selectable(s) && this.tryIn(s)) unchanged = 0;
    }
  }

  /** Opens `s` for the best site to close, if that is better. */
  private tryIn(s: number): boolean {
    const saved = this.countClosing(s);
    let [out, cheapest] = [-1, Number.POSITIVE_INFINITY];
    for (let k = 0; k < this.reach.sites; k++) {
      if (this.open.chosen[k] && this.closing[k] < cheapest && this.open.fitsInsteadOf(s, k)) {
        [out, cheapest] = [k, this.closing[k]];
      }
    }
    if (out < 0 || saved - cheapest <= this.least) return false;
    const before = this.total;
    this.open.close(out);
    this.open.open(s);
    this.lookAround();
    this.fill();
    return this.total < before;
  }

  /** What opening `s` saves; into `closing` what closing each open site then costs. */
  private countClosing(s: number): number {
    const { siteStart, place, siteMeters } = this.reach;
    const { closing, first, second, nearest, weight } = this;
    closing.set(this.lossOfEach());
    let saved = 0;
    for (let e = siteStart[s]; e < siteStart[s + 1]; e++) {
      const i = place[e];
      const meters = siteMeters[e];
      if (meters < first[i]) {
        saved += weight[i] * (first[i] - meters);
        // The nearest one is not missed here any more.
        if (nearest[i] >= 0) closing[nearest[i]] -= weight[i] * (second[i] - first[i]);
      } else if (meters < second[i] && nearest[i] >= 0)
        closing[nearest[i]] -= weight[i] * (second[i] - meters);
    }
    return saved;
  }

  private lossOfEach(): Float64Array {
    if (!this.lossStale) return this.loss;
    this.loss.fill(0);
    for (let i = 0; i < this.reach.places; i++) {
      if (this.nearest[i] >= 0)
        this.loss[this.nearest[i]] += this.weight[i] * (this.second[i] - this.first[i]);
    }
    this.lossStale = false;
    return this.loss;
  }

  private perturb(chosen: Int32Array): void {
    const wanted = 1 + Math.floor(this.random() * Math.min(TAKEN_OUT, chosen.length));
    for (let k = 0; k < wanted; k++) {
      const site = chosen[Math.floor(this.random() * chosen.length)];
      if (this.open.chosen[site]) this.open.close(site);
    }
    for (let k = 0; k < wanted; k++) {
      const site = Math.floor(this.random() * this.reach.sites);
      if (this.open.fits(site)) this.open.open(site);
    }
    this.lookAround();
  }

  private restore(chosen: Int32Array): void {
    for (const site of this.open.list()) this.open.close(site);
    for (const site of chosen) this.open.open(site);
    this.lookAround();
  }
}
