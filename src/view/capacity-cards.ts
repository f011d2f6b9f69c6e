import type { Facilities } from '../core/dataset/facilities.ts';
import type { CapacityAnswer } from '../core/project/capacity.ts';
import { perPersonUnit, questionWords } from './capacity-words.ts';
import type { CardLine } from './explain-place.ts';
import { type DistrictNames, districtName } from './names.ts';
import { formatCount, formatMeters, formatPerPerson, formatShare, NO_VALUE } from './numbers.ts';
import type { Language, Say } from './words/index.ts';

/** Districts a facility's people come from that are named one by one. */
const NAMED = 5;

export interface UseCard {
  text: string;
  facts: CardLine[];
  /** Where its people live, most first. */
  from: CardLine[];
}

/** How full a facility is and whom it serves; undefined when it is none of those that give out places. */
export function explainUse(
  answer: CapacityAnswer,
  row: number,
  where: { assignment: readonly Int32Array[]; districts: DistrictNames | undefined; level: string },
  say: Say,
  language: Language,
): UseCard | undefined {
  const k = answer.facilities.indexOf(row);
  if (k < 0) return undefined;
  const { use, question } = answer;
  const words = questionWords(question, null, say, language);
  const isKnown = !Number.isNaN(use.capacity[k]);
  const key = !isKnown ? 'unknown' : use.share[k] >= 0.999 ? 'full' : 'open';
  const people = (value: number) => `${formatCount(value, language)} ${say('unit.people')}`;
  return {
    text: say(`capacity.card.${key}`, {
      ...words,
      used: formatCount(use.used[k], language),
      capacity: formatCount(use.capacity[k], language),
      share: formatShare(use.share[k], language),
      free: formatCount(use.free[k], language),
    }),
    facts: [
      { label: say('capacity.card.reached'), value: people(use.peopleReached[k]) },
      {
        label: say('capacity.card.walk'),
        value: Number.isNaN(use.meanMeters[k])
          ? NO_VALUE
          : `${formatMeters(use.meanMeters[k], language)} ${say('screen.metersUnit')}`,
      },
    ],
    from: originsOf(answer, k, where, say, people),
  };
}

function originsOf(
  { takes }: CapacityAnswer,
  k: number,
  { assignment, districts, level }: Parameters<typeof explainUse>[2],
  say: Say,
  people: (value: number) => string,
): CardLine[] {
  const at = assignment[districts?.levels.indexOf(level) ?? -1];
  if (!at) return [];
  const sums = new Map<number, number>();
  for (let e = takes.start[k]; e < takes.start[k + 1]; e++) {
    const district = at[takes.place[e]] < 0 ? -2 : at[takes.place[e]];
    sums.set(district, (sums.get(district) ?? 0) + takes.people[e]);
  }
  const sorted = [...sums].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const lines = sorted
    .slice(0, NAMED)
    .map(([district, sum]) => ({ label: districtName(district, districts, say), value: people(sum) }));
  const rest = sorted.slice(NAMED).reduce((sum, [, one]) => sum + one, 0);
  return rest > 0 ? [...lines, { label: say('capacity.card.elsewhere'), value: people(rest) }] : lines;
}

/** What the people of a place have: a place where, none, or nothing within reach; and their share of the supply. */
export function explainPlaces(
  answer: CapacityAnswer,
  place: number,
  { facilities, detourFactor }: { facilities: Pick<Facilities, 'name' | 'id'>; detourFactor: number | null },
  say: Say,
  language: Language,
) {
  const { allocation, values, access, question } = answer;
  const words = questionWords(question, detourFactor, say, language);
  const [served, noPlace] = [allocation.served[place], allocation.noPlace[place]];
  const isOut = allocation.outOfReach[place] > 0;
  const count = (value: number) => formatCount(value, language);
  const key = !(values[place] > 0) ? 'nobody' : isOut ? 'out' : noPlace > 1e-3 ? 'short' : 'served';
  const goes = goesTo(answer, place).map(([row, people]) => ({
    label: facilities.name[row] || facilities.id[row] || NO_VALUE,
    value: `${count(people)} ${say('unit.people')}`,
  }));
  return {
    isMet: key === 'served',
    text: say(`capacity.cell.${key}`, {
      ...words,
      total: count(values[place]),
      served: count(served),
      noPlace: count(noPlace),
    }),
    access: {
      label: say('capacity.cell.access'),
      value: say('capacity.cell.perPerson', {
        value: formatPerPerson(access[place], language),
        unit: perPersonUnit(question.service, question.supply, say),
      }),
    },
    goes,
  };
}

/** Facilities (rows) that take people of a place, most first. */
function goesTo({ takes, facilities }: CapacityAnswer, place: number): [row: number, people: number][] {
  const found: [number, number][] = [];
  for (let k = 0; k < facilities.length; k++) {
    for (let e = takes.start[k]; e < takes.start[k + 1]; e++) {
      if (takes.place[e] === place) found.push([facilities[k], takes.people[e]]);
    }
  }
  return found.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
}

/** Places that a facility serves: lines are drawn to them. */
export function servedPlaces({ takes, facilities }: CapacityAnswer, row: number): Int32Array {
  const k = facilities.indexOf(row);
  return k < 0 ? new Int32Array(0) : takes.place.slice(takes.start[k], takes.start[k + 1]);
}
