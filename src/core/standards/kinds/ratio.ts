import type { Task } from '../../task.ts';
import { floatingShares } from '../floating-shares.ts';
import { type Evaluation, groupOr, residentsOf, type StandardInput, unitOfGroup } from '../input.ts';
import type { ResolvedStandard } from '../resolved.ts';
import { type Missing, rowWith, type StandardRow } from '../row.ts';
import type { RatioRule } from '../rule.ts';
import { attributeBlank, chooseSupply, standInOf } from '../supply.ts';
import { type Tally, tally } from '../tally.ts';
import { unitOfAttribute } from '../units-of-work.ts';
import { type Goal, verdictOn } from '../verdict.ts';

/**
 * Supply ÷ group × per: places per 1,000 residents, m² a person, m² per 100 households. What is missing is the supply
 * that the group would have at the goal, less what it has. Facilities count where they stand; with borders open, where
 * the people live who reach them (`floatingShares`).
 */
export function* evaluateRatio(
  standard: ResolvedStandard<RatioRule>,
  input: StandardInput,
): Task<Evaluation> {
  const { rule } = standard;
  const supply = chooseSupply(rule.supply, input.facilities);
  const group = groupOr(input, rule.group);
  const values = 'values' in group ? group.values : new Float64Array(input.demand.count);
  const isPeople = unitOfGroup(input, rule.group) === 'people';
  const concerned = isPeople ? values : residentsOf(input);
  const shares =
    input.crossBoundary && !supply.missing
      ? yield* floatingShares(supply, values, standard.catchmentMeters, input)
      : undefined;
  const sums = yield* tally(input, {
    places: [values, concerned, ...(shares ? [shares.byPlace] : [])],
    rows: supply.rows,
    facilities: [shares ? shares.unshared : supply.amounts, supply.ones, supply.unsurveyed],
  });
  const missing = 'missing' in group ? group.missing : supply.missing;
  const goal = standard;
  return {
    ...standInOf(supply, rule.supply.attribute),
    rows: sums.map((at) => ratioRow(at, rule, goal, missing, attributeBlank(supply.lacking))),
  };
}

function ratioRow(
  at: Tally,
  rule: RatioRule,
  goal: Goal,
  missing: Missing | undefined,
  unsurveyedColumn: Missing,
): StandardRow {
  const { district, level } = at;
  const [denominator, people, reached = 0] = at.places;
  const [standing, facilities, unsurveyed] = at.facilities;
  const { operator, value: target, unit } = goal;
  const head = { district, level, operator, target, unit, denominator, facilities, unsurveyed };
  const shortfallUnit = unitOfAttribute(rule.supply.attribute);
  if (missing?.reason === 'group')
    return rowWith({ ...head, state: 'not-computable', missing, shortfallUnit });
  if (!(denominator > 0)) return rowWith({ ...head, state: 'no-people', shortfallUnit, numerator: standing });
  const isUnknown = facilities > 0 && unsurveyed === facilities && reached === 0;
  if (missing || isUnknown) {
    return rowWith({ ...head, state: 'not-surveyed', missing: missing ?? unsurveyedColumn, shortfallUnit });
  }
  const numerator = standing + reached;
  const value = (numerator * rule.per) / denominator;
  const amountAt = (goalValue: number) =>
    goalValue === value ? numerator : (goalValue * denominator) / rule.per;
  const verdict = verdictOn(goal, value, amountAt);
  const peopleConcerned = verdict.state === 'short' ? people : 0;
  return rowWith({ ...head, ...verdict, numerator, shortfallUnit, peopleConcerned });
}
