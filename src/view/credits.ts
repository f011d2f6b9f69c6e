import type { SourceSummary } from '../core/project/load.ts';
import { type CoverageQuestion, methodAndSpeed } from './coverage-finding.ts';
import type { Language, Say } from './words/index.ts';

/** Source and method in one line: which files, from where distance is measured, and how. */
export function creditLine(
  { sources, demand }: { sources: readonly SourceSummary[]; demand: { kind: 'cells' | 'points' } },
  question: CoverageQuestion,
  step: 'coverage' | 'shortfall',
  say: Say,
  language: Language,
): string {
  const files = sources
    .filter(({ role }) => role === 'people' || role === 'facilities')
    .map(({ file }) => file);
  return say(`screen.credits.${step === 'shortfall' ? step : demand.kind}`, {
    files: files.join(language === 'zh' ? '、' : ', '),
    method: methodAndSpeed(question, say, language),
  });
}
