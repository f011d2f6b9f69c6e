import type { Task } from '../../task.ts';
import { type Evaluation, groupOr, residentsOf, type StandardInput, unitOfGroup } from '../input.ts';
import type { ResolvedStandard } from '../resolved.ts';
import type { CoverageOfAllRule } from '../rule.ts';
import { type Chosen, chooseSupply } from '../supply.ts';
import { tally } from '../tally.ts';
import { coverageRow } from './coverage.ts';

/**
 * Share of a group that has every one of several services within the limit, in per cent. Each entry is fulfilled by any of
 * its services. The weakest is the entry that most people of a district lack, the first of equals.
 */
export function* evaluateCoverageOfAll(
  standard: ResolvedStandard<CoverageOfAllRule>,
  input: StandardInput,
): Task<Evaluation> {
  const { rule } = standard;
  const group = groupOr(input, rule.group);
  const asked = input.reach.ask(rule.limit, rule.group);
  const values = 'values' in group ? group.values : new Float64Array(input.demand.count);
  const supplies = rule.baskets.map(({ services }) =>
    chooseSupply({ services, attribute: 'facilities' }, input.facilities),
  );
  const unseen = supplies.find((supply) => supply.missing)?.missing;
  const missing = 'missing' in group ? group.missing : 'missing' in asked ? asked.missing : unseen;
  const lacks =
    'shown' in asked && !missing
      ? yield* lackingPlaces(supplies, asked.shown.meters, (rows) => input.reach.nearest(rows, asked.shown))
      : supplies.map(() => new Uint8Array(values.length));
  const hasAll = Float64Array.from(values, (_, i) => (lacks.some((one) => one[i] === 1) ? 0 : 1));
  const residents = unitOfGroup(input, rule.group) === 'people' ? values : residentsOf(input);
  const sums = yield* tally(input, {
    places: [
      values,
      values.map((people, i) => people * hasAll[i]),
      residents.map((people, i) => people * (1 - hasAll[i])),
      ...lacks.map((lack) => residents.map((people, i) => people * lack[i])),
    ],
    rows: Int32Array.from(supplies.flatMap(({ rows }) => [...rows])),
    facilities: [Float64Array.from(supplies.flatMap(({ ones }) => [...ones]))],
  });
  const head = { unit: unitOfGroup(input, rule.group), share: standard.value === null ? null : rule.share };
  const rows = sums.map((at) => {
    const row = coverageRow(at, head, missing);
    const weakest = missing ? undefined : weakestOf(rule, at.places.slice(3));
    return weakest ? { ...row, weakest } : row;
  });
  return { rows, ...('shown' in asked ? { reach: asked.shown } : {}), places: hasAll };
}

function weakestOf({ baskets }: CoverageOfAllRule, people: number[]) {
  const worst = people.reduce((best, lacking, i) => (lacking > people[best] ? i : best), 0);
  if (!(people[worst] > 0)) return undefined;
  return { zh: baskets[worst].zh, en: baskets[worst].en, people: people[worst] };
}

/** 1 where a place has none of the entry within the limit, one array an entry. */
function* lackingPlaces(
  supplies: Chosen[],
  limitMeters: number,
  nearest: (rows: Int32Array) => Task<{ meters: Float64Array }>,
): Task<Uint8Array[]> {
  const out: Uint8Array[] = [];
  for (const { rows } of supplies) {
    const { meters } = yield* nearest(rows);
    out.push(Uint8Array.from(meters, (distance) => (distance <= limitMeters ? 0 : 1)));
  }
  return out;
}
