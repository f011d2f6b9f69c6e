import { OUTSIDE_DISTRICTS, WHOLE_AREA } from '../analysis/coverage.ts';
import type { DistrictAssignment, Districts } from '../dataset/districts.ts';
import { ExactSums } from '../exact-sums.ts';
import { UnusableData } from '../issue.ts';
import type { Task } from '../task.ts';
import { gini } from './gini.ts';
import { type LorenzPoint, lorenz } from './lorenz.ts';
import { type PoorEnd, palma, rankByIncome } from './palma.ts';
import { percentile } from './percentiles.ts';
import { type Bins, type BinTotals, binsOf, binTotals, oneBin, type Ranking, rankPlaces } from './ranking.ts';
import { type TheilSplit, theil, theilSplit } from './theil.ts';

/**
 * `computed`; or why there is no figure: nobody lives there, nobody's value is known, nobody reaches anything, or everybody has 0
 * (equal, but of nothing: a coefficient of 0 would sound like praise).
 */
export type FairnessState = 'computed' | 'no-people' | 'not-surveyed' | 'unreachable' | 'nothing';

/** How unequally a value per person is spread among the people of a district, or of the whole area. */
export interface FairnessRow {
  group: string;
  /** As in `CoverageRow.district`. */
  district: number;
  level: string;
  state: FairnessState;
  /** People in the figures; left out and counted: value not surveyed (NaN), nothing reachable (Infinity). */
  people: number;
  unsurveyedPeople: number;
  unreachablePeople: number;
  /** Mean, percentiles in the unit of the value; NaN where nobody is in the figures. */
  mean: number;
  p10: number;
  p90: number;
  /** P90 / P10; Infinity where the tenth part has nothing. */
  p90p10: number;
  gini: number;
  theil: number;
  /** NaN without an income column. */
  palma: number;
}

/** Theil's T of a group, within and between the districts of one level; `parts` are the districts in it. */
export interface DistrictSplit extends Pick<TheilSplit, 'total' | 'within' | 'between'> {
  group: string;
  level: string;
  parts: { district: number; within: number; between: number }[];
}

export interface Fairness {
  rows: FairnessRow[];
  splits: DistrictSplit[];
  curves: { group: string; points: LorenzPoint[] }[];
}

export interface FairnessInput {
  /** Value per person by place: access, metres, places a person. NaN: not surveyed; Infinity: unreachable. */
  values: Float64Array;
  /** People by place, an age group each. */
  groups: { group: string; people: Float64Array }[];
  districts: Districts | undefined;
  assignment: DistrictAssignment;
  /** Income or deprivation by place, NaN where unknown: for the Palma ratio. */
  income?: { values: Float64Array; poor: PoorEnd };
}

/**
 * Every measure of fairness, for each group, for the whole area, every district of every level, and the places outside of
 * all districts. Rows come group by group, then as in `coverage`. Throws UnusableData `fairness-value-negative`.
 */
export function* fairness(input: FairnessInput): Task<Fairness> {
  refuseNegative(input.values);
  const result: Fairness = { rows: [], splits: [], curves: [] };
  for (const { group, people } of input.groups) {
    const ranking = yield* rankPlaces(input.values, people);
    const { values, income } = input;
    const byIncome = income ? yield* rankByIncome(values, people, income) : undefined;
    const whole = oneBin(people.length);
    const totals = yield* binTotals(ranking, whole);
    const all = yield* measures(ranking, byIncome, whole, totals);
    result.rows.push({ group, district: WHOLE_AREA, level: 'all', ...all(0) });
    result.curves.push({ group, points: yield* lorenz(ranking, whole, totals, 0) });
    for (let l = 0; l < (input.districts?.levels.length ?? 0); l++) {
      yield* addLevel(input, group, { ranking, byIncome }, l, all(0).theil, result);
    }
  }
  return result;
}

function refuseNegative(values: Float64Array): void {
  const place = values.findIndex((value) => value < 0);
  if (place < 0) return;
  throw new UnusableData({
    code: 'fairness-value-negative',
    values: { place: place + 1, value: values[place] },
  });
}

function* addLevel(
  input: FairnessInput,
  group: string,
  { ranking, byIncome }: { ranking: Ranking; byIncome: Ranking | undefined },
  l: number,
  total: number,
  result: Fairness,
): Task<void> {
  const { districts, assignment } = input;
  if (!districts) return;
  const level = districts.levels[l];
  const bins = binsOf(assignment[l], districts.count);
  const totals = yield* binTotals(ranking, bins);
  const at = yield* measures(ranking, byIncome, bins, totals);
  const of = Float64Array.from(totals.people, (_, bin) => at(bin).theil);
  const split = theilSplit(total, of, totals);
  const parts: DistrictSplit['parts'] = [];
  for (let bin = 0; bin <= districts.count; bin++) {
    const isOutside = bin === districts.count;
    if (!isOutside && districts.level[bin] !== l) continue;
    const row = at(bin);
    const isEmpty = row.people + row.unsurveyedPeople + row.unreachablePeople === 0;
    // Outside of all districts is a row only when somebody is there.
    if (isOutside && isEmpty) continue;
    const district = isOutside ? OUTSIDE_DISTRICTS : bin;
    result.rows.push({ group, district, level, ...row });
    parts.push({ district, within: split.withinOf[bin], between: split.betweenOf[bin] });
  }
  const { within, between } = split;
  result.splits.push({ group, level, total, within, between, parts });
}

type Measures = Omit<FairnessRow, 'group' | 'district' | 'level'>;

function* measures(
  ranking: Ranking,
  byIncome: Ranking | undefined,
  bins: Bins,
  totals: BinTotals,
): Task<(bin: number) => Measures> {
  const { values, people } = ranking;
  const ginis = yield* gini(ranking, bins, totals);
  const theils = yield* theil(ranking, bins, totals);
  const p10 = yield* percentile(ranking, bins, totals, 10);
  const p90 = yield* percentile(ranking, bins, totals, 90);
  const palmas = byIncome ? yield* palma(values, byIncome, bins) : undefined;
  const unsurveyed = peopleWhere(people, bins, (i) => Number.isNaN(values[i]));
  const unreachable = peopleWhere(people, bins, (i) => values[i] === Number.POSITIVE_INFINITY);
  return (bin) => ({
    state: stateOf(totals.people[bin], totals.amount[bin], unsurveyed[bin], unreachable[bin]),
    people: totals.people[bin],
    unsurveyedPeople: unsurveyed[bin],
    unreachablePeople: unreachable[bin],
    mean: totals.people[bin] > 0 ? totals.amount[bin] / totals.people[bin] : Number.NaN,
    p10: p10[bin],
    p90: p90[bin],
    p90p10: p90[bin] / p10[bin],
    gini: ginis[bin],
    theil: theils[bin],
    palma: palmas ? palmas[bin] : Number.NaN,
  });
}

function stateOf(people: number, amount: number, unsurveyed: number, unreachable: number): FairnessState {
  if (people > 0) return amount > 0 ? 'computed' : 'nothing';
  if (unsurveyed > 0) return 'not-surveyed';
  return unreachable > 0 ? 'unreachable' : 'no-people';
}

function peopleWhere(people: Float64Array, bins: Bins, isIt: (place: number) => boolean): Float64Array {
  const sums = new ExactSums(bins.count);
  for (let i = 0; i < people.length; i++) if (people[i] > 0 && isIt(i)) sums.add(bins.of[i], people[i]);
  return sums.values();
}
