import type { Limit } from '../analysis/coverage.ts';
import { type ServiceId, serviceOf } from '../dataset/services.ts';
import type { ProjectSettings } from './project.ts';

/**
 * Limits of a service, ascending: those in metres (its own, else those for every service `*`, else the library's, each
 * once), and those in minutes at the walking speed.
 */
export function limitsOf({ limits, walking }: ProjectSettings, service: ServiceId): Limit[] {
  const chosen = limits[service] ?? limits['*'] ?? serviceOf(service).limits;
  const inMeters = [...new Set(chosen)].map((meters) => ({ meters }));
  const inMinutes = [...new Set(walking.minutes)].map((minutes) => ({
    meters: minutes * 60 * walking.metersPerSecond,
    minutes,
  }));
  return [...inMeters, ...inMinutes].sort((a, b) => a.meters - b.meters);
}

/** Catchments are made a little wider than asked and kept, so that a limit that is dragged finds them ready. */
const LADDER = [500, 1000, 1500, 2000, 3000, 5000];

export function catchmentLimit(limitsMeters: number[]): number {
  const widest = Math.max(0, ...limitsMeters);
  return LADDER.find((rung) => rung >= widest) ?? widest;
}
