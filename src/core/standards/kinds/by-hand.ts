import { OUTSIDE_DISTRICTS, WHOLE_AREA } from '../../analysis/coverage.ts';
import type { Task } from '../../task.ts';
import { type EnteredValue, type Evaluation, residentsOf, type StandardInput } from '../input.ts';
import type { ResolvedStandard } from '../resolved.ts';
import { rowWith, type StandardRow } from '../row.ts';
import type { CheckedRule, EnteredRule } from '../rule.ts';
import { type Tally, tally } from '../tally.ts';
import { verdictOn } from '../verdict.ts';

/**
 * What no map can answer: the user writes the value down (`entered`), or says that it is fulfilled (`checked`), for a district
 * or for the whole area. The newest value up to the year judged stands; without one the district is not surveyed.
 */
export function* evaluateByHand(
  standard: ResolvedStandard<EnteredRule | CheckedRule>,
  input: StandardInput,
): Task<Evaluation> {
  const sums = yield* tally(input, {
    places: [residentsOf(input)],
    rows: new Int32Array(0),
    facilities: [],
  });
  const codes = input.districts?.code ?? [];
  const own = input.entered.filter((one) => one.standard === standard.id);
  const rows = sums
    .filter(({ district }) => district !== OUTSIDE_DISTRICTS)
    .map((at) => handRow(at, standard, newest(own, codeOf(at.district, codes), input.year)));
  return { rows };
}

function codeOf(district: number, codes: string[]): string {
  return district === WHOLE_AREA ? 'all' : codes[district];
}

/** Of several values of one year the last written stands. */
function newest(entered: EnteredValue[], district: string, year: number | null): EnteredValue | undefined {
  return entered
    .filter((one) => one.district === district && (year === null || one.year <= year))
    .reduce<EnteredValue | undefined>((best, one) => (best && best.year > one.year ? best : one), undefined);
}

function handRow(
  { district, level, places: [people] }: Tally,
  standard: ResolvedStandard<EnteredRule | CheckedRule>,
  entry: EnteredValue | undefined,
): StandardRow {
  const { operator, value: target, unit, rule } = standard;
  const head = { district, level, operator, target, unit, shortfallUnit: unit };
  if (!entry)
    return rowWith({ ...head, state: 'not-surveyed', missing: { reason: 'not-entered', values: {} } });
  const { value } = entry;
  if (typeof value === 'boolean' || rule.kind === 'checked') {
    const isMet = value === true || (typeof value === 'number' && value > 0);
    const concerned = isMet ? 0 : people;
    const state = isMet ? 'met' : 'short';
    return rowWith({
      ...head,
      state,
      value: isMet ? 1 : 0,
      shortfall: isMet ? 0 : 1,
      peopleConcerned: concerned,
    });
  }
  const verdict = verdictOn(standard, value, (each) => each);
  return rowWith({ ...head, ...verdict, peopleConcerned: verdict.state === 'short' ? people : 0 });
}
