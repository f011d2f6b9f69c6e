import { WHOLE_AREA } from '../../analysis/coverage.ts';
import { visitsColumn } from '../../dataset/visits.ts';
import type { Task } from '../../task.ts';
import { supplyOfUnits, type UnitSupply } from '../counted-supply.ts';
import type { Evaluation, StandardInput } from '../input.ts';
import type { ResolvedStandard } from '../resolved.ts';
import { type Missing, rowWith, type StandardRow } from '../row.ts';
import { EVERY_UNIT, rowsAbove } from '../rows-above.ts';
import type { MobileVisitsRule } from '../rule.ts';
import { attributeBlank, type Chosen, chooseSupply } from '../supply.ts';
import { levelsOf } from '../units.ts';
import { verdictOn } from '../verdict.ts';

/** Visits of a mobile service a week or month, in every district of the tier: those surveyed, else the days that it comes. */
export function* evaluateMobileVisits(
  standard: ResolvedStandard<MobileVisitsRule>,
  input: StandardInput,
): Task<Evaluation> {
  const { rule, operator, value: target, unit } = standard;
  const { levels, missing } = levelsOf(input.districts, [rule.tier]);
  if (missing) {
    const row = { district: WHOLE_AREA, level: 'all', state: 'not-computable' as const, missing };
    return { rows: [rowWith({ ...row, operator, target, unit, shortfallUnit: 'visits' })] };
  }
  const supply = visitsOf(rule, input);
  const counted = yield* supplyOfUnits(supply, levels, standard, input);
  const units = counted.map((one) => unitRow(one, standard, supply.missing));
  const above = yield* rowsAbove(input, units, levels, {
    goal: EVERY_UNIT,
    work: 'sum',
    shortfallUnit: 'visits',
  });
  return { rows: [...above, ...units] };
}

/** The mobile stops, and the visits of each in the period. */
function visitsOf({ services, period }: MobileVisitsRule, { facilities }: StandardInput): Chosen {
  const supply = chooseSupply({ services, attribute: 'facilities' }, facilities);
  const visits = visitsColumn(facilities, period);
  const amounts = Float64Array.from(supply.rows, (row) => visits[row]);
  const unsurveyed = amounts.map((amount) => (Number.isNaN(amount) ? 1 : 0));
  return { ...supply, amounts, unsurveyed, lacking: 'visitsPerMonth' };
}

function unitRow(
  { at, amount, facilities, unsurveyed }: UnitSupply,
  standard: ResolvedStandard<MobileVisitsRule>,
  missing: Missing | undefined,
): StandardRow {
  const { operator, value: target, unit } = standard;
  const { district, level } = at;
  const [people] = at.places;
  const head = { district, level, operator, target, unit, facilities, unsurveyed, shortfallUnit: 'visits' };
  if (!(people > 0)) return rowWith({ ...head, state: 'no-people' });
  if (missing || (facilities > 0 && unsurveyed === facilities)) {
    const column = attributeBlank('visitsPerMonth');
    return rowWith({ ...head, state: 'not-surveyed', missing: missing ?? column });
  }
  const verdict = verdictOn(standard, amount, (value) => value);
  const peopleConcerned = verdict.state === 'short' ? people : 0;
  return rowWith({ ...head, ...verdict, numerator: amount, peopleConcerned });
}
