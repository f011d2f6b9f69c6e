import { costRoom, type Rules } from './rules.ts';

/**
 * The most that any allowed set of sites can be worth when each site is worth `value[s]` on its own: the best `most`
 * sites, or the budget filled in order of value for money with a part of the last one, whichever says less. Spacing is
 * left out: the bound stays one. `taken[s]` receives how much of each site is in (0 … 1).
 */
export class BestChoice {
  private readonly rules: Rules;
  private readonly candidates: Int32Array;
  private readonly sorted: Float64Array;
  readonly taken: Float64Array;

  constructor(rules: Rules) {
    this.rules = rules;
    const candidates: number[] = [];
    for (let s = 0; s < rules.sites; s++) if (!rules.locked[s] && !rules.barred[s]) candidates.push(s);
    this.candidates = Int32Array.from(candidates);
    this.sorted = new Float64Array(candidates.length);
    this.taken = new Float64Array(rules.sites);
  }

  take(value: Float64Array): number {
    const byNumber = this.byNumber(value);
    if (!Number.isFinite(this.rules.costLimit)) return byNumber;
    const taken = this.taken.slice();
    const byCost = this.byCost(value);
    if (byCost <= byNumber) return byCost;
    this.taken.set(taken);
    return byNumber;
  }

  private byNumber(value: Float64Array): number {
    const { candidates, sorted, taken } = this;
    const most = Math.min(this.rules.most, candidates.length);
    taken.fill(0);
    if (most === 0) return 0;
    for (let k = 0; k < candidates.length; k++) sorted[k] = value[candidates[k]];
    const threshold = Math.max(0, nthLargest(sorted, most));
    let sum = 0;
    let left = most;
    for (const s of candidates) {
      if (value[s] <= threshold) continue;
      taken[s] = 1;
      sum += value[s];
      left--;
    }
    // Those just at the threshold, earlier sites first.
    for (let k = 0; k < candidates.length && left > 0 && threshold > 0; k++) {
      if (value[candidates[k]] !== threshold) continue;
      taken[candidates[k]] = 1;
      sum += threshold;
      left--;
    }
    return sum;
  }

  private byCost(value: Float64Array): number {
    const { cost, costLimit } = this.rules;
    const worth = Array.from(this.candidates).filter((s) => value[s] > 0);
    worth.sort((a, b) => value[b] * cost[a] - value[a] * cost[b] || a - b);
    this.taken.fill(0);
    let left = costRoom(costLimit);
    let sum = 0;
    for (const s of worth) {
      const part = cost[s] <= left ? 1 : left / cost[s];
      this.taken[s] = part;
      sum += part * value[s];
      left -= part * cost[s];
      if (part < 1) break;
    }
    return sum;
  }
}

/** The n-th largest of the values (n ≥ 1), which are reordered: quickselect by the median of three. */
export function nthLargest(values: Float64Array, n: number): number {
  let [low, high] = [0, values.length - 1];
  const at = values.length - n;
  while (low < high) {
    const pivot = medianOfThree(values[low], values[(low + high) >> 1], values[high]);
    let [i, j] = [low, high];
    while (i <= j) {
      while (values[i] < pivot) i++;
      while (values[j] > pivot) j--;
      if (i > j) break;
      const swapped = values[i];
      values[i++] = values[j];
      values[j--] = swapped;
    }
    if (at <= j) high = j;
    else if (at >= i) low = i;
    else break;
  }
  return values[at];
}

function medianOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
