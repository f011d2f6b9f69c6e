import { supplyColumn } from '../../dataset/attributes.ts';
import type { Task } from '../../task.ts';
import type { Evaluation, StandardInput } from '../input.ts';
import { facilityRows, type JudgedFacility } from '../per-facility.ts';
import type { ResolvedStandard } from '../resolved.ts';
import type { FacilitySizeRule } from '../rule.ts';
import { attributeBlank, chooseSupply, standInOf } from '../supply.ts';
import { unitOfAttribute } from '../units-of-work.ts';
import { compare } from '../verdict.ts';

/**
 * Every facility on its own: m² of a park, m² a bed, children a class. A district is held against all of its facilities
 * fitting; what is missing is summed over those that do not. A flag (schools under 100 pupils) lists what fulfils it:
 * nothing falls short.
 */
export function* evaluateFacilitySize(
  standard: ResolvedStandard<FacilitySizeRule>,
  input: StandardInput,
): Task<Evaluation> {
  const { rule, operator, value: target, unit } = standard;
  const { services, attribute, where } = rule;
  const supply = chooseSupply({ services, attribute, ...(where ? { where } : {}) }, input.facilities);
  const divisor = rule.dividedBy === undefined ? undefined : supplyColumn(input.facilities, rule.dividedBy);
  const judged = Array.from(supply.rows, (row, i): JudgedFacility => {
    const by = (divisor ? divisor[row] : 1) * (rule.unit ?? 1);
    const value = by > 0 ? supply.amounts[i] / by : Number.NaN;
    if (Number.isNaN(value)) return { row, value, isMet: undefined, work: Number.NaN, people: 0 };
    const found = compare(operator, target, value, unit);
    const work = found?.isMet === false ? Math.abs(found.goal * by - supply.amounts[i]) : 0;
    return { row, value, isMet: found?.isMet, side: found?.side, work, people: 0 };
  });
  const isDivisorUnknown =
    divisor !== undefined && Array.from(supply.rows).every((row) => Number.isNaN(divisor[row]));
  const column = attributeBlank(isDivisorUnknown ? (rule.dividedBy ?? attribute) : supply.lacking);
  const rows = yield* facilityRows(judged, standard, input, {
    missing: supply.missing,
    column,
    shortfallUnit: unitOfAttribute(attribute),
    isFlag: rule.flag === true,
  });
  return {
    ...standInOf(supply, attribute),
    rows,
    facilities: judged.filter(({ value }) => !Number.isNaN(value)).map(shownFacility),
  };
}

export function shownFacility({ row, value, isMet }: JudgedFacility) {
  return { row, value, isMet: isMet !== false };
}
