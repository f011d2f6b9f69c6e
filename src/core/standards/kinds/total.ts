import { WHOLE_AREA } from '../../analysis/coverage.ts';
import type { Task } from '../../task.ts';
import { type Evaluation, residentsOf, type StandardInput } from '../input.ts';
import type { ResolvedStandard } from '../resolved.ts';
import { type Missing, rowWith, type StandardRow } from '../row.ts';
import type { TotalRule } from '../rule.ts';
import { attributeBlank, chooseSupply, standInOf } from '../supply.ts';
import { type Tally, tally } from '../tally.ts';
import { unitOfAttribute } from '../units-of-work.ts';
import { verdictOn } from '../verdict.ts';

/**
 * One sum for the whole area; its districts show what they add to it. The total of a country is not a task for the city
 * that is loaded: it is shown and not judged until the user sets a number of their own.
 */
export function* evaluateTotal(
  standard: ResolvedStandard<TotalRule>,
  input: StandardInput,
): Task<Evaluation> {
  const supply = chooseSupply(standard.rule.supply, input.facilities);
  const sums = yield* tally(input, {
    places: [residentsOf(input)],
    rows: supply.rows,
    facilities: [supply.amounts, supply.ones, supply.unsurveyed],
  });
  const column = attributeBlank(supply.lacking);
  return {
    ...standInOf(supply, standard.rule.supply.attribute),
    rows: sums.map((at) => totalRow(at, standard, supply.missing, column)),
  };
}

/** `CN-BJ` is a city; `CN` a country. */
function isWiderArea({ jurisdiction, isOwnValue }: ResolvedStandard): boolean {
  return !isOwnValue && jurisdiction !== '' && !jurisdiction.includes('-');
}

function totalRow(
  { district, level, places, facilities: [amount, facilities, unsurveyed] }: Tally,
  standard: ResolvedStandard<TotalRule>,
  missing: Missing | undefined,
  column: Missing,
): StandardRow {
  const { operator, value: target, unit, rule } = standard;
  const shortfallUnit = unitOfAttribute(rule.supply.attribute);
  const head = { district, level, operator, target, unit, facilities, unsurveyed, shortfallUnit };
  if (missing || (facilities > 0 && unsurveyed === facilities)) {
    return rowWith({ ...head, state: 'not-surveyed', missing: missing ?? column });
  }
  const value = amount / rule.unit;
  const shown = { ...head, value, numerator: amount };
  const isPart = district !== WHOLE_AREA;
  if (target !== null && (isPart || isWiderArea(standard))) {
    const reason = isPart ? 'district-value' : 'wider-area';
    const values = { jurisdiction: standard.jurisdiction };
    return rowWith({ ...shown, state: 'not-judged', missing: { reason, values } });
  }
  const amountAt = (total: number) => (total === value ? amount : total * rule.unit);
  const verdict = verdictOn(standard, value, amountAt);
  return rowWith({ ...shown, ...verdict, peopleConcerned: verdict.state === 'short' ? places[0] : 0 });
}
