import { ExactSums, exactSum } from '../exact-sums.ts';
import { naturalLogarithm } from '../logarithm.ts';
import { BLOCK, type Task } from '../task.ts';
import type { Bins, BinTotals, Ranking } from './ranking.ts';

/** How much of an inequality lies between districts, and how much inside them. `within + between = total`. */
export interface TheilSplit {
  total: number;
  within: number;
  between: number;
  /** By bin: its part of `within` (share of the amount × its own Theil) and of `between`, which may be negative. */
  withinOf: Float64Array;
  betweenOf: Float64Array;
}

/**
 * Theil's T of a value per person, weighted by people, a bin each (Theil 1967):
 *   T = Σᵢ (wᵢ·vᵢ / Σ w·v) · ln(vᵢ / μ).
 * 0: all the same, exactly; at most ln(people). A value of 0 adds 0 (the limit of x·ln x). NaN where nobody is ranked or
 * nobody has anything. Values must not be negative.
 */
export function* theil(
  { values, people, places }: Ranking,
  bins: Bins,
  totals: BinTotals,
): Task<Float64Array> {
  const sums = new ExactSums(bins.count);
  for (let k = 0; k < places.length; k++) {
    const place = places[k];
    const bin = bins.of[place];
    const value = values[place];
    // Alike to the last bit: the mean may still be rounded, and its logarithm not quite 0.
    const ofMean = value / (totals.amount[bin] / totals.people[bin]);
    if (ofMean > 0 && totals.lowest[bin] !== totals.highest[bin]) {
      sums.add(bin, ((people[place] * value) / totals.amount[bin]) * naturalLogarithm(ofMean));
    }
    if (k % BLOCK === 0) yield { phase: 'measure-fairness', done: k, total: places.length };
  }
  return sums.values().map((sum, bin) => (totals.amount[bin] > 0 ? Math.max(0, sum) : Number.NaN));
}

/**
 * T of the whole = Σ share of the amount × T inside + Σ share of the amount × ln(mean of the bin / mean of all)
 * (Shorrocks 1980). `total` is T of the whole, computed without the bins; `of` is T of each bin.
 */
export function theilSplit(total: number, of: Float64Array, totals: BinTotals): TheilSplit {
  const amount = exactSum(totals.amount);
  const mean = amount / exactSum(totals.people);
  const share = totals.amount.map((one) => one / amount);
  const withinOf = share.map((part, bin) => (part > 0 ? part * of[bin] : 0));
  const betweenOf = share.map((part, bin) => {
    return part > 0 ? part * naturalLogarithm(totals.amount[bin] / totals.people[bin] / mean) : 0;
  });
  if (!(amount > 0)) return { total, within: Number.NaN, between: Number.NaN, withinOf, betweenOf };
  return { total, within: exactSum(withinOf), between: exactSum(betweenOf), withinOf, betweenOf };
}
