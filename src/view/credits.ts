import type { SourceSummary } from '../core/project/load.ts';
import { type CoverageQuestion, methodAndSpeed } from './coverage-finding.ts';
import type { Language, Say } from './words/index.ts';

/** Source and method in one line: which files, from where distance is measured, and how. */
export function creditLine(
  { sources, demand }: { sources: readonly SourceSummary[]; demand: { kind: 'cells' | 'points' } },
  question: CoverageQuestion,
  step: 'coverage' | 'shortfall' | 'circle' | 'capacity' | 'fairness' | 'future',
  say: Say,
  language: Language,
  ownMethod?: string,
): string {
  const files = sources
    .filter(({ role }) => role === 'people' || role === 'facilities')
    .map(({ file }) => file);
  const ofCoverage = question.reading === 'network' ? 'network' : demand.kind;
  const key = step === 'coverage' ? ofCoverage : step;
  return say(`screen.credits.${key}`, {
    files: files.join(language === 'zh' ? '、' : ', '),
    method: ownMethod ?? methodAndSpeed(question, say, language),
  });
}
