import type { CoverageRow } from '../core/analysis/coverage.ts';
import type { CoverageQuestion } from './coverage-finding.ts';
import { formatHeadline, formatShare } from './numbers.ts';
import type { Language, Say } from './words/index.ts';

/** A key figure, ready to be shown. */
export interface Figure {
  id: string;
  label: string;
  value: string;
  unit?: string;
  isMinor?: boolean;
}

/** Covered, not covered, share; and, but for the factor, people with none, one, several facilities to choose from. */
export function coverageFigures(
  row: CoverageRow,
  choice: { none: number; one: number; several: number } | undefined,
  question: CoverageQuestion,
  say: Say,
  language: Language,
): Figure[] {
  // In English the labels say that people are counted; a Chinese number wants its 人.
  const unit = language === 'en' && question.unit === 'people' ? '' : say(`unit.${question.unit}`);
  const amount = (id: string, value: number) => ({
    id,
    label: say(`screen.figure.${id}`),
    value: formatHeadline(value, language),
    unit,
  });
  const minor = (id: 'none' | 'one' | 'several') =>
    choice ? [{ ...amount(id, choice[id]), isMinor: true }] : [];
  return [
    amount('covered', row.covered),
    amount('uncovered', row.total - row.covered),
    { id: 'share', label: say('screen.figure.share'), value: formatShare(row.share, language) },
    // Facilities are counted as the crow flies or along the streets: beside the factor they would contradict the above.
    ...(question.reading !== 'detour' ? [...minor('none'), ...minor('one'), ...minor('several')] : []),
  ];
}
