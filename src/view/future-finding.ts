import { WHOLE_AREA } from '../core/analysis/coverage.ts';
import type { NeedRow, NeedState } from '../core/forecast/need.ts';
import { takeUpOf } from '../core/project/forecast-settings.ts';
import type { FutureAnswer } from '../core/project/future.ts';
import { countedUnit } from './capacity-words.ts';
import type { Figure } from './coverage-figures.ts';
import { STATE_LOOKS } from './district-paint.ts';
import { type FindingPart, sentenceParts } from './finding.ts';
import type { LegendRow } from './legend.ts';
import { type DistrictNames, districtName, groupName, serviceInSentence } from './names.ts';
import { formatCount, formatHeadline, formatShare } from './numbers.ts';
import type { Language, Say } from './words/index.ts';

export function futureYears({ rows }: Pick<FutureAnswer, 'rows'>): number[] {
  return [...new Set(rows.map((row) => row.year))].sort((a, b) => a - b);
}

/** The year that is shown: the chosen one where it is there, else the last. */
export function shownYear(answer: Pick<FutureAnswer, 'rows'>, wanted: number | undefined): number {
  const years = futureYears(answer);
  return years.find((year) => year === wanted) ?? years[years.length - 1];
}

export function needRow(
  { rows }: Pick<FutureAnswer, 'rows'>,
  year: number,
  district = WHOLE_AREA,
): NeedRow | undefined {
  return rows.find((row) => row.year === year && row.district === district);
}

/** 「2035 年 3–5 岁儿童预计 11,118 人，需要 11,118 个学位，可有 20,070 个：富余 8,952 个。」 */
export function futureFinding(
  answer: FutureAnswer,
  year: number,
  say: Say,
  language: Language,
  district = WHOLE_AREA,
): FindingPart[] {
  const row = needRow(answer, year, district);
  const { question } = answer;
  const words = {
    year: String(year),
    group: groupName(question.group, say),
    service: serviceInSentence(question.service, language),
    unit: countedUnit(question.service, question.supply, say),
  };
  if (!row || (row.state !== 'met' && row.state !== 'short')) {
    const state = row?.state ?? 'not-computable';
    return sentenceParts((all) => say(`future.finding.${state}`, all), {}, words);
  }
  const figures = {
    people: formatHeadline(row.people, language),
    need: formatHeadline(row.need, language),
    supply: formatHeadline(row.supply, language),
    balance: formatHeadline(Math.abs(row.balance), language),
  };
  return sentenceParts((all) => say(`future.finding.${row.state}`, all), figures, words);
}

/** The balance of every year in a figure each: three of the years to come large, the others and the start below. */
export function futureFigures(answer: FutureAnswer, say: Say, language: Language): Figure[] {
  const [start, ...later] = futureYears(answer);
  return [...later, start].map((year, k) => {
    const row = needRow(answer, year);
    const balance = row?.balance ?? Number.NaN;
    const state = Number.isNaN(balance) ? 'none' : balance < 0 ? 'short' : 'enough';
    return {
      id: `balance-${year}`,
      label: say(`future.figure.${state}`, { year }),
      value: formatHeadline(Math.abs(balance), language),
      ...(k >= 3 || year === start ? { isMinor: true } : {}),
    };
  });
}

/** What it rests on: births and deaths, how ages were estimated, planned and unsurveyed facilities, housing that stands nowhere. */
export function futureNotes(answer: FutureAnswer, say: Say, language: Language): string[] {
  const { accounts, supply, housing, forecast, question } = answer;
  const count = (value: number) => formatCount(value, language);
  const last = accounts[accounts.length - 1];
  const unit = countedUnit(question.service, question.supply, say);
  const notes = [
    say(`future.note.account.${forecast.survival}`, {
      from: forecast.startYear,
      to: last.year,
      people: count(last.people),
      births: count(last.births),
      deaths: count(last.deaths),
      moves: count(last.moves),
    }),
    say('future.note.takeUp', {
      share: formatShare(takeUpOf(forecast, question.service), language),
      group: groupName(question.group, say),
    }),
  ];
  const ages = answer.issues.find((issue) => issue.code === 'ages-split');
  if (ages) notes.push(say('issue.ages-split', { ...ages.values }));
  if (supply.plannedCounted > 0) {
    const amount = count(supply.plannedAmount);
    notes.push(
      say('future.note.planned', {
        count: supply.plannedCounted,
        amount,
        unit,
        year: forecast.openingYear,
      }),
    );
  }
  const unknown = supply.unsurveyed + supply.plannedUnsurveyed;
  if (unknown > 0) notes.push(say('future.note.unsurveyed', { count: unknown, unit }));
  if (supply.elsewhere > 0) {
    notes.push(say('future.note.elsewhere', { amount: count(supply.elsewhere), unit }));
  }
  if (housing.unplaced.length > 0)
    notes.push(say('future.note.unplaced', { count: housing.unplaced.length }));
  return notes;
}

/** A line of the table by district in one year. */
export interface FutureLine {
  district: number;
  name: string;
  state: NeedState;
  people: number;
  need: number;
  supply: number;
  balance: number;
}

export function futureLines(
  { rows }: FutureAnswer,
  year: number,
  districts: DistrictNames | undefined,
  say: Say,
): FutureLine[] {
  return rows
    .filter((row) => row.year === year && (row.district !== WHOLE_AREA || !districts))
    .map(({ district, state, people, need, supply, balance }) => ({
      district,
      name: districtName(district, districts, say),
      state,
      people,
      need,
      supply,
      balance,
    }));
}

/** State of every district row in a year, for the map. */
export function needStates({ rows }: FutureAnswer, year: number, count: number): (NeedState | '')[] {
  const states: (NeedState | '')[] = new Array(count).fill('');
  for (const row of rows) if (row.year === year && row.district >= 0) states[row.district] = row.state;
  return states;
}

const STATES: readonly NeedState[] = ['met', 'short', 'not-surveyed', 'no-people', 'not-computable'];

/** Legend of the districts in a year: how many are in each state, and their people of the group. */
export function needLegend(answer: FutureAnswer, year: number, say: Say, language: Language): LegendRow[] {
  const rows = answer.rows.filter((row) => row.year === year && row.district >= 0);
  const total = rows.reduce((sum, row) => sum + (row.people || 0), 0);
  return STATES.flatMap((state) => {
    const own = rows.filter((row) => row.state === state);
    if (own.length === 0) return [];
    const people = own.reduce((sum, row) => sum + (row.people || 0), 0);
    return [
      {
        id: state,
        label: say('future.legend.state', {
          state: say(`future.state.${state}`),
          count: formatCount(own.length, language),
        }),
        ...STATE_LOOKS[state],
        amount: `${formatCount(people, language)} ${say('unit.people')}`,
        share: formatShare(total > 0 ? people / total : Number.NaN, language),
      },
    ];
  });
}
