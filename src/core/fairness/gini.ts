import { ExactSums } from '../exact-sums.ts';
import { BLOCK, type Task } from '../task.ts';
import type { Bins, BinTotals, Ranking } from './ranking.ts';

/**
 * Gini coefficient of a value per person, weighted by people, a bin each (Gini 1912; the mean-difference form of Sen 1973):
 *   G = Σᵢ Σⱼ wᵢ·wⱼ·|vᵢ − vⱼ| / (2·W²·μ),  W = Σ w, μ = Σ w·v / W.
 * Everybody of a place has the place's value; no correction for small samples, so a city counted twice has the same G.
 * 0: all the same, exactly. Towards 1: one person has everything. Zeros count in full. It equals 1 − 2 × the area under the
 * Lorenz curve. NaN where nobody is ranked or nobody has anything. Values must not be negative.
 */
export function* gini(
  { values, people, places }: Ranking,
  bins: Bins,
  totals: BinTotals,
): Task<Float64Array> {
  const sums = new ExactSums(bins.count);
  const passed = new Float64Array(bins.count);
  // Σ over the people passed of (value here − their value): grows by steps ≥ 0, so that nothing cancels.
  const ahead = new Float64Array(bins.count);
  const last = new Float64Array(bins.count);
  for (let k = 0; k < places.length; k++) {
    const place = places[k];
    const bin = bins.of[place];
    ahead[bin] += passed[bin] * (values[place] - last[bin]);
    sums.add(bin, people[place] * ahead[bin]);
    passed[bin] += people[place];
    last[bin] = values[place];
    if (k % BLOCK === 0) yield { phase: 'measure-fairness', done: k, total: places.length };
  }
  return sums
    .values()
    .map((sum, bin) => (totals.amount[bin] > 0 ? sum / totals.people[bin] / totals.amount[bin] : Number.NaN));
}
