import { WHOLE_AREA } from '../../analysis/coverage.ts';
import type { Task } from '../../task.ts';
import { supplyOfUnits, type UnitSupply } from '../counted-supply.ts';
import { type Evaluation, groupOr, type StandardInput } from '../input.ts';
import type { ResolvedStandard } from '../resolved.ts';
import { type Missing, rowWith, type StandardRow } from '../row.ts';
import { EVERY_UNIT, rowsAbove } from '../rows-above.ts';
import type { CountPerDistrictRule, GroupCondition } from '../rule.ts';
import { attributeBlank, chooseSupply } from '../supply.ts';
import { levelsOf } from '../units.ts';
import { unitOfAttribute } from '../units-of-work.ts';
import { verdictOn } from '../verdict.ts';

/**
 * So many in every district of each tier. Districts of the tiers are judged on what they have; the levels above, and the
 * whole area, on the share of those that have it, and on all that they miss together.
 */
export function* evaluateCountPerDistrict(
  standard: ResolvedStandard<CountPerDistrictRule>,
  input: StandardInput,
): Task<Evaluation> {
  const { rule } = standard;
  const { levels, missing } = levelsOf(input.districts, rule.tiers);
  const shortfallUnit = unitOfAttribute(rule.supply.attribute);
  if (levels.length === 0) {
    const { operator, value: target, unit } = standard;
    const row = { district: WHOLE_AREA, level: 'all', state: 'not-computable' as const, missing };
    return { rows: [rowWith({ ...row, operator, target, unit, shortfallUnit })] };
  }
  const supply = chooseSupply(rule.supply, input.facilities);
  const conditions = conditionsOf(rule.when, input);
  const counted = yield* supplyOfUnits(supply, levels, standard, input, conditions.columns);
  const unsurveyed = supply.missing ?? attributeBlank(supply.lacking);
  const units = counted.map((unit) =>
    unitRow(unit, standard, {
      left: conditions.verdict(unit.at.places.slice(1)),
      missing: supply.missing,
      unsurveyed,
    }),
  );
  const above = yield* rowsAbove(input, units, levels, {
    goal: EVERY_UNIT,
    work: 'sum',
    shortfallUnit,
    ...(missing ? { missing } : {}),
  });
  return { rows: [...above, ...units] };
}

interface UnitFacts {
  /** Why the district is not judged: its condition is not fulfilled, or cannot be told. */
  left: { state: 'not-judged' | 'not-computable'; missing: Missing } | undefined;
  missing: Missing | undefined;
  unsurveyed: Missing;
}

function unitRow(
  { at, amount, facilities, unsurveyed }: UnitSupply,
  standard: ResolvedStandard<CountPerDistrictRule>,
  facts: UnitFacts,
): StandardRow {
  const { operator, value: target, unit, rule } = standard;
  const { district, level } = at;
  const [people] = at.places;
  const shortfallUnit = unitOfAttribute(rule.supply.attribute);
  const head = { district, level, operator, target, unit, facilities, unsurveyed, shortfallUnit };
  if (!(people > 0)) return rowWith({ ...head, state: 'no-people' });
  if (facts.left) return rowWith({ ...head, ...facts.left, value: facts.missing ? Number.NaN : amount });
  if (facts.missing || (facilities > 0 && unsurveyed === facilities)) {
    return rowWith({ ...head, state: 'not-surveyed', missing: facts.unsurveyed });
  }
  const verdict = verdictOn(standard, amount, (value) => value);
  const peopleConcerned = verdict.state === 'short' ? people : 0;
  return rowWith({ ...head, ...verdict, numerator: amount, peopleConcerned });
}

/** Columns of the groups that the conditions name, and the verdict on a district's sums of them. */
function conditionsOf(when: GroupCondition[] | undefined, input: StandardInput) {
  const known = (when ?? []).flatMap((condition) => {
    const group = groupOr(input, condition.group);
    return 'values' in group ? [{ condition, values: group.values }] : [];
  });
  const names = (when ?? []).map(({ group }) => group);
  const verdict = (sums: number[]): UnitFacts['left'] => {
    if (!when) return undefined;
    if (known.length === 0) {
      const { missing } = groupOr(input, names[0]) as { missing: Missing };
      return { state: 'not-computable', missing };
    }
    const isAny = known.some(({ condition }, i) =>
      'atLeast' in condition ? sums[i] >= condition.atLeast : sums[i] > condition.above,
    );
    if (isAny) return undefined;
    return { state: 'not-judged', missing: { reason: 'condition', values: { group: names.join(',') } } };
  };
  return { columns: known.map(({ values }) => values), verdict };
}
