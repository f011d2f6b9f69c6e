import type { Incidence } from './incidence.ts';

/**
 * Who goes where, when sites have sizes: as many people as possible, each in at most one place. A maximum flow from
 * places to open sites (Ford & Fulkerson 1956), kept while sites open and close: a new site takes whom nobody serves,
 * and people of full sites, who then make room for others. `flow[e]` belongs to pair e of the sites' side of `reach`.
 */
export class PeopleFlow {
  readonly reach: Incidence;
  readonly flow: Float64Array;
  readonly load: Float64Array;
  /** People of each place who are in no site. */
  readonly left: Float64Array;
  private readonly capacity: Float64Array;
  private readonly open: Uint8Array;
  /** Pair of the sites' side for every pair of the places' side. */
  private readonly pairOf: Int32Array;
  private readonly none: number;
  private readonly cameFrom: Int32Array;
  private readonly byPair: Int32Array;
  private readonly seen: Uint8Array;

  constructor(reach: Incidence, weight: Float64Array, capacity: Float64Array) {
    this.reach = reach;
    this.capacity = capacity;
    this.flow = new Float64Array(reach.place.length);
    this.load = new Float64Array(reach.sites);
    this.left = weight.slice();
    this.open = new Uint8Array(reach.sites);
    this.pairOf = pairsByPlace(reach);
    this.none =
      1e-12 *
      Math.max(
        1,
        weight.reduce((sum, value) => sum + value, 0),
      );
    this.cameFrom = new Int32Array(reach.sites);
    this.byPair = new Int32Array(reach.sites);
    this.seen = new Uint8Array(reach.sites);
  }

  isOpen(site: number): boolean {
    return this.open[site] === 1;
  }

  openSite(site: number): void {
    this.open[site] = 1;
    this.takeIn(site);
  }

  closeSite(site: number): void {
    const { siteStart, place } = this.reach;
    this.open[site] = 0;
    const freed: number[] = [];
    for (let e = siteStart[site]; e < siteStart[site + 1]; e++) {
      if (this.flow[e] <= 0) continue;
      this.left[place[e]] += this.flow[e];
      this.flow[e] = 0;
      freed.push(place[e]);
    }
    this.load[site] = 0;
    if (freed.length > 0) for (let s = 0; s < this.open.length; s++) if (this.open[s]) this.takeIn(s);
  }

  served(): number {
    let sum = 0;
    for (let s = 0; s < this.load.length; s++) sum += this.load[s];
    return sum;
  }

  /** Moves people between open sites until each has its `minimum`; false when that is impossible. */
  meetMinimum(minimum: Float64Array, bound: Uint8Array): boolean {
    for (let s = 0; s < this.open.length; s++) {
      while (bound[s] && this.open[s] && this.load[s] < minimum[s] - this.none) {
        const spare = (t: number) => this.load[t] - (bound[t] ? minimum[t] : 0);
        if (!this.pull(s, minimum[s] - this.load[s], spare)) return false;
      }
    }
    return true;
  }

  private takeIn(site: number): void {
    while (this.capacity[site] - this.load[site] > this.none) {
      if (!this.pull(site, this.capacity[site] - this.load[site], undefined)) return;
    }
  }

  /**
   * One chain that ends in `site`: it takes people of a site, which takes people of another …, which takes people nobody
   * serves (or, with `spare`, gives up people it has to spare). The shortest such chain; false when there is none.
   */
  private pull(site: number, wanted: number, spare: ((site: number) => number) | undefined): boolean {
    this.seen.fill(0);
    this.seen[site] = 1;
    const queue = [site];
    for (let head = 0; head < queue.length; head++) {
      const s = queue[head];
      const surplus = spare && s !== site ? spare(s) : 0;
      if (surplus > this.none) return this.shift(site, s, -1, Math.min(wanted, surplus));
      for (let e = this.reach.siteStart[s]; e < this.reach.siteStart[s + 1]; e++) {
        const i = this.reach.place[e];
        if (this.left[i] > this.none) return this.shift(site, s, e, Math.min(wanted, this.left[i]));
        this.visitServers(s, e, i, queue);
      }
    }
    return false;
  }

  private visitServers(s: number, e: number, i: number, queue: number[]): void {
    const { placeStart, site: sites } = this.reach;
    for (let f = placeStart[i]; f < placeStart[i + 1]; f++) {
      const t = sites[f];
      if (this.seen[t] || this.flow[this.pairOf[f]] <= this.none) continue;
      this.seen[t] = 1;
      this.cameFrom[t] = s;
      this.byPair[t] = e;
      queue.push(t);
    }
  }

  private shift(site: number, end: number, free: number, most: number): true {
    let amount = most;
    for (let t = end; t !== site; t = this.cameFrom[t]) {
      amount = Math.min(amount, this.flow[this.pairAt(t, this.reach.place[this.byPair[t]])]);
    }
    for (let t = end; t !== site; t = this.cameFrom[t]) {
      this.flow[this.pairAt(t, this.reach.place[this.byPair[t]])] -= amount;
      this.flow[this.byPair[t]] += amount;
    }
    if (free >= 0) {
      this.flow[free] += amount;
      this.left[this.reach.place[free]] -= amount;
    } else this.load[end] -= amount;
    this.load[site] += amount;
    return true;
  }

  /** Pair of a site and a place it serves: places ascend within a site. */
  private pairAt(site: number, place: number): number {
    let [low, high] = [this.reach.siteStart[site], this.reach.siteStart[site + 1]];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.reach.place[middle] < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  save(): FlowRecord {
    const { flow, load, left, open } = this;
    return { flow: flow.slice(), load: load.slice(), left: left.slice(), open: open.slice() };
  }

  restore(record: FlowRecord): void {
    this.flow.set(record.flow);
    this.load.set(record.load);
    this.left.set(record.left);
    this.open.set(record.open);
  }
}

export interface FlowRecord {
  flow: Float64Array;
  load: Float64Array;
  left: Float64Array;
  open: Uint8Array;
}

/** Each place's pairs stand in the order of metres; its sites, visited in ascending order, lead back to the other side. */
function pairsByPlace(reach: Incidence): Int32Array {
  const { sites, places, siteStart, place, placeStart, site } = reach;
  const ascending = Int32Array.from(site, (_, f) => f);
  for (let i = 0; i < places; i++) {
    ascending.subarray(placeStart[i], placeStart[i + 1]).sort((a, b) => site[a] - site[b]);
  }
  const next = placeStart.slice();
  const pairOf = new Int32Array(place.length);
  for (let s = 0; s < sites; s++) {
    for (let e = siteStart[s]; e < siteStart[s + 1]; e++) pairOf[ascending[next[place[e]]++]] = e;
  }
  return pairOf;
}
