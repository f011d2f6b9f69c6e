import type { Limit } from '../core/analysis/coverage.ts';
import { formatMeters, formatMinutes } from './numbers.ts';
import type { Language, Say } from './words/index.ts';

/**
 * The limit the answer is for: the time that was chosen where it is still one of the limits, else one of those in metres.
 * By place in its own list and not among all: a time moves past the metres when the speed changes.
 */
export function pickLimit(limits: readonly Limit[], index: number, minutes: number | undefined): Limit {
  const timed = limits.find((limit) => minutes !== undefined && limit.minutes === minutes);
  const inMeters = limits.filter((limit) => limit.minutes === undefined);
  return timed ?? inMeters[Math.min(index, inMeters.length - 1)] ?? limits[0];
}

/** Which of the limits it is; the last where it is none of them. */
export function limitPlace(limits: readonly Limit[], wanted: { limitMeters: number; limitMinutes?: number }) {
  const found = limits.findIndex(
    ({ meters, minutes }) => meters === wanted.limitMeters && minutes === wanted.limitMinutes,
  );
  return found < 0 ? limits.length - 1 : found;
}

/** `500 米`, `15 分钟`: as it was asked for. */
export function limitWords({ meters, minutes }: Limit, say: Say, language: Language): string {
  return minutes === undefined
    ? say('screen.meters', { meters: formatMeters(meters, language) })
    : say('screen.minutes', { minutes: formatMinutes(minutes, language) });
}

/** Limits that are the same in metres made one, for classes and lines of a chart: the time stays beside the metres. */
export function mergedLimits(limits: readonly Limit[]): Limit[] {
  const byMeters = new Map<number, Limit>();
  for (const limit of limits) byMeters.set(limit.meters, { ...byMeters.get(limit.meters), ...limit });
  return [...byMeters.values()].sort((a, b) => a.meters - b.meters);
}
