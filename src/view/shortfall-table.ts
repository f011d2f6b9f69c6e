import { WHOLE_AREA } from '../core/analysis/coverage.ts';
import { missingText } from '../core/report/shortfall-sentence.ts';
import { standardFormula as formulaWords, type SaidStandard } from '../core/report/standard-formula.ts';
import { goalSign, plain, unitText } from '../core/report/standard-numbers.ts';
import type { StandardRow, StandardState } from '../core/standards/row.ts';
import type { Standard } from '../core/standards/standard.ts';
import type { Figure } from './coverage-figures.ts';
import { type FindingPart, sentenceParts } from './finding.ts';
import { type DistrictNames, districtName } from './names.ts';
import { formatCount, formatHeadline, NO_VALUE } from './numbers.ts';
import type { Language, Say } from './words/index.ts';
import { workText, workUnit } from './work-list.ts';

export interface ShortfallLine {
  district: number;
  name: string;
  state: StandardState;
  stateName: string;
  value: number;
  /** The value in its unit, as it is written in a table. */
  valueText: string;
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
      valueText: valueText(row),
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

/** The value alone: percent with one digit, a small number with three. */
function valueText({ value, unit }: StandardRow): string {
  if (!Number.isFinite(value)) return NO_VALUE;
  if (unit.startsWith('%')) return `${value.toFixed(1)}%`;
  return Math.abs(value) < 10 ? value.toFixed(3) : plain(Number(value.toFixed(1)));
}

/** How the whole area stands against the standard, and how many districts of the level do not meet it. */
export function shortfallFinding(
  whole: StandardRow,
  standard: Standard,
  summary: ShortfallSummary,
  levelWord: string,
  say: Say,
  language: Language,
): FindingPart[] {
  const isReach = standard.rule.kind === 'coverage' || standard.rule.kind === 'coverage-of-all';
  const hasVerdict = whole.state === 'met' || whole.state === 'short';
  const figures: Record<string, string> = {
    value: valueText(whole),
    people: formatHeadline(whole.peopleConcerned, language),
    judged: formatCount(summary.judged, language),
    short: formatCount(summary.short, language),
    ...(whole.state === 'short' ? { missing: workText(whole, say).slice(1) } : {}),
  };
  const words = {
    name: standard[language],
    goal: isReach
      ? goalSign('>=', whole.target, '%', say)
      : goalSign(whole.operator, whole.target, whole.unit, say),
    unit: whole.unit.startsWith('%') ? '' : unitText(whole.unit, say),
    level: levelWord,
    state: say(`state.${whole.state}`),
  };
  const verdict = isReach && whole.state === 'short' ? 'notReached' : whole.state;
  const parts = [hasVerdict ? verdict : 'unknown', summary.judged > 0 ? 'Districts' : ''];
  return sentenceParts((values) => say(`standards.one.${parts.join('')}`, values), figures, words);
}

/** The formula with its numbers, or why there is none. */
export function standardFormula(row: StandardRow, said: SaidStandard, say: Say): string {
  if (row.missing) return missingText(row.missing, say);
  return row.state === 'no-people' ? say('state.no-people') : formulaWords(said, row, say);
}

export function wholeAreaStandard(rows: readonly StandardRow[]): StandardRow | undefined {
  return rows.find((row) => row.district === WHOLE_AREA);
}

/** Key figures: the value, districts short, and what is missing in the whole area. */
export function shortfallFigures(
  whole: StandardRow,
  summary: ShortfallSummary,
  say: Say,
  language: Language,
): Figure[] {
  return [
    {
      id: 'value',
      label: say('screen.column.value'),
      value: valueText(whole),
      unit: whole.unit.startsWith('%') ? '' : unitText(whole.unit, say),
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
      value: whole.state === 'short' ? formatHeadline(Math.ceil(whole.shortfall), language) : NO_VALUE,
      unit: whole.state === 'short' ? workUnit(whole.shortfallUnit, say) : '',
    },
  ];
}
