import { WHOLE_AREA } from '../analysis/coverage.ts';
import { exactSum } from '../exact-sums.ts';
import type { ForecastYear } from './forecast.ts';
import { groupOf } from './pyramids.ts';

/** `no-people`, `not-surveyed`: no verdict. `not-computable`: the ages at hand do not make up the group. */
export type NeedState = 'met' | 'short' | 'no-people' | 'not-surveyed' | 'not-computable';

/** What a group needs of a service: 30 % of the children of 0–2 a place each, every elder 0.1 m². */
export interface NeedRule {
  service: string;
  group: string;
  /** Share of the group that uses the service, 0 … 1. */
  takeUp: number;
  /** Value of the standard for each who uses it, in `unit`: places, beds, m². */
  perPerson: number;
  unit: string;
}

/** Supply in a row from a year on; negative: it closes. */
export interface PlannedSupply {
  row: number;
  fromYear: number;
  amount: number;
}

export interface NeedRow {
  service: string;
  group: string;
  year: number;
  /** As in `CoverageRow.district`. */
  district: number;
  state: NeedState;
  people: number;
  /** people × take-up. */
  users: number;
  need: number;
  supplyNow: number;
  supply: number;
  /** supply − need: surplus above 0, shortfall below. NaN without a verdict. */
  balance: number;
  unit: string;
}

/**
 * Need against supply for every year of a forecast: need = group × take-up × standard, supply = now + planned by then. Rows:
 * year, whole area, then the rows of the forecast. `supplyNow`: a number a row, NaN where not surveyed; the whole area
 * has no verdict while a row lacks its people or its supply. `district`: what each row stands for. Enough is `≥`.
 */
export function needByYear(
  years: ForecastYear[],
  rule: NeedRule,
  supplyNow: Float64Array,
  planned: PlannedSupply[],
  district: Int32Array,
): NeedRow[] {
  return years.flatMap(({ year, pyramids }) => {
    const group = groupOf(pyramids, rule.group);
    const later = supplyNow.slice();
    for (const { row, fromYear, amount } of planned) if (fromYear <= year) later[row] += amount;
    const people = group ?? new Float64Array(pyramids.rows).fill(Number.NaN);
    const rowOf = (of: number, count: number, now: number, supply: number): NeedRow => {
      const need = count * rule.takeUp * rule.perPerson;
      const state = group ? stateOf(count, need, supply) : 'not-computable';
      return {
        service: rule.service,
        group: rule.group,
        year,
        district: of,
        state,
        people: count,
        users: count * rule.takeUp,
        need,
        supplyNow: now,
        supply,
        balance: state === 'met' || state === 'short' ? supply - need : Number.NaN,
        unit: rule.unit,
      };
    };
    const sum = (values: Float64Array) => (values.some(Number.isNaN) ? Number.NaN : exactSum(values));
    const whole = rowOf(WHOLE_AREA, sum(people), sum(supplyNow), sum(later));
    return [
      whole,
      ...Array.from(people, (count, row) => rowOf(district[row], count, supplyNow[row], later[row])),
    ];
  });
}

function stateOf(people: number, need: number, supply: number): NeedState {
  if (people === 0) return 'no-people';
  if (Number.isNaN(people) || Number.isNaN(supply)) return 'not-surveyed';
  return supply >= need ? 'met' : 'short';
}
