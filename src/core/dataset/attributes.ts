import library from '../../../data/attributes/attributes.json';
import type { Facilities } from './facilities.ts';
import { type ServiceId, serviceOf } from './services.ts';

/** A column of facilities that some clause asks for, beyond those that every table has. See data/attributes/README.md. */
export interface Attribute {
  id: string;
  zh: string;
  en: string;
  /** Of numbers; '' for texts. */
  unit: string;
  kind: 'number' | 'text';
  /** Headers that mean it. */
  words: string[];
  /** Of a text that is one of a few: each with the words that mean it. Without them the text is kept as it is. */
  values?: { id: string; zh: string; en: string; words: string[] }[];
  /** Attribute it cannot exceed, which stands in for it as an upper bound where it was not surveyed. */
  atMost?: string;
}

export const ATTRIBUTES: readonly Attribute[] = library as Attribute[];

const BY_ID = new Map(ATTRIBUTES.map((attribute) => [attribute.id, attribute]));

export function attributeOf(id: string): Attribute | undefined {
  return BY_ID.get(id);
}

/**
 * The value that a cell means: itself for free text, the id of a value for one of a few, '' when blank and undefined when
 * it is none of them. Of the words that the cell holds the longest decides (普惠性民办 is inclusive: 普惠 and 民办 are as
 * long, and the value that stands first wins). A single character must be the whole cell, and a Latin word stand alone.
 */
export function attributeValue({ values }: Attribute, cell: string): string | undefined {
  const text = cell.normalize('NFKC').trim();
  if (text === '' || values === undefined) return text;
  const lower = text.toLowerCase();
  let best: { id: string; length: number } | undefined;
  for (const { id, words } of values) {
    for (const word of words) {
      if (holds(lower, word) && word.length > (best?.length ?? 0)) best = { id, length: word.length };
    }
  }
  return best?.id;
}

function holds(text: string, word: string): boolean {
  if (word.length === 1) return text === word;
  if (!/^[a-z]+$/.test(word)) return text.includes(word);
  return new RegExp(`(^|[^a-z])${word}($|[^a-z])`).test(text);
}

/**
 * An attribute of every facility, in rows of the facilities; NaN where it is not known. `facilities` is 1 each; `places`
 * and `beds` fall back, row by row, on the capacity where that is what the service counts. An attribute that no facility of a
 * service has is replaced, for that service, by the one it cannot exceed; `standIn` says so.
 */
export function supplyColumn(facilities: Facilities, attribute: string): Float64Array {
  const { count, numbers } = facilities;
  if (attribute === 'facilities') return new Float64Array(count).fill(1);
  if (attribute === 'landArea' || attribute === 'floorArea' || attribute === 'capacity') {
    return facilities[attribute];
  }
  const own = numbers[attribute] ?? new Float64Array(count).fill(Number.NaN);
  if (attribute === 'places' || attribute === 'beds') return withCapacity(own, facilities, attribute);
  const bound = attributeOf(attribute)?.atMost;
  if (bound === undefined) return own;
  const surveyed = surveyedServices(own, facilities);
  const upper = supplyColumn(facilities, bound);
  return own.map((value, row) => (surveyed.has(facilities.service[row]) ? value : upper[row]));
}

/** The attribute that stands in for another as an upper bound for at least one of the services; undefined when none does. */
export function standIn(
  facilities: Facilities,
  attribute: string,
  services: readonly ServiceId[],
): string | undefined {
  const bound = attributeOf(attribute)?.atMost;
  if (bound === undefined) return undefined;
  const own = facilities.numbers[attribute] ?? new Float64Array(facilities.count).fill(Number.NaN);
  const surveyed = surveyedServices(own, facilities);
  const present = services.filter((service) => facilities.service.includes(service));
  return present.some((service) => !surveyed.has(service)) ? bound : undefined;
}

/** An attribute as canonical words, '' where it is not known; undefined when no file has such a column. */
export function textColumn({ texts }: Facilities, attribute: string): string[] | undefined {
  return texts[attribute];
}

function withCapacity(
  own: Float64Array,
  { service, capacity }: Facilities,
  unit: 'places' | 'beds',
): Float64Array {
  return own.map((value, row) =>
    Number.isNaN(value) && serviceOf(service[row]).capacityUnit === unit ? capacity[row] : value,
  );
}

function surveyedServices(values: Float64Array, { service }: Facilities): Set<ServiceId> {
  return new Set(service.filter((_, row) => !Number.isNaN(values[row])));
}
