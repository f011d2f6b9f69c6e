import { WHOLE_AREA } from '../core/analysis/coverage.ts';
import type { FairnessRow } from '../core/fairness/fairness.ts';
import type { FairnessAnswer, FairnessQuestion } from '../core/project/fairness.ts';
import { perPersonUnit } from './capacity-words.ts';
import type { Figure } from './coverage-figures.ts';
import { methodWords } from './coverage-finding.ts';
import { type FindingPart, sentenceParts } from './finding.ts';
import { limitWords } from './limits.ts';
import { type GroupCurve, lorenzSummary, shareOfLeast } from './lorenz-chart.ts';
import { groupName, serviceInSentence } from './names.ts';
import {
  formatCount,
  formatFactor,
  formatHeadline,
  formatMeters,
  formatPerPerson,
  formatShare,
} from './numbers.ts';
import type { Language, Say } from './words/index.ts';

/** What is compared, in words: metres to the nearest kindergarten, places per person. */
export function valueWord(question: FairnessQuestion, say: Say, language: Language): string {
  const service = serviceInSentence(question.service, language);
  return question.value === 'distance'
    ? say('fairness.value.distance', { service })
    : say('fairness.value.supply', { unit: perPersonUnit(question.service, question.supply, say) });
}

export function formatValue(question: FairnessQuestion, value: number, language: Language): string {
  if (question.value === 'distance') return formatMeters(value, language);
  return value === 0 ? '0' : formatPerPerson(value, language);
}

/** Row of the whole area of a group; the first group is the one asked about. */
export function wholeAreaFairness(
  { fairness, question }: FairnessAnswer,
  group: string = question.group,
): FairnessRow | undefined {
  return fairness.rows.find((row) => row.group === group && row.district === WHOLE_AREA);
}

/** 「3–5 岁儿童 18,828 人：最少的十分之一……」 or why nothing can be said. */
export function fairnessFinding(
  row: FairnessRow,
  question: FairnessQuestion,
  detourFactor: number | null,
  say: Say,
  language: Language,
): FindingPart[] {
  const words = {
    group: groupName(question.group, say),
    service: serviceInSentence(question.service, language),
    unit: perPersonUnit(question.service, question.supply, say),
    value: valueWord(question, say, language),
    limit: limitWords(question.limit, say, language),
    method: methodWords({ reading: question.reading, detourFactor }, say, language),
  };
  if (row.state !== 'computed') {
    return sentenceParts((all) => say(`fairness.finding.${row.state}`, all), {}, words);
  }
  const figures = {
    people: formatHeadline(row.people, language),
    gini: formatFactor(row.gini, language),
    p10: formatValue(question, row.p10, language),
    p90: formatValue(question, row.p90, language),
  };
  const key = question.value === 'supply' && row.p10 === 0 ? 'supplyNone' : question.value;
  return sentenceParts((all) => say(`fairness.finding.${key}`, all), figures, words);
}

/** People who are left out of the figures and why; undefined when nobody is. */
export function fairnessLeftOut(row: FairnessRow, say: Say, language: Language): string | undefined {
  const { unsurveyedPeople, unreachablePeople } = row;
  if (unsurveyedPeople + unreachablePeople === 0) return undefined;
  return say('fairness.leftOut', {
    unsurveyed: formatCount(unsurveyedPeople, language),
    unreachable: formatCount(unreachablePeople, language),
  });
}

export type IndexId = 'gini' | 'p90p10' | 'theil' | 'between' | 'palma';

/** An index with one plain sentence. */
export type IndexLine = Figure & { id: IndexId; explain: string };

/** Gini, P90/P10, Theil and its part between the districts of the level, and Palma where incomes are known. */
export function fairnessIndices(
  row: FairnessRow,
  { fairness, question }: FairnessAnswer,
  level: { id: string; name: string },
  say: Say,
  language: Language,
): IndexLine[] {
  const split = fairness.splits.find((one) => one.group === row.group && one.level === level.id);
  const number = (value: number) => (Number.isFinite(value) ? formatFactor(value, language) : '—');
  const line = (id: IndexId, value: string, values: Record<string, string> = {}): IndexLine => ({
    id,
    label: say(`fairness.index.${id}`, { level: level.name }),
    value,
    explain: say(`fairness.explain.${id}`, { level: level.name, ...values }),
  });
  const kind = question.value;
  const ratio = row.p90p10 === Number.POSITIVE_INFINITY ? say('fairness.noRatio') : number(row.p90p10);
  return [
    line('gini', number(row.gini)),
    {
      ...line('p90p10', ratio),
      explain: say(`fairness.explain.p90p10.${row.p90p10 === Number.POSITIVE_INFINITY ? 'none' : kind}`),
    },
    line('theil', number(row.theil)),
    ...(split && split.total > 0
      ? [line('between', `${Math.round((split.between / split.total) * 100)}%`)]
      : []),
    ...(Number.isNaN(row.palma) ? [] : [line('palma', number(row.palma))]),
  ];
}

/** What stands at the axis: shorter than the whole name. */
export function axisWord({ value, service, supply }: FairnessQuestion, say: Say): string {
  return value === 'distance'
    ? say('fairness.axis.distance')
    : say('fairness.value.supply', { unit: perPersonUnit(service, supply, say) });
}

/** The curves in sentences, and which line is whose. */
export function lorenzText(answer: FairnessAnswer, say: Say, language: Language): string {
  const curves = fairnessCurves(answer);
  const lines = curves
    .map(({ group }, k) =>
      say(`fairness.line.${k === 0 ? 'solid' : 'dashed'}`, { group: groupName(group, say) }),
    )
    .join('');
  const word = axisWord(answer.question, say);
  const told =
    answer.question.value === 'supply'
      ? lorenzSummary(curves, word, say, language)
      : curves
          .map(({ group, points, gini }) =>
            say('fairness.nearHalf', {
              group: groupName(group, say),
              half: formatShare(shareOfLeast(points, 0.5), language),
              gini: formatFactor(gini, language),
            }),
          )
          .join(language === 'zh' ? '' : ' ');
  return `${told}${language === 'zh' ? '' : ' '}${lines}${say('fairness.line.equal')}`;
}

/** The curve of the group asked about, and of everybody beside it. */
export function fairnessCurves(answer: FairnessAnswer): GroupCurve[] {
  const wanted = new Set([answer.question.group, 'people']);
  return answer.fairness.curves
    .filter((curve) => wanted.has(curve.group))
    .map(({ group, points }) => ({
      group,
      points,
      gini: wholeAreaFairness(answer, group)?.gini ?? Number.NaN,
    }));
}
