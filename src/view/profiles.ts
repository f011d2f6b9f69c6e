import type { ProjectSettings } from '../core/project/project.ts';

export type Profile = ProjectSettings['walking']['profile'];

/** Who walks, in the order in which they are offered. */
export const PROFILES: readonly Profile[] = ['adult', 'carer', 'older', 'wheelchair'];

/** A select holds texts. */
export function readProfile(text: string): Profile {
  return PROFILES.find((profile) => profile === text) ?? 'adult';
}
