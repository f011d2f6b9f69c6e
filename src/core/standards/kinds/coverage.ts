import type { Facilities } from '../../dataset/facilities.ts';
import { visitsColumn } from '../../dataset/visits.ts';
import type { Task } from '../../task.ts';
import {
  type Evaluation,
  groupOr,
  type ReachShown,
  residentsOf,
  type StandardInput,
  unitOfGroup,
} from '../input.ts';
import type { ResolvedStandard } from '../resolved.ts';
import { type Missing, rowWith, type StandardRow } from '../row.ts';
import type { CoverageRule } from '../rule.ts';
import { chooseSupply } from '../supply.ts';
import { type Tally, tally } from '../tally.ts';
import { verdictOn } from '../verdict.ts';

/** A service that comes on so many days a week, or more, is as good as one that is there. */
const FULL_WEEK = 5;

/**
 * Share of a group within the limit (≤) of a facility, in per cent. The number of the clause is the limit; what is judged
 * is the share. A mobile stop counts for its days: of a place that has nothing better than two days of five, two fifths
 * of the people are covered. A facility whose attribute for a condition is not known covers nobody: a lower bound.
 */
export function* evaluateCoverage(
  standard: ResolvedStandard<CoverageRule>,
  input: StandardInput,
): Task<Evaluation> {
  const { rule } = standard;
  const supply = chooseSupply(rule.supply, input.facilities);
  const group = groupOr(input, rule.group);
  const asked = input.reach.ask(rule.limit, rule.group, rule.reading);
  const values = 'values' in group ? group.values : new Float64Array(input.demand.count);
  const missing = reasonOf(supply.missing, group, asked);
  const shown = 'shown' in asked ? asked.shown : undefined;
  const known = Int32Array.from(supply.rows.filter((_, i) => supply.unsurveyed[i] === 0));
  const weight =
    shown && !missing ? yield* coveredWeight(known, shown, input) : new Float64Array(input.demand.count);
  const residents = unitOfGroup(input, rule.group) === 'people' ? values : residentsOf(input);
  const sums = yield* tally(input, {
    places: [
      values,
      values.map((people, i) => people * weight[i]),
      residents.map((p, i) => p * (1 - weight[i])),
    ],
    rows: supply.rows,
    facilities: [supply.ones, supply.unsurveyed, mobileColumn(supply.rows, input.facilities)],
  });
  const head = { unit: unitOfGroup(input, rule.group), share: standard.value === null ? null : rule.share };
  return {
    rows: sums.map((at) => coverageRow(at, head, missing)),
    ...(shown ? { reach: shown } : {}),
    places: weight,
  };
}

function reasonOf(
  services: Missing | undefined,
  group: ReturnType<typeof groupOr>,
  asked: ReturnType<StandardInput['reach']['ask']>,
): Missing | undefined {
  if ('missing' in group) return group.missing;
  if ('missing' in asked) return asked.missing;
  return services;
}

/** For how much of the week each place is covered, 0 to 1: the best stop within the limit, not their sum. */
function* coveredWeight(rows: Int32Array, shown: ReachShown, input: StandardInput): Task<Float64Array> {
  const weight = new Float64Array(input.demand.count);
  const days = visitsColumn(input.facilities, 'week');
  const weightOf = (row: number) => (Number.isNaN(days[row]) ? 1 : Math.min(1, days[row] / FULL_WEEK));
  for (const one of [...new Set(Array.from(rows, weightOf))].sort((a, b) => a - b)) {
    const nearest = yield* input.reach.nearest(
      rows.filter((row) => weightOf(row) === one),
      shown,
    );
    for (let i = 0; i < weight.length; i++) if (nearest.meters[i] <= shown.meters) weight[i] = one;
  }
  return weight;
}

/** 1 for each facility that comes on some days only. */
export function mobileColumn(rows: Int32Array, facilities: Facilities): Float64Array {
  const days = visitsColumn(facilities, 'week');
  return Float64Array.from(rows, (row) => (days[row] < FULL_WEEK ? 1 : 0));
}

export function coverageRow(
  { district, level, places, facilities: [facilities = 0, unsurveyed = 0, mobile = 0] }: Tally,
  { unit, share }: { unit: string; share: number | null },
  missing: Missing | undefined,
): StandardRow {
  const [denominator, numerator, notReached] = places;
  const goal = { operator: '>=' as const, value: share, unit: '%' };
  const head = {
    district,
    level,
    target: share,
    operator: goal.operator,
    unit: goal.unit,
    denominator,
    facilities,
    unsurveyed,
    shortfallUnit: unit,
    ...(mobile > 0 ? { mobile } : {}),
  };
  const isSurvey = missing?.reason === 'services' || missing?.reason === 'attribute';
  if (missing && !isSurvey) return rowWith({ ...head, state: 'not-computable', missing });
  if (!(denominator > 0)) return rowWith({ ...head, state: 'no-people' });
  if (missing) return rowWith({ ...head, state: 'not-surveyed', missing });
  const value = (numerator * 100) / denominator;
  const amountAt = (percent: number) => (percent === value ? numerator : (percent * denominator) / 100);
  const verdict = verdictOn(goal, value, amountAt);
  return rowWith({
    ...head,
    ...verdict,
    numerator,
    peopleConcerned: verdict.state === 'short' ? notReached : 0,
  });
}
