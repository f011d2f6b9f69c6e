import library from '../../../data/services/exclusions.json';
import type { ServiceId } from '../dataset/services.ts';
import { serviceOf } from '../dataset/services.ts';

/** What lies among the rows of a service without being one, by words. See `data/services/README.md`. */
export interface Exclusion {
  id: string;
  zh: string;
  en: string;
  among: string[];
  names: string[];
  types: string[];
  unless: string[];
}

export const EXCLUSIONS: readonly Exclusion[] = library as Exclusion[];

/** The exclusion that a row falls under, and the word it does so by. */
export interface Excluded {
  exclusion: Exclusion;
  word: string;
}

/**
 * Tests rows of one file: `context` is what the file is about beside the types of its rows (its name, the chosen service).
 * An exclusion applies only where the context or the row's own type holds one of its `among`.
 */
export function exclusionTest(
  context: string,
  exclusions: readonly Exclusion[] = EXCLUSIONS,
): (name: string, type: string) => Excluded | undefined {
  const lowered = context.toLowerCase();
  return (name, type) => {
    const [lowName, lowType] = [name.normalize('NFKC').toLowerCase(), type.normalize('NFKC').toLowerCase()];
    for (const exclusion of exclusions) {
      const { among, names, types, unless } = exclusion;
      const applies = among.some((word) => lowered.includes(word) || lowType.includes(word));
      if (!applies) continue;
      const named = unless.some((one) => lowName.includes(one)) ? [] : names;
      const word = types.find((one) => lowType.includes(one)) ?? named.find((one) => lowName.includes(one));
      if (word !== undefined) return { exclusion, word };
    }
    return undefined;
  };
}

/** All words of a service in one text, for `exclusionTest`. */
export function wordsOfService(id: ServiceId | undefined): string {
  if (id === undefined) return '';
  const { zh, en, words } = serviceOf(id);
  return [id, zh, en, ...words].join(' ');
}
