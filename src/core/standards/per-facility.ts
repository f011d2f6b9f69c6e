import type { Task } from '../task.ts';
import type { StandardInput } from './input.ts';
import type { ResolvedStandard } from './resolved.ts';
import { type Missing, rowWith, type StandardRow } from './row.ts';
import { EVERY_UNIT } from './rows-above.ts';
import { type Tally, tally } from './tally.ts';
import { verdictOn } from './verdict.ts';

/** A facility with the value it is judged by; `isMet` undefined: not surveyed, or no number to hold it against. */
export interface JudgedFacility {
  row: number;
  value: number;
  isMet: boolean | undefined;
  side?: 'below' | 'above' | undefined;
  /** Amount that it lacks, or has too much. */
  work: number;
  /** People whom it concerns. */
  people: number;
}

interface FacilityFacts {
  missing: Missing | undefined;
  column: Missing;
  shortfallUnit: string;
  isFlag: boolean;
}

/**
 * Rows for a rule on single facilities: the share of a district's facilities that fit, in per cent, against all of them.
 * Facilities that were not surveyed are left out of the share, and counted.
 */
export function* facilityRows(
  judged: JudgedFacility[],
  standard: ResolvedStandard,
  input: StandardInput,
  facts: FacilityFacts,
): Task<StandardRow[]> {
  const column = (of: (one: JudgedFacility) => number) => Float64Array.from(judged, of);
  const isShort = (one: JudgedFacility, side: 'below' | 'above') => one.isMet === false && one.side === side;
  const sums = yield* tally(input, {
    places: [],
    rows: Int32Array.from(judged, (one) => one.row),
    facilities: [
      column(() => 1),
      column((one) => (Number.isNaN(one.value) ? 1 : 0)),
      column((one) => (one.isMet === true ? 1 : 0)),
      column((one) => (one.isMet === false ? one.work : 0)),
      column((one) => (one.isMet === false ? one.people : 0)),
      column((one) => (isShort(one, 'below') ? 1 : 0)),
      column((one) => (isShort(one, 'above') ? 1 : 0)),
    ],
  });
  return sums.map((at) => facilityRow(at, standard, facts));
}

function facilityRow(at: Tally, standard: ResolvedStandard, facts: FacilityFacts): StandardRow {
  const { district, level } = at;
  const [facilities, unsurveyed, fitting, work, people, below, above] = at.facilities;
  const { missing, column, shortfallUnit, isFlag } = facts;
  const { operator, value: target, unit } = EVERY_UNIT;
  const head = { district, level, operator, target, unit, facilities, unsurveyed, shortfallUnit };
  if (missing) return rowWith({ ...head, state: 'not-surveyed', missing });
  if (facilities === 0) {
    return rowWith({ ...head, state: 'not-computable', missing: { reason: 'none-here', values: {} } });
  }
  if (unsurveyed === facilities) return rowWith({ ...head, state: 'not-surveyed', missing: column });
  const known = facilities - unsurveyed;
  const shown = { ...head, numerator: fitting, denominator: known };
  if (standard.value === null || isFlag) {
    const value = isFlag ? fitting : (fitting * 100) / known;
    return rowWith({
      ...shown,
      value,
      target: null,
      unit: isFlag ? 'facilities' : unit,
      state: 'not-judged',
    });
  }
  const verdict = verdictOn(EVERY_UNIT, (fitting * 100) / known, (share) => share);
  if (verdict.state !== 'short') return rowWith({ ...shown, ...verdict });
  const side = below > 0 && above > 0 ? undefined : below > 0 ? ('below' as const) : ('above' as const);
  const { side: _ofShare, ...rest } = verdict;
  return rowWith({ ...shown, ...rest, ...(side ? { side } : {}), shortfall: work, peopleConcerned: people });
}
