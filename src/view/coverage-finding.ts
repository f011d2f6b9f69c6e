import { type CoverageRow, WHOLE_AREA } from '../core/analysis/coverage.ts';
import type { DemandUnit } from '../core/dataset/demand.ts';
import type { ServiceId } from '../core/dataset/services.ts';
import { type FindingPart, sentenceParts } from './finding.ts';
import { groupName, serviceInSentence } from './names.ts';
import { formatFactor, formatHeadline, formatMeters, formatShare } from './numbers.ts';
import type { Language, Say } from './words/index.ts';

export type ReadingName = 'straight' | 'detour';

/** What is asked of a coverage result. */
export interface CoverageQuestion {
  service: ServiceId;
  group: string;
  unit: DemandUnit;
  limitMeters: number;
  reading: ReadingName;
  detourFactor: number | null;
}

/** The row of the whole area under the chosen limit and reading. */
export function wholeAreaRow(
  rows: readonly CoverageRow[],
  question: CoverageQuestion,
): CoverageRow | undefined {
  return rowsOf(rows, question).find((row) => row.district === WHOLE_AREA);
}

export function rowsOf(
  rows: readonly CoverageRow[],
  { limitMeters, reading }: Pick<CoverageQuestion, 'limitMeters' | 'reading'>,
): CoverageRow[] {
  return rows.filter((row) => row.limitMeters === limitMeters && row.method === reading);
}

export function methodWords(
  reading: ReadingName,
  factor: number | null,
  say: Say,
  language: Language,
): string {
  return reading === 'detour' && factor !== null
    ? say('screen.method.detour', { factor: formatFactor(factor, language) })
    : say('method.straight');
}

/** 「3–5 岁儿童 21,340 人中，78.3% 在 500 米（直线距离）内有幼儿园；4,630 人没有。」 */
export function coverageFinding(
  row: CoverageRow,
  question: CoverageQuestion,
  say: Say,
  language: Language,
): FindingPart[] {
  const unit = say(`unit.${question.unit}`);
  const words = {
    group: groupName(question.group, say),
    unit,
    limit: formatMeters(question.limitMeters, language),
    method: methodWords(question.reading, question.detourFactor, say, language),
    service: serviceInSentence(question.service, language),
  };
  if (!(row.total > 0)) {
    return sentenceParts((values) => say('screen.finding.coverageNobody', values), {}, words);
  }
  const uncovered = row.total - row.covered;
  const key = uncovered > 0 ? 'coverage' : 'coverageAll';
  return sentenceParts(
    (values) => say(`screen.finding.${key}`, values),
    {
      total: formatHeadline(row.total, language),
      share: formatShare(row.share, language),
      uncovered: formatHeadline(uncovered, language),
    },
    words,
  );
}
