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

/** How the standard that is looked at is computed, for the line of sources and methods; of all of them, in one sentence. */
export function standardMethod(result: StandardResult | undefined, say: Say, language: Language): string {
  if (!result) return say('standards.method.all');
  const kind = say(`standards.method.${result.standard.rule.kind}`);
  const { reach } = result;
  return reach ? `${kind}${language === 'zh' ? '，' : ', '}${say(`method.${reach.reading}`)}` : kind;
}
