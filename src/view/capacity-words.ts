import type { CapacityQuestion } from '../core/project/capacity.ts';
import type { SupplyId } from '../core/project/supply-choice.ts';
import { methodWords } from './coverage-finding.ts';
import { limitWords } from './limits.ts';
import { groupName, serviceInSentence } from './names.ts';
import type { Language, Say } from './words/index.ts';

/** 学位, 托位, 床位, 名额: what one of a service's places is called. */
export function placeWord(service: string, supply: SupplyId, say: Say): string {
  if (supply !== 'places') return say(`capacity.place.${supply}`);
  const key = `capacity.place.${service}`;
  const own = say(key);
  return own === key ? say('capacity.place.places') : own;
}

/** Unit of a supply per person: 学位/人, 床位/人, m²/人. */
export function perPersonUnit(service: string, supply: SupplyId, say: Say): string {
  return supply === 'places' || supply === 'beds' ? placeWord(service, supply, say) : 'm²';
}

/** Behind a number: 个学位, 张床位, m². */
export function countedUnit(service: string, supply: SupplyId, say: Say): string {
  const kind = supply === 'places' || supply === 'beds' ? supply : 'm2';
  return say(`capacity.counted.${kind}`, { place: placeWord(service, supply, say) });
}

/** What every sentence about places needs. */
export function questionWords(
  { service, group, limit, reading, supply }: CapacityQuestion,
  detourFactor: number | null,
  say: Say,
  language: Language,
): Record<string, string> {
  return {
    group: groupName(group, say),
    service: serviceInSentence(service, language),
    place: placeWord(service, supply, say),
    limit: limitWords(limit, say, language),
    method: methodWords({ reading, detourFactor }, say, language),
  };
}
