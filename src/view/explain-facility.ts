import type { Limit } from '../core/analysis/coverage.ts';
import type { Facilities } from '../core/dataset/facilities.ts';
import { serviceOf } from '../core/dataset/services.ts';
import type { ReadingName } from './coverage-finding.ts';
import type { CardLine } from './explain-place.ts';
import { limitWords } from './limits.ts';
import { groupName, serviceName } from './names.ts';
import { formatCount, NO_VALUE } from './numbers.ts';
import type { Language, Say } from './words/index.ts';

export interface FacilityCard {
  title: string;
  facts: CardLine[];
  /** Whom it reaches, one line a limit; empty when it does not serve. */
  reached: CardLine[];
  source: string;
}

export interface FacilityFacts {
  facilities: Facilities;
  row: number;
  limits: readonly Limit[];
  /** People of `group` within each limit; along the streets, those for whom it is the nearest. */
  around: readonly number[];
  group: string;
  unitWord: string;
  reading: ReadingName;
  methodWord: string;
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
    ],
    reached:
      status !== 'open'
        ? []
        : facts.limits.map((limit, k) => ({
            label: say(`screen.card.${facts.reading === 'network' ? 'nearestWithin' : 'peopleWithin'}`, {
              group: groupName(facts.group, say),
              limit: limitWords(limit, say, language),
              ...(facts.reading === 'network' ? {} : { method: facts.methodWord }),
            }),
            value: `${formatCount(facts.around[k], language)} ${facts.unitWord}`,
          })),
    source: say('screen.card.source', { file: facilities.file[row], row: facilities.row[row] }),
  };
}
