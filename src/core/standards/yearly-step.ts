import { yearlyStep } from '../forecast/yearly-step.ts';
import type { StandardRow } from './row.ts';
import { compare } from './verdict.ts';

/**
 * Change of a value a year that still leads from the year judged to the target in its year; undefined when there is no
 * time left, nothing is short, or the target has no year. Negative where a surplus is to go.
 */
export function stepOf(
  { operator, target, value, unit }: Pick<StandardRow, 'operator' | 'target' | 'value' | 'unit'>,
  year: number | null,
  targetYear: number | null,
): number | undefined {
  if (year === null || targetYear === null) return undefined;
  const found = compare(operator, target, value, unit);
  if (!found || found.isMet) return undefined;
  const direction = found.side === 'above' ? 'fall' : 'rise';
  const step = yearlyStep(value, found.goal, year, targetYear, direction);
  return step.state === 'on-the-way' ? step.perYear : undefined;
}
