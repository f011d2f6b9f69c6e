import type { Catchments } from '../analysis/catchments.ts';
import { ExactSums } from '../exact-sums.ts';

/** What an edit changed: the places, and who among the people is now covered, or no longer. */
export interface CoverageChange {
  /** Places whose nearest open site or metres are different now, ascending. */
  places: number[];
  gained: number;
  lost: number;
}

/**
 * Coverage of a set of open sites for an answer while somebody drags: each place keeps all its open sites with their
 * metres, nearest first. Opening or closing a site touches the places of its own catchment and nothing else.
 */
export class IncrementalCoverage {
  private readonly reach: Catchments;
  private readonly weight: Float64Array;
  private readonly open: Uint8Array;
  private readonly sites: number[][];
  private readonly meters: number[][];
  private readonly sum = new ExactSums(1);

  /** `reach.rows` number the sites: site f is row f of the matrix. `weight` is NaN where nothing is known. */
  constructor(reach: Catchments, weight: Float64Array, open: ArrayLike<number>) {
    this.reach = reach;
    this.weight = weight;
    this.open = new Uint8Array(reach.rows.length);
    this.sites = Array.from(weight, () => []);
    this.meters = Array.from(weight, () => []);
    for (let k = 0; k < open.length; k++) this.openSite(open[k]);
  }

  isOpen(site: number): boolean {
    return this.open[site] === 1;
  }

  /** People with an open site in reach. */
  covered(): number {
    return this.sum.values()[0];
  }

  nearestSite(place: number): number {
    return this.sites[place][0] ?? -1;
  }

  nearestMeters(place: number): number {
    return this.meters[place][0] ?? Number.POSITIVE_INFINITY;
  }

  /** How many open sites reach a place. */
  count(place: number): number {
    return this.sites[place].length;
  }

  openSite(site: number): CoverageChange {
    return this.edit(site, 1, (place, meters) => this.insert(place, site, meters));
  }

  closeSite(site: number): CoverageChange {
    return this.edit(site, 0, (place) => this.remove(place, site));
  }

  private edit(site: number, open: 0 | 1, change: (place: number, meters: number) => void): CoverageChange {
    const result: CoverageChange = { places: [], gained: 0, lost: 0 };
    if (this.open[site] === open) return result;
    this.open[site] = open;
    const sums = new ExactSums(2);
    const { start, place, meters } = this.reach;
    for (let e = start[site]; e < start[site + 1]; e++) {
      const i = place[e];
      const [nearest, away] = [this.nearestSite(i), this.nearestMeters(i)];
      change(i, meters[e]);
      if (this.nearestSite(i) === nearest && this.nearestMeters(i) === away) continue;
      result.places.push(i);
      const people = Number.isNaN(this.weight[i]) ? 0 : this.weight[i];
      if (nearest < 0) sums.add(0, people);
      if (this.nearestSite(i) < 0) sums.add(1, people);
    }
    [result.gained, result.lost] = sums.values();
    this.sum.add(0, result.gained);
    this.sum.add(0, -result.lost);
    return result;
  }

  /** Nearest first, equal metres by lower site. */
  private insert(place: number, site: number, meters: number): void {
    const [sites, known] = [this.sites[place], this.meters[place]];
    let at = sites.length;
    while (at > 0 && (known[at - 1] > meters || (known[at - 1] === meters && sites[at - 1] > site))) at--;
    sites.splice(at, 0, site);
    known.splice(at, 0, meters);
  }

  private remove(place: number, site: number): void {
    const at = this.sites[place].indexOf(site);
    if (at < 0) return;
    this.sites[place].splice(at, 1);
    this.meters[place].splice(at, 1);
  }
}
