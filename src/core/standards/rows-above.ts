import type { Task } from '../task.ts';
import { residentsOf, type StandardInput } from './input.ts';
import { type Missing, rowWith, type StandardRow } from './row.ts';
import { tally } from './tally.ts';
import { groupAbove, peopleIn } from './units.ts';
import { type Goal, verdictOn } from './verdict.ts';

/** Every unit must fulfil the clause. */
export const EVERY_UNIT: Goal = { operator: '=', value: 100, unit: '%' };

const NONE = new Int32Array(0);
const NO_TARGET: Missing = { reason: 'no-target', values: {} };

export interface AboveRule {
  goal: Goal;
  /** Sum what the short units need (facilities), or count how many units more must be brought to it. */
  work: 'sum' | 'units';
  shortfallUnit: string;
  /** A tier that the data does not have: what is met without it is not known to be met. */
  missing?: Missing;
}

/**
 * Rows above the tier that a rule is about: the share of its units that fulfil it, in per cent. Units without people, and
 * those the rule leaves out, do not count; those not surveyed count as not fulfilling: a lower bound.
 */
export function* rowsAbove(
  input: StandardInput,
  units: StandardRow[],
  tierLevels: number[],
  rule: AboveRule,
): Task<StandardRow[]> {
  const short = units.filter((unit) => unit.state === 'short');
  const concerned = yield* tally(input, {
    places: [peopleIn(input, short, residentsOf(input))],
    rows: NONE,
    facilities: [],
  });
  const peopleAt = new Map(concerned.map((at) => [`${at.levelIndex}:${at.district}`, at.places[0]]));
  return groupAbove(input, units, tierLevels).map(({ district, level, levelIndex, units: own }) =>
    shareOfUnits(rule, own, {
      district,
      level,
      people: peopleAt.get(`${levelIndex}:${district}`) ?? 0,
    }),
  );
}

function shareOfUnits(
  { goal, work, shortfallUnit, missing }: AboveRule,
  units: StandardRow[],
  { district, level, people }: { district: number; level: string; people: number },
): StandardRow {
  const counted = units.filter(({ state }) => state !== 'no-people' && state !== 'not-judged');
  const count = (state: StandardRow['state']) => counted.filter((unit) => unit.state === state).length;
  const facilities = counted.reduce((sum, unit) => sum + unit.facilities, 0);
  const unsurveyed = counted.reduce((sum, unit) => sum + unit.unsurveyed, 0);
  const { operator, value: target, unit } = goal;
  const head = { district, level, operator, target, unit, facilities, unsurveyed, shortfallUnit };
  if (counted.length === 0) return emptyRow(head, units, missing);
  const unknown = counted.find((one) => one.state === 'not-surveyed' || one.state === 'not-computable');
  if (unknown && count('met') + count('short') === 0) {
    return rowWith({ ...head, state: unknown.state, missing: unknown.missing });
  }
  const numerator = count('met');
  const denominator = counted.length;
  const value = (numerator * 100) / denominator;
  const amountAt = (share: number) => (share === value ? numerator : Math.ceil((share * denominator) / 100));
  const verdict = verdictOn(goal, value, amountAt);
  const shown = rowWith({ ...head, ...verdict, numerator, denominator });
  if (verdict.state === 'met' && missing) return partly(shown, missing);
  if (verdict.state !== 'short') return shown;
  const summed = counted.reduce((sum, one) => sum + Math.max(one.shortfall || 0, 0), 0);
  return {
    ...shown,
    shortfall: work === 'sum' ? summed : verdict.shortfall,
    peopleConcerned: people,
    ...(missing ? { missing } : {}),
  };
}

function partly(shown: StandardRow, missing: Missing): StandardRow {
  return { ...shown, state: 'not-computable', shortfall: Number.NaN, missing };
}

/** No unit that the rule speaks of lies here: nobody lives in any, or none fulfils its condition. */
function emptyRow(
  head: Pick<StandardRow, 'district' | 'level'>,
  units: StandardRow[],
  missing: Missing | undefined,
): StandardRow {
  if (missing) return rowWith({ ...head, state: 'not-computable', missing });
  const first = units.find((unit) => unit.state === 'not-judged');
  if (first) return rowWith({ ...head, state: 'not-judged', missing: first.missing ?? NO_TARGET });
  return rowWith({ ...head, state: 'no-people' });
}
