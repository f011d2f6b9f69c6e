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
      words: [],
    }
  );
}

/**
 * The service a type text means. The longest matching word wins (社区卫生服务站 holds both 社区卫生 and 卫生服务), and of
 * several types joined by `;` or `|` the last, most detailed one is tried first. A text without a match is returned trimmed, as
 * a service of its own.
 */
export function serviceFromWords(text: string): ServiceId {
  const parts = text
    .split(/[;；|]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  for (const part of parts.reverse()) {
    const lower = part.toLowerCase();
    let best: { id: ServiceId; length: number } | undefined;
    for (const service of SERVICES) {
      for (const word of [service.id, service.zh, service.en, ...service.words]) {
        if (lower.includes(word.toLowerCase()) && word.length > (best?.length ?? 0)) {
          best = { id: service.id, length: word.length };
        }
      }
    }
    if (best) return best.id;
  }
  return text.trim();
}
