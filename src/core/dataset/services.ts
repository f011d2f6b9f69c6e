import library from '../../../data/services/services.json';

/** Id of a service of the library, or, for a type the library does not know, the words of the file themselves. */
export type ServiceId = string;

export interface Service {
  id: ServiceId;
  zh: string;
  en: string;
  /** Demand group it serves, see `groups.ts`. */
  group: string;
  /** Starting values of the radius, metres. */
  limits: number[];
  capacityUnit: 'places' | 'beds';
  hue: string;
  shape: string;
  /** Kind of service in the plans: 基本公共服务, 普惠性非基本公共服务, 生活服务. Targets of the plans are about the first two. */
  class: 'basic' | 'inclusive' | 'life';
  /** It comes on certain days: its rows are stops, and count for the days they are served. */
  mobile?: boolean;
  words: string[];
}

export const SERVICES: readonly Service[] = library as Service[];

/** The service as described in the library, or a description of an unknown one that serves all people. */
export function serviceOf(id: ServiceId): Service {
  return (
    SERVICES.find((service) => service.id === id) ?? {
      id,
      zh: id,
      en: id,
      group: 'people',
      limits: [500, 1000],
      capacityUnit: 'places',
      hue: '#54606b',
      shape: 'circle',
      class: 'life',
      words: [],
    }
  );
}

/**
 * The service a type text means. The longest matching word wins (社区卫生服务站 holds both 社区卫生 and 卫生服务), and of
 * several types joined by `;` or `|` the last, most detailed one is tried first. `_` and `-` are read as spaces, as in
 * OpenStreetMap's `bus_stop`. A text without a match is returned trimmed, as a service of its own.
 */
export function serviceFromWords(text: string): ServiceId {
  const parts = text
    .split(/[;；|]/)
    .map((part) => plain(part))
    .filter((part) => part !== '');
  for (const part of parts.reverse()) {
    let best: { id: ServiceId; length: number } | undefined;
    for (const { id, words } of WORDS) {
      for (const word of words) {
        if (word.length > (best?.length ?? 0) && holds(part, word)) best = { id, length: word.length };
      }
    }
    if (best) return best.id;
  }
  return text.trim();
}

const WORDS: readonly { id: ServiceId; words: string[] }[] = SERVICES.map(({ id, zh, en, words }) => ({
  id,
  words: [id, zh, en, ...words].map(plain),
}));

function plain(text: string): string {
  return text.trim().toLowerCase().replace(/[_-]/g, ' ');
}

/** A short Latin word must stand alone: a `parking` is no park. */
function holds(text: string, word: string): boolean {
  if (!/^[a-z]{1,5}$/.test(word)) return text.includes(word);
  return new RegExp(`(^|[^a-z])${word}s?($|[^a-z])`).test(text);
}
