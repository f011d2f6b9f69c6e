import { WHOLE_AREA } from '../../analysis/coverage.ts';
import type { Task } from '../../task.ts';
import { supplyOfUnits, type UnitSupply } from '../counted-supply.ts';
import { type Evaluation, groupOr, type StandardInput } from '../input.ts';
import type { ResolvedStandard } from '../resolved.ts';
import { type Missing, rowWith, type StandardRow } from '../row.ts';
import { rowsAbove } from '../rows-above.ts';
import type { ShareOfDistrictsRule } from '../rule.ts';
import { attributeBlank, chooseSupply } from '../supply.ts';
import { levelsOf } from '../units.ts';
import { unitOfAttribute } from '../units-of-work.ts';
import { verdictOn } from '../verdict.ts';

/**
 * Share of the districts of a tier that have so much of a supply, in per cent. A district of the tier is held against that
 * amount; the levels above and the whole area against the share of the clause.
 */
export function* evaluateShareOfDistricts(
  standard: ResolvedStandard<ShareOfDistrictsRule>,
  input: StandardInput,
): Task<Evaluation> {
  const { rule, operator, value: target, unit } = standard;
  const { levels, missing } = levelsOf(input.districts, [rule.tier]);
  const group = rule.perGroup === undefined ? undefined : groupOr(input, rule.perGroup);
  const reason = missing ?? (group && 'missing' in group ? group.missing : undefined);
  if (reason) {
    const row = { district: WHOLE_AREA, level: 'all', state: 'not-computable' as const, missing: reason };
    return { rows: [rowWith({ ...row, operator, target, unit, shortfallUnit: 'districts' })] };
  }
  const supply = chooseSupply(rule.supply, input.facilities);
  const divisor = group && 'values' in group ? [group.values] : [];
  const counted = yield* supplyOfUnits(supply, levels, standard, input, divisor);
  const units = counted.map((one) => unitRow(one, rule, supply.missing, attributeBlank(supply.lacking)));
  const above = yield* rowsAbove(input, units, levels, {
    goal: standard,
    work: 'units',
    shortfallUnit: 'districts',
  });
  return { rows: [...above, ...units] };
}

function unitRow(
  { at, amount, facilities, unsurveyed }: UnitSupply,
  rule: ShareOfDistrictsRule,
  missing: Missing | undefined,
  column: Missing,
): StandardRow {
  const { district, level } = at;
  const [people, divisor = people] = at.places;
  const shortfallUnit = unitOfAttribute(rule.supply.attribute);
  const unit =
    rule.perGroup === undefined
      ? shortfallUnit
      : `${shortfallUnit}/${rule.perGroup === 'people' ? 'person' : rule.perGroup}`;
  const goal = { operator: '>=' as const, value: rule.atLeast, unit };
  const head = { district, level, operator: goal.operator, target: goal.value, unit, facilities, unsurveyed };
  if (!(divisor > 0)) return rowWith({ ...head, state: 'no-people', shortfallUnit });
  if (missing || (facilities > 0 && unsurveyed === facilities)) {
    return rowWith({ ...head, state: 'not-surveyed', missing: missing ?? column, shortfallUnit });
  }
  const by = rule.perGroup === undefined ? 1 : divisor;
  const value = amount / by;
  const verdict = verdictOn(goal, value, (each) => (each === value ? amount : each * by));
  const peopleConcerned = verdict.state === 'short' ? people : 0;
  const denominator = rule.perGroup === undefined ? Number.NaN : divisor;
  return rowWith({ ...head, ...verdict, numerator: amount, denominator, shortfallUnit, peopleConcerned });
}
