import type { DemandUnit } from '../core/dataset/demand.ts';
import type { Facilities } from '../core/dataset/facilities.ts';
import { type CoverageQuestion, limitOf, methodWords } from './coverage-finding.ts';
import { type Distance, distanceWords } from './explain-walk.ts';
import { limitWords } from './limits.ts';
import { type DistrictNames, districtName, groupName, serviceInSentence } from './names.ts';
import { formatCount, formatFactor, formatMeters } from './numbers.ts';
import type { Language, Say } from './words/index.ts';

/** A line of a card: what, and how much. */
export interface CardLine {
  label: string;
  value: string;
}

/** What one reading says of the place. */
export interface Comparison {
  reading: CoverageQuestion['reading'];
  label: string;
  distance: string;
  verdict: string;
  isMet: boolean;
}

export interface PlaceCard {
  /** Why the place has its colour, in a sentence. */
  verdict: string;
  isCovered: boolean;
  comparison: Comparison[];
  reach: CardLine[];
  people: CardLine[];
  districts: CardLine[];
  facility: number;
}

export interface PlaceFacts {
  place: number;
  /** As the crow flies. */
  meters: number;
  facility: number;
  /** Along the streets, where there are any. */
  network: { meters: number; facility: number; metersPerSecond: number; isLinked: boolean } | undefined;
  /** How many facilities lie within the limit of the reading. */
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
  const { question, facilities, network } = facts;
  const isNetwork = question.reading === 'network' && network !== undefined;
  const facility = isNetwork ? network.facility : facts.facility;
  const name = facility >= 0 ? facilities.name[facility] || facilities.id[facility] : '';
  const { isCovered, sentence } = verdictOf(facts, name, say, language);
  const lines: CardLine[] = facility < 0 ? [] : [{ label: say('screen.card.nearest'), value: name }];
  lines.push({ label: say('screen.card.limit'), value: limitWords(limitOf(question), say, language) });
  lines.push({
    label: say('screen.card.within', { method: say(`method.${isNetwork ? 'network' : 'straight'}`) }),
    value: formatCount(facts.within, language),
  });
  return {
    verdict: sentence,
    isCovered,
    comparison: distancesOf(facts).map((one) => comparisonOf(one, facts, say, language)),
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

type ReadingDistance = Distance & { reading: CoverageQuestion['reading']; isLinked: boolean };

/** The distance of every reading there is: straight, by the factor, along the streets. */
function distancesOf({ meters, network, question }: PlaceFacts): ReadingDistance[] {
  const { detourFactor } = question;
  const all: ReadingDistance[] = [{ reading: 'straight', meters, isLinked: true }];
  if (detourFactor !== null) all.push({ reading: 'detour', meters: meters * detourFactor, isLinked: true });
  if (network) all.push({ reading: 'network', ...network });
  return all;
}

function comparisonOf(
  one: ReadingDistance,
  { question }: PlaceFacts,
  say: Say,
  language: Language,
): Comparison {
  const isReached = Number.isFinite(one.meters);
  const isMet = one.meters <= question.limitMeters;
  return {
    reading: one.reading,
    label:
      one.reading === 'detour'
        ? say('screen.method.detourShort', { factor: formatFactor(question.detourFactor ?? 1, language) })
        : methodWords({ ...question, reading: one.reading }, say, language),
    distance: isReached
      ? distanceWords(one, say, language)
      : say(`screen.card.${one.isLinked ? 'unreached' : 'unlinked'}`),
    verdict: say(`screen.card.${isMet ? 'met' : 'notMet'}`),
    isMet,
  };
}

function verdictOf(facts: PlaceFacts, name: string, say: Say, language: Language) {
  const { question } = facts;
  const all = distancesOf(facts);
  const own = all.find((one) => one.reading === question.reading) ?? all[0];
  const isCovered = own.meters <= question.limitMeters;
  const reached = isCovered ? 'covered' : 'uncovered';
  const key = Number.isFinite(own.meters) ? reached : own.isLinked ? 'unreached' : 'unlinked';
  const words = {
    service: serviceInSentence(question.service, language),
    name,
    distance: distanceWords(own, say, language),
    limit: limitWords(limitOf(question), say, language),
    missing: formatMeters(own.meters - question.limitMeters, language),
  };
  return { isCovered, sentence: say(`screen.card.verdict.${key}`, words) };
}

function districtLines({ districtRows, districts }: PlaceFacts, say: Say): CardLine[] {
  if (!districts) return [];
  return districtRows.map((row, level) => ({
    label: districts.levels[level] === 'district' ? say('level.district') : districts.levels[level],
    value: row < 0 ? say('outsideDistricts') : districtName(row, districts, say),
  }));
}
