import type { DemandUnit } from '../core/dataset/demand.ts';
import type { Facilities } from '../core/dataset/facilities.ts';
import { type CoverageQuestion, limitOf, methodWords } from './coverage-finding.ts';
import { type Distance, distanceWords } from './explain-walk.ts';
import { limitWords } from './limits.ts';
import { type DistrictNames, districtName, groupName, serviceInSentence } from './names.ts';
import { formatCount, formatFactor, formatMeters, formatOverMinutes } from './numbers.ts';
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
  network:
    | { meters: number; facility: number; metersPerSecond: number; isLinked: boolean; isCutOff: boolean }
    | undefined;
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
  const name = facilityName(facilities, facility);
  const { isCovered, sentence } = verdictOf(facts, name, say, language);
  const lines = nearestLines(facts, facility, say);
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

function facilityName({ name, id }: Facilities, row: number): string {
  return row < 0 ? '' : name[row] || id[row];
}

/** The nearest facility; both of them where the nearest on foot is another than the nearest by line. */
function nearestLines({ facilities, ...facts }: PlaceFacts, facility: number, say: Say): CardLine[] {
  const walked = facts.network?.facility ?? -1;
  const line = (label: string, row: number) => ({
    label: say(`screen.card.${label}`),
    value: facilityName(facilities, row),
  });
  if (walked >= 0 && facts.facility >= 0 && walked !== facts.facility) {
    return [line('nearestStraight', facts.facility), line('nearestWalked', walked)];
  }
  return facility < 0 ? [] : [line('nearest', facility)];
}

type ReadingDistance = Distance & {
  reading: CoverageQuestion['reading'];
  isLinked: boolean;
  isCutOff?: boolean;
};

/** The distance of every reading there is: straight, by the factor, along the streets. */
function distancesOf({ meters, network, question }: PlaceFacts): ReadingDistance[] {
  const { detourFactor } = question;
  // Held against a time, every distance is told in minutes too.
  const speed =
    question.limitMinutes === undefined || question.metersPerSecond === undefined
      ? {}
      : { metersPerSecond: question.metersPerSecond };
  const all: ReadingDistance[] = [{ reading: 'straight', meters, isLinked: true, ...speed }];
  if (detourFactor !== null) {
    all.push({ reading: 'detour', meters: meters * detourFactor, isLinked: true, ...speed });
  }
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
    distance: isReached ? distanceWords(one, say, language) : say(`screen.card.${withoutWalk(one)}`),
    verdict: say(`screen.card.${isMet ? 'met' : 'notMet'}`),
    isMet,
  };
}

function withoutWalk({ isLinked, isCutOff }: ReadingDistance): 'unreached' | 'unlinked' | 'cutOff' {
  if (isLinked) return 'unreached';
  return isCutOff ? 'cutOff' : 'unlinked';
}

function verdictOf(facts: PlaceFacts, name: string, say: Say, language: Language) {
  const { question } = facts;
  const all = distancesOf(facts);
  const own = all.find((one) => one.reading === question.reading) ?? all[0];
  const isCovered = own.meters <= question.limitMeters;
  const speed = question.limitMinutes === undefined ? undefined : question.metersPerSecond;
  const beyond = speed === undefined ? 'uncovered' : 'uncoveredMinutes';
  const reached = isCovered ? 'covered' : beyond;
  const key = Number.isFinite(own.meters) ? reached : withoutWalk(own);
  const over = own.meters - question.limitMeters;
  const words = {
    service: serviceInSentence(question.service, language),
    name,
    distance: distanceWords(own, say, language),
    limit: limitWords(limitOf(question), say, language),
    missing: formatMeters(over, language),
    over: speed === undefined ? '' : formatOverMinutes(over / speed / 60, language),
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
