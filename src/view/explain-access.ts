import type { StandardResult } from '../core/standards/evaluate.ts';
import { formatCount, formatPerPerson } from './numbers.ts';
import type { Language, Say } from './words/index.ts';

/** What one person of a place has within the catchments that reach it, held against the standard. Undefined where nothing is shared. */
export function explainAccess(
  { standard, catchment }: StandardResult,
  place: number,
  say: Say,
  language: Language,
) {
  if (!catchment || typeof standard.value !== 'number') return undefined;
  const access = catchment.access[place];
  const isMet = access >= standard.value;
  const key = isMet ? 'met' : access > 0 ? 'short' : 'none';
  return {
    isMet,
    text: say(`screen.card.access.${key}`, {
      radius: formatCount(catchment.limitMeters, language),
      value: formatPerPerson(access, language),
      limit: standard.value,
    }),
  };
}
