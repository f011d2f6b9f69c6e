import { WHOLE_AREA } from '../../analysis/coverage.ts';
import { gini } from '../../fairness/gini.ts';
import { binTotals, oneBin, rankPlaces } from '../../fairness/ranking.ts';
import type { Task } from '../../task.ts';
import { type Evaluation, groupOr, residentsOf, type StandardInput } from '../input.ts';
import type { ResolvedStandard } from '../resolved.ts';
import { type Missing, rowWith, type StandardRow } from '../row.ts';
import type { InequalityRule } from '../rule.ts';
import { attributeBlank, chooseSupply } from '../supply.ts';
import { type Tally, tally } from '../tally.ts';
import { type Above, groupAbove, levelsOf } from '../units.ts';
import { unitOfAttribute } from '../units-of-work.ts';
import { verdictOn } from '../verdict.ts';

/**
 * How unequally a supply is spread over the districts of a tier: the Gini index of the supply per head, each district
 * weighted by its people. Shown; judged when a number is set. Districts of the tier show their supply per head.
 */
export function* evaluateInequality(
  standard: ResolvedStandard<InequalityRule>,
  input: StandardInput,
): Task<Evaluation> {
  const { rule, operator, value: target } = standard;
  const { levels, missing } = levelsOf(input.districts, [rule.tier]);
  const group = groupOr(input, rule.group);
  const supply = chooseSupply(rule.supply, input.facilities);
  if (missing || 'missing' in group) {
    const reason = missing ?? ('missing' in group ? group.missing : undefined);
    const row = { district: WHOLE_AREA, level: 'all', state: 'not-computable' as const, operator, target };
    return { rows: [rowWith({ ...row, unit: 'gini', missing: reason })] };
  }
  const sums = yield* tally(input, {
    places: [group.values, residentsOf(input)],
    rows: supply.rows,
    facilities: [supply.amounts, supply.ones, supply.unsurveyed],
  });
  const column = attributeBlank(supply.lacking);
  const units = sums
    .filter(({ levelIndex, district }) => levels.includes(levelIndex) && district >= 0)
    .map((at) => headRow(at, rule, supply.missing, column));
  const above: StandardRow[] = [];
  for (const one of groupAbove(input, units, levels)) {
    above.push(yield* spreadRow(one, standard, supply.missing ?? column));
  }
  return { rows: [...above, ...units] };
}

function headRow(
  { district, level, places: [denominator], facilities: [numerator, facilities, unsurveyed] }: Tally,
  { supply }: InequalityRule,
  missing: Missing | undefined,
  column: Missing,
): StandardRow {
  const shortfallUnit = unitOfAttribute(supply.attribute);
  const unit = `${shortfallUnit}/person`;
  const head = { district, level, unit, facilities, unsurveyed, shortfallUnit, denominator };
  if (!(denominator > 0)) return rowWith({ ...head, state: 'no-people' });
  if (missing || (facilities > 0 && unsurveyed === facilities)) {
    return rowWith({ ...head, state: 'not-surveyed', missing: missing ?? column });
  }
  const value = numerator / denominator;
  return rowWith({
    ...head,
    state: 'not-judged',
    value,
    numerator,
    missing: { reason: 'no-number', values: {} },
  });
}

function* spreadRow(
  { district, level, units }: Above,
  standard: ResolvedStandard<InequalityRule>,
  unknown: Missing,
): Task<StandardRow> {
  const { operator, value: target } = standard;
  const known = units.filter((unit) => unit.state === 'not-judged');
  const facilities = units.reduce((sum, unit) => sum + unit.facilities, 0);
  const unsurveyed = units.reduce((sum, unit) => sum + unit.unsurveyed, 0);
  const head = { district, level, operator, target, unit: 'gini', facilities, unsurveyed };
  if (known.length === 0) {
    const isEmpty = units.every((unit) => unit.state === 'no-people');
    return rowWith({
      ...head,
      state: isEmpty ? 'no-people' : 'not-surveyed',
      ...(isEmpty ? {} : { missing: unknown }),
    });
  }
  const value = yield* giniOf(known);
  // Nothing at all to share out is not an equal share of something.
  if (Number.isNaN(value)) {
    return rowWith({ ...head, state: 'not-computable', missing: { reason: 'none-here', values: {} } });
  }
  return rowWith({ ...head, ...verdictOn({ operator, value: target, unit: 'gini' }, value, (each) => each) });
}

function* giniOf(units: StandardRow[]): Task<number> {
  const people = Float64Array.from(units, (unit) => unit.denominator);
  const ranking = yield* rankPlaces(
    Float64Array.from(units, (unit) => unit.value),
    people,
  );
  const bins = oneBin(units.length);
  const [index] = yield* gini(ranking, bins, yield* binTotals(ranking, bins));
  return index;
}
