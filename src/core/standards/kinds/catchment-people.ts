import { ExactSums } from '../../exact-sums.ts';
import type { Task } from '../../task.ts';
import { type Evaluation, groupOr, type ReachShown, type StandardInput } from '../input.ts';
import { facilityRows, type JudgedFacility } from '../per-facility.ts';
import type { ResolvedStandard } from '../resolved.ts';
import { rowWith } from '../row.ts';
import type { CatchmentPeopleRule } from '../rule.ts';
import { attributeBlank, chooseSupply } from '../supply.ts';
import { tally } from '../tally.ts';
import { compare, endsOf, type Goal } from '../verdict.ts';
import { shownFacility } from './facility-size.ts';

/**
 * People of every facility: each goes to the nearest one, within the limit if the rule has one, the lower row of equals. Too
 * many: so many facilities more are needed that none would have more than the number allows. Too few: the facility is
 * shown, and there is nothing to add.
 */
export function* evaluateCatchmentPeople(
  standard: ResolvedStandard<CatchmentPeopleRule>,
  input: StandardInput,
): Task<Evaluation> {
  const { rule } = standard;
  const supply = chooseSupply({ services: rule.services, attribute: 'facilities' }, input.facilities);
  const group = groupOr(input, rule.group);
  const asked = input.reach.ask(rule.limit ?? { meters: Number.POSITIVE_INFINITY }, rule.group);
  const missing = 'missing' in group ? group.missing : 'missing' in asked ? asked.missing : undefined;
  if ('missing' in group || 'missing' in asked) {
    const { operator, value: target, unit } = standard;
    const sums = yield* tally(input, { places: [], rows: supply.rows, facilities: [supply.ones] });
    const state = 'not-computable' as const;
    const rows = sums.map(({ district, level }) =>
      rowWith({ district, level, state, missing, operator, target, unit, shortfallUnit: 'facilities' }),
    );
    return { rows };
  }
  const people = supply.missing
    ? new Float64Array(supply.rows.length)
    : yield* peopleOfNearest(supply.rows, group.values, asked.shown, input);
  const judged = Array.from(supply.rows, (row, i) => judgedBy(standard, row, people[i]));
  const rows = yield* facilityRows(judged, standard, input, {
    missing: supply.missing,
    column: attributeBlank(supply.lacking),
    shortfallUnit: 'facilities',
    isFlag: false,
  });
  const reach = rule.limit ? { reach: asked.shown } : {};
  return { rows, ...reach, facilities: judged.map(shownFacility) };
}

function* peopleOfNearest(
  rows: Int32Array,
  people: Float64Array,
  shown: ReachShown,
  { reach, facilities }: StandardInput,
): Task<Float64Array> {
  const nearest = yield* reach.nearest(rows, shown);
  const sums = new ExactSums(facilities.count);
  for (let i = 0; i < people.length; i++) {
    const isReached = nearest.facility[i] >= 0 && nearest.meters[i] <= shown.meters;
    if (isReached && people[i] > 0) sums.add(nearest.facility[i], people[i]);
  }
  const all = sums.values();
  return Float64Array.from(rows, (row) => all[row]);
}

function judgedBy({ operator, value: target, unit }: Goal, row: number, people: number): JudgedFacility {
  const found = compare(operator, target, people, unit);
  if (!found || target === null) return { row, value: people, isMet: undefined, work: 0, people };
  const [, most] = endsOf(operator, target, unit);
  const work = found.side === 'above' ? Math.ceil(people / most) - 1 : 0;
  return { row, value: people, isMet: found.isMet, side: found.side, work, people };
}
