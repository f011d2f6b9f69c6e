import {
  type Bins,
  type BinTotals,
  binTotals,
  oneBin,
  type Ranking,
  rankPlaces,
} from '../../../src/core/fairness/ranking.ts';
import { runSync } from '../../../src/core/task.ts';

/** Places with a value per person and people, ranked and summed: what a single measure takes. */
export function rankedWorld(
  values: number[],
  people: number[],
  bins: Bins = oneBin(values.length),
): { ranking: Ranking; bins: Bins; totals: BinTotals } {
  const ranking = runSync(rankPlaces(Float64Array.from(values), Float64Array.from(people)));
  return { ranking, bins, totals: runSync(binTotals(ranking, bins)) };
}
