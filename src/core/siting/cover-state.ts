import type { Incidence } from './incidence.ts';
import { OpenSites, type Rules } from './rules.ts';

/** Sites whose largest gain is kept together: a search for the best looks at blocks first. */
const BLOCK_BITS = 6;

/**
 * Coverage of a set of open sites, kept while it changes: an edit touches the catchment of its site and the sites that
 * share places with it, nothing else. `gain[s]` is the weight of uncovered places that s reaches, `loss[s]` (of an open
 * site) the weight of places that only s covers.
 */
export class CoverState {
  readonly cover: Incidence;
  readonly weight: Float64Array;
  readonly open: OpenSites;
  readonly count: Int32Array;
  readonly gain: Float64Array;
  readonly loss: Float64Array;
  /** Sum of the numbers of the open sites that cover a place: the number of the one, where there is one. */
  private readonly coverers: Float64Array;
  /** Places with somebody that no open site covers. */
  uncovered: number;
  private readonly blockMost: Float64Array;
  private readonly blockStale: Uint8Array;

  constructor(cover: Incidence, weight: Float64Array, rules: Rules) {
    this.cover = cover;
    this.weight = weight.slice();
    this.open = new OpenSites(rules);
    this.count = new Int32Array(cover.places);
    this.coverers = new Float64Array(cover.places);
    this.gain = new Float64Array(cover.sites);
    this.loss = new Float64Array(cover.sites);
    const blocks = (cover.sites >> BLOCK_BITS) + 1;
    this.blockMost = new Float64Array(blocks);
    this.blockStale = new Uint8Array(blocks).fill(1);
    this.uncovered = weight.reduce((sum, value) => sum + (value > 0 ? 1 : 0), 0);
    for (let s = 0; s < cover.sites; s++) {
      for (let e = cover.siteStart[s]; e < cover.siteStart[s + 1]; e++)
        this.gain[s] += weight[cover.place[e]];
    }
    for (let s = 0; s < cover.sites; s++) if (rules.locked[s]) this.enter(s);
  }

  openSite(site: number): void {
    this.open.open(site);
    this.enter(site);
  }

  closeSite(site: number): void {
    this.open.close(site);
    this.leave(site);
  }

  private enter(site: number): void {
    const { siteStart, place } = this.cover;
    for (let e = siteStart[site]; e < siteStart[site + 1]; e++) {
      const i = place[e];
      const before = this.count[i]++;
      if (before === 0) {
        this.loss[site] += this.weight[i];
        this.changeGain(i, -this.weight[i]);
      } else if (before === 1) this.loss[this.coverers[i]] -= this.weight[i];
      this.coverers[i] += site;
    }
  }

  private leave(site: number): void {
    const { siteStart, place } = this.cover;
    for (let e = siteStart[site]; e < siteStart[site + 1]; e++) {
      const i = place[e];
      const after = --this.count[i];
      this.coverers[i] -= site;
      if (after === 0) this.changeGain(i, this.weight[i]);
      else if (after === 1) this.loss[this.coverers[i]] += this.weight[i];
    }
    this.loss[site] = 0;
  }

  private changeGain(i: number, by: number): void {
    if (by === 0) return;
    this.uncovered += by > 0 ? 1 : -1;
    this.spreadGain(i, by);
  }

  private spreadGain(i: number, by: number): void {
    const { placeStart, site } = this.cover;
    const { gain, blockStale } = this;
    for (let e = placeStart[i]; e < placeStart[i + 1]; e++) {
      gain[site[e]] += by;
      blockStale[site[e] >> BLOCK_BITS] = 1;
    }
  }

  /** Makes an uncovered place count for more: a search for full cover turns to what it keeps missing. */
  raiseWeight(i: number, by: number): void {
    this.weight[i] += by;
    this.spreadGain(i, by);
  }

  /** The site of the largest gain that fits now; ties go to the earlier site, -1 when none adds more than `above`. */
  bestToOpen(above: number): number {
    let best = -1;
    let most = above;
    const { gain, open, blockMost } = this;
    for (let block = 0; block < blockMost.length; block++) {
      if (this.blockStale[block]) this.refreshBlock(block);
      if (blockMost[block] <= most) continue;
      const end = Math.min((block + 1) << BLOCK_BITS, gain.length);
      for (let s = block << BLOCK_BITS; s < end; s++) {
        if (gain[s] > most && open.fits(s)) [best, most] = [s, gain[s]];
      }
    }
    return best;
  }

  private refreshBlock(block: number): void {
    const { gain } = this;
    const end = Math.min((block + 1) << BLOCK_BITS, gain.length);
    let most = 0;
    for (let s = block << BLOCK_BITS; s < end; s++) if (gain[s] > most) most = gain[s];
    this.blockMost[block] = most;
    this.blockStale[block] = 0;
  }
}
