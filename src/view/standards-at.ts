import type { StandardResult } from '../core/standards/evaluate.ts';
import type { CardLine } from './explain-place.ts';
import { formatPerPerson } from './numbers.ts';
import type { Language, Say } from './words/index.ts';

/** The standards that fail at one place, each with by how much: what is shared there, or that nothing is within reach. */
export function failuresAt(
  results: readonly StandardResult[],
  place: number,
  say: Say,
  language: Language,
): CardLine[] {
  return results.flatMap(({ standard, catchment, places }) => {
    const label = standard[language];
    if (catchment && typeof standard.value === 'number') {
      const access = catchment.access[place];
      if (access >= standard.value || Number.isNaN(catchment.shortfall)) return [];
      return [{ label, value: `${formatPerPerson(access, language)} < ${standard.value}` }];
    }
    const isReach = standard.rule.kind === 'coverage' || standard.rule.kind === 'coverage-of-all';
    if (!isReach || !places || places[place] >= 1) return [];
    return [{ label, value: say(places[place] > 0 ? 'standards.partly' : 'standards.beyond') }];
  });
}
