import { BLOCK, type Task } from '../task.ts';
import type { Bins, BinTotals, Ranking } from './ranking.ts';

/**
 * Percentiles of a value per person, weighted by people, a bin each: the least value v that occurs for which at least
 * `percent` of the people have ≤ v (inverse of the distribution function; definition 1 of Hyndman & Fan 1996). No interpolation: the answer
 * is what somebody has, and a city counted twice has the same percentiles. NaN where nobody is ranked.
 */
export function* percentile(
  { values, people, places }: Ranking,
  bins: Bins,
  totals: BinTotals,
  percent: number,
): Task<Float64Array> {
  // Rounding may leave the running sum a bit short of everybody: the highest value is then the answer.
  const found = totals.highest.slice();
  const isFound = new Uint8Array(bins.count);
  const passed = new Float64Array(bins.count);
  for (let k = 0; k < places.length; k++) {
    const place = places[k];
    const bin = bins.of[place];
    passed[bin] += people[place];
    // × 100 and not ÷ 100: whole people then compare exactly.
    if (!isFound[bin] && passed[bin] * 100 >= totals.people[bin] * percent) {
      found[bin] = values[place];
      isFound[bin] = 1;
    }
    if (k % BLOCK === 0) yield { phase: 'measure-fairness', done: k, total: places.length };
  }
  return found;
}
