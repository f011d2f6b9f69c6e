import type { DemandUnit } from '../core/dataset/demand.ts';
import type { Facilities } from '../core/dataset/facilities.ts';
import type { CoverageQuestion } from './coverage-finding.ts';
import { type DistrictNames, districtName, groupName, serviceInSentence } from './names.ts';
import { formatCount, formatFactor, formatMeters } from './numbers.ts';
import type { Language, Say } from './words/index.ts';

/** A line of a card: what, and how much. */
export interface CardLine {
  label: string;
  value: string;
}

export interface PlaceCard {
  /** Why the place has its colour, in a sentence. */
  verdict: string;
  isCovered: boolean;
  reach: CardLine[];
  people: CardLine[];
  districts: CardLine[];
  facility: number;
}

export interface PlaceFacts {
  place: number;
  meters: number;
  facility: number;
  /** How many facilities lie within the limit, straight line. */
  within: number;
  question: CoverageQuestion;
  facilities: Facilities;
  /** People of the place by group, as far as known. */
  people: { group: string; unit: DemandUnit; value: number }[];
  /** District row by level, -1 where in none. */
  districtRows: number[];
  districts: DistrictNames | undefined;
}

export function explainPlace(facts: PlaceFacts, say: Say, language: Language): PlaceCard {
  const { question, facility, facilities } = facts;
  const factor = question.reading === 'detour' && question.detourFactor !== null ? question.detourFactor : 1;
  const reach = facts.meters * factor;
  const isCovered = reach <= question.limitMeters;
  const meters = (value: number) => say('screen.meters', { meters: formatMeters(value, language) });
  const name = facility >= 0 ? facilities.name[facility] || facilities.id[facility] : '';
  const words = {
    service: serviceInSentence(question.service, language),
    name,
    meters: formatMeters(reach, language),
    limit: formatMeters(question.limitMeters, language),
    missing: formatMeters(reach - question.limitMeters, language),
  };
  const verdict = facility < 0 ? 'unreached' : isCovered ? 'covered' : 'uncovered';
  const lines: CardLine[] = [];
  if (facility >= 0) {
    lines.push({ label: say('screen.card.nearest'), value: name });
    lines.push({ label: say('method.straight'), value: meters(facts.meters) });
    if (question.detourFactor !== null) {
      lines.push({
        label: say('screen.method.detour', { factor: formatFactor(question.detourFactor, language) }),
        value: meters(facts.meters * question.detourFactor),
      });
    }
  }
  lines.push({ label: say('screen.card.limit'), value: meters(question.limitMeters) });
  lines.push({ label: say('screen.card.within'), value: formatCount(facts.within, language) });
  return {
    verdict: say(`screen.card.verdict.${verdict}`, words),
    isCovered,
    reach: lines,
    people: facts.people
      .filter((one) => one.value > 0)
      .map(({ group, unit, value }) => ({
        label: groupName(group, say),
        value: `${formatCount(value, language)} ${say(`unit.${unit}`)}`,
      })),
    districts: districtLines(facts, say),
    facility,
  };
}

function districtLines({ districtRows, districts }: PlaceFacts, say: Say): CardLine[] {
  if (!districts) return [];
  return districtRows.map((row, level) => ({
    label: districts.levels[level] === 'district' ? say('level.district') : districts.levels[level],
    value: row < 0 ? say('outsideDistricts') : districtName(row, districts, say),
  }));
}
