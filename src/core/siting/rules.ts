import { haversineMeters } from '../analysis/distance.ts';
import { indexPositions, visitWithin } from '../analysis/position-index.ts';

/** Which sets of sites may be open, whatever they are good for. */
export interface Rules {
  sites: number;
  /** Open whatever is chosen, and free. */
  locked: Uint8Array;
  /** May never be chosen: too near a locked one, dearer than the whole budget, its least load more than its most. */
  barred: Uint8Array;
  /** At most so many chosen. */
  most: number;
  cost: Float64Array;
  costLimit: number;
  /** Pairs of unlocked sites that are too near each other: those of site s are `conflict[start[s] .. start[s+1]]`. */
  conflictStart: Uint32Array;
  conflict: Int32Array;
}

/** Sums of costs are compared with this much room, so that 0.1 + 0.2 fits a budget of 0.3. */
export function costRoom(costLimit: number): number {
  return costLimit + 1e-9 * Math.max(1, Math.abs(costLimit));
}

export interface SpacedPositions {
  lng: Float64Array;
  lat: Float64Array;
}

/** Pairs of sites nearer than `spacing` (not at it), as rows of neighbours ascending. */
export function conflictsOf(
  positions: SpacedPositions,
  spacing: number,
): { start: Uint32Array; conflict: Int32Array } {
  const { lng, lat } = positions;
  const index = indexPositions(
    lng,
    lat,
    Int32Array.from(lng, (_, s) => s),
  );
  const start = new Uint32Array(lng.length + 1);
  const conflict: number[] = [];
  for (let s = 0; s < lng.length; s++) {
    const near: number[] = [];
    visitWithin(index, lng[s], lat[s], spacing + 1, (slot) => near.push(index.item[slot]));
    near.sort((a, b) => a - b);
    for (const other of near) {
      if (other !== s && haversineMeters(lng[s], lat[s], lng[other], lat[other]) < spacing) {
        conflict.push(other);
      }
    }
    start[s + 1] = conflict.length;
  }
  return { start, conflict: Int32Array.from(conflict) };
}

/** A set of chosen sites that keeps the rules, with what is left of number and budget. */
export class OpenSites {
  readonly rules: Rules;
  /** 1 where chosen; locked sites are not in here. */
  readonly chosen: Uint8Array;
  count = 0;
  private spent = 0;
  /** How many chosen sites are too near each site. */
  private readonly tooNear: Int32Array;

  constructor(rules: Rules) {
    this.rules = rules;
    this.chosen = new Uint8Array(rules.sites);
    this.tooNear = new Int32Array(rules.sites);
  }

  open(site: number): void {
    this.chosen[site] = 1;
    this.count++;
    this.spent += this.rules.cost[site];
    this.countConflicts(site, 1);
  }

  close(site: number): void {
    this.chosen[site] = 0;
    this.count--;
    // Nothing chosen costs nothing: the noise of the last bits does not add up over a long search.
    this.spent = this.count === 0 ? 0 : this.spent - this.rules.cost[site];
    this.countConflicts(site, -1);
  }

  private countConflicts(site: number, by: number): void {
    const { conflictStart, conflict } = this.rules;
    for (let e = conflictStart[site]; e < conflictStart[site + 1]; e++) this.tooNear[conflict[e]] += by;
  }

  /** May be opened now, without closing anything. */
  fits(site: number): boolean {
    return this.selectable(site) && this.tooNear[site] === 0 && this.hasRoom(site);
  }

  /** Neither open nor barred for good. */
  selectable(site: number): boolean {
    return this.chosen[site] === 0 && this.rules.locked[site] === 0 && this.rules.barred[site] === 0;
  }

  hasRoom(site: number): boolean {
    const { most, cost, costLimit } = this.rules;
    return this.count < most && this.spent + cost[site] <= costRoom(costLimit);
  }

  /** May be opened once `out` is closed. */
  fitsInsteadOf(site: number, out: number): boolean {
    const { most, cost, costLimit, conflictStart, conflict } = this.rules;
    if (!this.selectable(site) || this.count - 1 >= most) return false;
    if (this.spent - cost[out] + cost[site] > costRoom(costLimit)) return false;
    if (this.tooNear[site] === 0) return true;
    if (this.tooNear[site] > 1) return false;
    for (let e = conflictStart[site]; e < conflictStart[site + 1]; e++) if (conflict[e] === out) return true;
    return false;
  }

  /** The chosen sites that stand too near `site`. */
  neighbours(site: number): number[] {
    const { conflictStart, conflict } = this.rules;
    const found: number[] = [];
    if (this.tooNear[site] === 0) return found;
    for (let e = conflictStart[site]; e < conflictStart[site + 1]; e++) {
      if (this.chosen[conflict[e]]) found.push(conflict[e]);
    }
    return found;
  }

  list(): Int32Array {
    const sites = new Int32Array(this.count);
    for (let s = 0, k = 0; s < this.chosen.length; s++) if (this.chosen[s]) sites[k++] = s;
    return sites;
  }
}
