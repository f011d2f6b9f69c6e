import { twoStepFloatingCatchment } from '../analysis/floating-catchment.ts';
import { groupValues } from '../dataset/groups.ts';
import { ExactSums } from '../exact-sums.ts';
import type { Task } from '../task.ts';
import type { StandardInput } from './input.ts';
import type { ResolvedStandard } from './resolved.ts';
import type { RatioRule } from './rule.ts';
import { chooseSupply } from './supply.ts';
import { compare } from './verdict.ts';

/** A ratio seen from where people live: what each has within the catchment of the facilities. */
export interface StandardCatchment {
  limitMeters: number;
  /** How the metres are measured. */
  reading: 'straight' | 'detour' | 'network';
  /** Supply per head of the group by place (2SFCA, step), in the unit of the standard. */
  access: Float64Array;
  /** People of the group at places below the number; NaN where the supply is not surveyed. */
  underSuppliedPeople: number;
  /** Σ (number − access) × people ÷ per over these places: what they lack together. */
  shortfall: number;
}

/** Per-capita balance: access less the standard, by place. Undefined when there is no least number or no such group. */
export function* catchmentView(
  standard: ResolvedStandard<RatioRule>,
  input: StandardInput,
): Task<StandardCatchment | undefined> {
  const { rule, operator, value: target, unit } = standard;
  const people = groupValues(input.demand.columns, rule.group);
  if (!people) return undefined;
  const supply = chooseSupply(rule.supply, input.facilities);
  const shown = input.reach.ofCatchment(standard.catchmentMeters);
  const matrix = yield* input.reach.catchments(supply.rows, shown);
  const amounts = new Float64Array(input.facilities.count).fill(Number.NaN);
  supply.rows.forEach((row, i) => {
    amounts[row] = supply.amounts[i] * rule.per;
  });
  const access = twoStepFloatingCatchment(matrix, amounts, people);
  const head = { limitMeters: shown.meters, reading: shown.reading, access };
  if (supply.missing) return { ...head, underSuppliedPeople: Number.NaN, shortfall: Number.NaN };
  const sums = new ExactSums(2);
  for (let i = 0; i < people.length; i++) {
    const found = compare(operator, target, access[i], unit);
    if (!(people[i] > 0) || found?.side !== 'below') continue;
    sums.add(0, people[i]);
    sums.add(1, ((found.goal - access[i]) * people[i]) / rule.per);
  }
  const [underSuppliedPeople, shortfall] = sums.values();
  return { ...head, underSuppliedPeople, shortfall };
}
