import { type CoverageRow, type Limit, type ReachMethod, WHOLE_AREA } from '../core/analysis/coverage.ts';
import type { DemandUnit } from '../core/dataset/demand.ts';
import type { ServiceId } from '../core/dataset/services.ts';
import { type FindingPart, sentenceParts } from './finding.ts';
import { limitWords } from './limits.ts';
import { groupName, serviceInSentence } from './names.ts';
import { formatFactor, formatHeadline, formatShare, formatSpeed } from './numbers.ts';
import type { Language, Say } from './words/index.ts';

export type ReadingName = ReachMethod;

/** What is asked of a coverage result. */
export interface CoverageQuestion {
  service: ServiceId;
  group: string;
  unit: DemandUnit;
  limitMeters: number;
  /** The limit as it was asked for, when that was a time; then the speed matters. */
  limitMinutes?: number;
  metersPerSecond?: number;
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
  { limitMeters, limitMinutes, reading }: Pick<CoverageQuestion, 'limitMeters' | 'limitMinutes' | 'reading'>,
): CoverageRow[] {
  return rows.filter(
    (row) => row.limitMeters === limitMeters && row.limitMinutes === limitMinutes && row.method === reading,
  );
}

export function methodWords(
  { reading, detourFactor }: Pick<CoverageQuestion, 'reading' | 'detourFactor'>,
  say: Say,
  language: Language,
): string {
  if (reading === 'network') return say('method.network');
  return reading === 'detour' && detourFactor !== null
    ? say('screen.method.detour', { factor: formatFactor(detourFactor, language) })
    : say('method.straight');
}

/** The method, with the speed where the limit is a time. */
export function methodAndSpeed(question: CoverageQuestion, say: Say, language: Language): string {
  const method = methodWords(question, say, language);
  const { limitMinutes, metersPerSecond } = question;
  return limitMinutes === undefined || metersPerSecond === undefined
    ? method
    : say('screen.method.atSpeed', { method, speed: formatSpeed(metersPerSecond, language) });
}

/** The limit of a question in the shape core has for it. */
export function limitOf({ limitMeters, limitMinutes }: CoverageQuestion): Limit {
  return limitMinutes === undefined
    ? { meters: limitMeters }
    : { meters: limitMeters, minutes: limitMinutes };
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
    limit: limitWords(limitOf(question), say, language),
    method: methodAndSpeed(question, say, language),
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
