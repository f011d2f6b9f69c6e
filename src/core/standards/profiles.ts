import library from '../../../data/standards/profiles.json';
import { isComputable, STANDARDS, type Standard } from './standard.ts';

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
