import { serviceOf } from '../core/dataset/services.ts';
import { standardsOfProfile } from '../core/standards/profiles.ts';
import { STANDARDS, type Standard, servicesOfStandard } from '../core/standards/standard.ts';

/**
 * Standards of a plan, or, where words are given, of all plans that hold every word in name, clause, service or id. The
 * user's own come first.
 */
export function findStandards({
  profile,
  words,
  own,
}: {
  profile: string;
  words: string;
  own: readonly Standard[];
}): Standard[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const pool = wanted.length > 0 ? STANDARDS : standardsOfProfile(profile);
  return [...own, ...pool].filter((standard) => {
    const text = textOf(standard);
    return wanted.every((word) => text.includes(word));
  });
}

function textOf(standard: Standard): string {
  const services = servicesOfStandard(standard).map(serviceOf);
  return [
    standard.id,
    standard.zh,
    standard.en,
    standard.source.title,
    standard.source.section,
    ...services.flatMap(({ zh, en }) => [zh, en]),
  ]
    .join(' ')
    .toLowerCase();
}
