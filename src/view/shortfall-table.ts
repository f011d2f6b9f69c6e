import { WHOLE_AREA } from '../core/analysis/coverage.ts';
import { missingText } from '../core/report/shortfall-sentence.ts';
import { standardFormula as formulaWords, type SaidStandard } from '../core/report/standard-formula.ts';
import type { StandardRow, StandardState } from '../core/standards/row.ts';
import type { Standard } from '../core/standards/standard.ts';
import type { Figure } from './coverage-figures.ts';
import { type FindingPart, sentenceParts } from './finding.ts';
import { type DistrictNames, districtName } from './names.ts';
import { formatCount, formatHeadline, formatPerPerson } from './numbers.ts';
import type { Language, Say } from './words/index.ts';

export interface ShortfallLine {
  district: number;
  name: string;
  state: StandardState;
  stateName: string;
  value: number;
  shortfall: number;
  peopleConcerned: number;
}

export type ShortfallColumn = 'name' | 'stateName' | 'value' | 'shortfall' | 'peopleConcerned';

export function shortfallLines(
  rows: readonly StandardRow[],
  level: string,
  districts: DistrictNames | undefined,
  say: Say,
): ShortfallLine[] {
  return rows
    .filter((row) => row.level === level)
    .map((row) => ({
      district: row.district,
      name: districtName(row.district, districts, say),
      state: row.state,
      stateName: say(`state.${row.state}`),
      value: row.value,
      shortfall: row.shortfall,
      peopleConcerned: row.peopleConcerned,
    }));
}

/** How many districts of a level are short, of those that can be judged, and what they miss together. */
export interface ShortfallSummary {
  judged: number;
  short: number;
  missing: number;
  people: number;
}

export function shortfallSummary(lines: readonly ShortfallLine[]): ShortfallSummary {
  const judged = lines.filter((line) => line.state === 'met' || line.state === 'short');
  const short = judged.filter((line) => line.state === 'short');
  return {
    judged: judged.length,
    short: short.length,
    missing: short.reduce((sum, line) => sum + line.shortfall, 0),
    people: short.reduce((sum, line) => sum + line.peopleConcerned, 0),
  };
}

export function shortfallFinding(
  whole: StandardRow,
  standard: Standard,
  summary: ShortfallSummary,
  levelWord: string,
  say: Say,
  language: Language,
): FindingPart[] {
  const figures: Record<string, string> = {
    people: formatHeadline(whole.residents, language),
    value: formatPerPerson(whole.value, language),
    judged: formatCount(summary.judged, language),
    short: formatCount(summary.short, language),
    missing: formatHeadline(summary.missing, language),
  };
  const words = { limit: String(standard.value), level: levelWord, state: say(`state.${whole.state}`) };
  const key =
    whole.state !== 'met' && whole.state !== 'short'
      ? 'shortfallUnknown'
      : summary.judged === 0
        ? 'shortfallWhole'
        : summary.short > 0
          ? 'shortfall'
          : 'shortfallNone';
  return sentenceParts((values) => say(`screen.finding.${key}`, values), figures, words);
}

/** `1,250 m² ÷ 21,340 人 = 0.059 m²/人 < 0.1`: the formula with its numbers; of other rules in the words of the report. */
export function standardFormula(row: StandardRow, said: SaidStandard, say: Say, language: Language): string {
  const { standard } = said;
  const isPerPerson = standard.rule.kind === 'ratio' && standard.unit === 'm2/person';
  if (!isPerPerson || row.state === 'not-judged') {
    if (row.missing) return missingText(row.missing, say);
    return row.state === 'no-people' ? say('state.no-people') : formulaWords(said, row, say);
  }
  return say(`screen.formula.${row.state}`, {
    supply: formatCount(row.numerator, language),
    people: formatCount(row.denominator, language),
    value: formatPerPerson(row.value, language),
    sign:
      row.state === 'met' ? (standard.operator === '>' ? '>' : '≥') : standard.operator === '>' ? '≤' : '<',
    limit: String(standard.value),
    shortfall: formatCount(row.shortfall, language),
    unsurveyed: formatCount(row.unsurveyed, language),
    facilities: formatCount(row.facilities, language),
  });
}

export function wholeAreaStandard(rows: readonly StandardRow[]): StandardRow | undefined {
  return rows.find((row) => row.district === WHOLE_AREA);
}

/** Key figures: per person in all, districts short, m² missing. */
export function shortfallFigures(
  whole: StandardRow,
  summary: ShortfallSummary,
  say: Say,
  language: Language,
): Figure[] {
  return [
    {
      id: 'per-person',
      label: say('screen.figure.perPerson'),
      value: formatPerPerson(whole.value, language),
      unit: 'm²',
    },
    {
      id: 'short',
      label: say('screen.figure.short'),
      value: formatCount(summary.short, language),
      unit: `/ ${formatCount(summary.judged, language)}`,
    },
    {
      id: 'missing',
      label: say('screen.figure.missing'),
      value: formatHeadline(summary.missing, language),
      unit: 'm²',
    },
  ];
}
