import library from '../../../data/standards/profiles.json';
import type { ServiceId } from '../dataset/services.ts';
import { isComputable, STANDARDS, type Standard, servicesOfStandard } from './standard.ts';

/** A group of standards that belong to one plan, code or country. */
export interface Profile {
  id: string;
  zh: string;
  en: string;
  jurisdiction: string;
  /** What the text at hand is missing, told to whoever uses the profile. */
  gaps?: { zh: string; en: string }[];
}

export const PROFILES: readonly Profile[] = library as Profile[];

export function profileOf(id: string): Profile | undefined {
  return PROFILES.find((profile) => profile.id === id);
}

/** Every standard of a profile, in the order of the library. */
export function standardsOfProfile(profile: string): Standard[] {
  return STANDARDS.filter((standard) => standard.profile === profile);
}

/** Ids of the standards that a profile switches on: verified, and computable from a map. The others are listed only. */
export function profileStandards(profile: string): string[] {
  return standardsOfProfile(profile)
    .filter((standard) => standard.verified && isComputable(standard))
    .map((standard) => standard.id);
}

/** The plan that a new project is held against. */
const STARTING_PROFILE = 'cn-14fyp';

/**
 * What a new project is judged by: of the national plan whatever sets a number and is about a service that the data has. The
 * user changes the list at will.
 */
export function startingStandards(services: readonly ServiceId[]): { id: string }[] {
  const switchedOn = new Set(profileStandards(STARTING_PROFILE));
  return standardsOfProfile(STARTING_PROFILE)
    .filter((standard) => switchedOn.has(standard.id) && standard.value !== null)
    .filter((standard) => servicesOfStandard(standard).some((service) => services.includes(service)))
    .map(({ id }) => ({ id }));
}
