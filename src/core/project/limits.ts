import type { Limit } from '../analysis/coverage.ts';
import { type ServiceId, serviceOf } from '../dataset/services.ts';
import type { ProjectSettings } from './project.ts';

/**
 * Limits of a service, ascending: those in metres (its own, else those for every service `*`, else the library's, each
 * once), and those in minutes at the speed of the people who walk.
 */
export function limitsOf(
  { limits, walking }: ProjectSettings,
  service: ServiceId,
  metersPerSecond: number,
): Limit[] {
  const chosen = limits[service] ?? limits['*'] ?? serviceOf(service).limits;
  const inMeters = [...new Set(chosen)].map((meters) => ({ meters }));
  const inMinutes = [...new Set(walking.minutes)].map((minutes) => ({
    meters: metersOfMinutes(minutes, metersPerSecond),
    minutes,
  }));
  return [...inMeters, ...inMinutes].sort((a, b) => a.meters - b.meters);
}

export function metersOfMinutes(minutes: number, metersPerSecond: number): number {
  return minutes * 60 * metersPerSecond;
}

/** Catchments are made a little wider than asked and kept, so that a limit that is dragged finds them ready. */
const LADDER = [500, 1000, 1500, 2000, 3000, 5000];

export function catchmentLimit(limitsMeters: number[]): number {
  const widest = Math.max(0, ...limitsMeters);
  return LADDER.find((rung) => rung >= widest) ?? widest;
}
