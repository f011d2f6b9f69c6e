import type { Limit } from '../core/analysis/coverage.ts';
import type { Facilities } from '../core/dataset/facilities.ts';
import { serviceOf } from '../core/dataset/services.ts';
import type { FacilityCatchment } from '../core/project/facility-catchment.ts';
import type { ReadingName } from './coverage-finding.ts';
import type { CardLine } from './explain-place.ts';
import { limitWords } from './limits.ts';
import { groupName, serviceName } from './names.ts';
import { formatCount, NO_VALUE } from './numbers.ts';
import type { Language, Say } from './words/index.ts';

export interface FacilityCard {
  title: string;
  facts: CardLine[];
  /** Whom it reaches within each limit, and those of them it is nearest for; undefined until it is known. */
  reached: CatchmentTable | undefined;
  /** The catchment at the limit of the question by group of people, one column a method. */
  catchment: CatchmentTable | undefined;
  source: string;
}

export interface FacilityFacts {
  facilities: Facilities;
  row: number;
  limits: readonly Limit[];
  /** Which of the limits the question is about. */
  limitIndex: number;
  /** Whom it reaches by every method; undefined until it is known. */
  answers: readonly FacilityCatchment[] | undefined;
  group: string;
  reading: ReadingName;
  /** No street is near: along the streets nobody reaches it. */
  isUnlinked: boolean;
  methodWord: (reading: ReadingName) => string;
}

/** Title, heads of the columns, and the lines. */
export interface CatchmentTable {
  title: string;
  heads: string[];
  rows: { label: string; cells: string[] }[];
}

export function explainFacility(facts: FacilityFacts, say: Say, language: Language): FacilityCard {
  const { facilities, row } = facts;
  const service = facilities.service[row];
  const status = facilities.status[row];
  const capacityUnit = say(`unit.${serviceOf(service).capacityUnit}`);
  const amount = (value: number, unit: string) =>
    Number.isNaN(value) ? say('state.not-surveyed') : `${formatCount(value, language)} ${unit}`;
  return {
    title: facilities.name[row] || facilities.id[row] || NO_VALUE,
    facts: [
      { label: say('screen.card.service'), value: serviceName(service, language) },
      { label: say('screen.card.status'), value: say(`status.${status}`) },
      { label: say('screen.card.capacity'), value: amount(facilities.capacity[row], capacityUnit) },
      { label: say('screen.card.landArea'), value: amount(facilities.landArea[row], 'm²') },
      { label: say('screen.card.floorArea'), value: amount(facilities.floorArea[row], 'm²') },
      ...(facts.isUnlinked ? [{ label: say('method.network'), value: say('screen.card.unlinked') }] : []),
    ],
    reached: reachedTable(facts, say, language),
    catchment: catchmentTable(facts, say, language),
    source: say('screen.card.source', { file: facilities.file[row], row: facilities.row[row] }),
  };
}

function reachedTable(facts: FacilityFacts, say: Say, language: Language): CatchmentTable | undefined {
  const answer = facts.answers?.find((one) => one.method === facts.reading);
  const own = answer?.groups.find((one) => one.group === facts.group);
  if (!own) return undefined;
  const method = facts.methodWord(facts.reading);
  return {
    title: say('screen.card.reached', { group: groupName(facts.group, say), method }),
    heads: ['within', 'nearestFor'].map((head) => say(`screen.card.reachedHead.${head}`)),
    rows: facts.limits.map((limit, k) => ({
      label: limitWords(limit, say, language),
      cells: [own.within[k], own.nearest[k]].map((value) => formatCount(value, language)),
    })),
  };
}

/** By straight line, and beside it along the streets, or by the factor where there are none. */
function catchmentTable(facts: FacilityFacts, say: Say, language: Language): CatchmentTable | undefined {
  const { answers = [], limits, limitIndex: k } = facts;
  const straight = answers.find((one) => one.method === 'straight');
  const beside =
    answers.find((one) => one.method === 'network') ?? answers.find((one) => one.method === 'detour');
  if (!straight || !limits[k]) return undefined;
  const methods = beside ? [straight, beside] : [straight];
  return {
    title: say('screen.card.catchment', { limit: limitWords(limits[k], say, language) }),
    heads: methods.map((one) => facts.methodWord(one.method)),
    rows: straight.groups.flatMap(({ group, unit }, g) =>
      unit === 'people' && methods.some((one) => one.groups[g].within[k] > 0)
        ? [
            {
              label: groupName(group, say),
              cells: methods.map((one) => formatCount(one.groups[g].within[k], language)),
            },
          ]
        : [],
    ),
  };
}
