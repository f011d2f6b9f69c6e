import { ageRangeOf } from '../dataset/groups.ts';
import type { WalkingProfile } from '../network/walking-rules.ts';
import type { ProjectSettings } from './project.ts';

/** People by how fast they walk: adults, anybody (planning), children with a carer, from 60 on, from 75 on at risk. */
export type SpeedGroup = 'adult' | 'general' | 'carer' | 'older' | 'frail';

/** Starting values in m/s (methods, "Walking"); the user's to change. */
export const STARTING_SPEEDS: Readonly<Record<SpeedGroup, number>> = {
  general: 1.0,
  adult: 1.2,
  carer: 1.0,
  older: 0.8,
  frail: 0.7,
};

export const SPEED_GROUPS = Object.keys(STARTING_SPEEDS) as SpeedGroup[];

/**
 * Whose speed a group of people walks at. Up to 11 years: with a carer. Within 15–64: adults. From 60 on: older, since two of
 * three are 65 and more and the slower ones decide; from 75 on: frail, for the same reason. Everybody, ages that mix
 * these, 12–14, dwellings and land: the general planning speed.
 */
export function speedGroupOf(group: string): SpeedGroup {
  const ages = ageRangeOf(group);
  if (!ages) return 'general';
  if (ages.from >= 75) return 'frail';
  if (ages.from >= 60) return 'older';
  if (ages.to <= 11) return 'carer';
  return ages.from >= 15 && ages.to <= 64 ? 'adult' : 'general';
}

/** Metres a second: the group's own where it was set, else the one for everybody, else the starting value. */
export function speedIn(
  { speeds, metersPerSecond }: ProjectSettings['walking'],
  walkers: SpeedGroup,
): number {
  return speeds[walkers] ?? metersPerSecond ?? STARTING_SPEEDS[walkers];
}

/** The same for the people of a demand column or group. */
export function speedOf(walking: ProjectSettings['walking'], group: string): number {
  return speedIn(walking, speedGroupOf(group));
}

/** The speed of who walks, where no group of people is asked about: a single route, a matrix of reach. */
export function speedOfProfile(
  walking: ProjectSettings['walking'],
  profile: WalkingProfile = walking.profile,
): number {
  return speedIn(walking, profile === 'wheelchair' ? 'general' : profile);
}
