import type { DistanceProfile } from '../core/analysis/distance-profile.ts';

/** Running share of people against distance: points of the curve, metres of the reading and share of one. */
export interface DistanceCurve {
  points: [meters: number, share: number][];
  total: number;
}

/** `factor` stretches the distances of the straight line to those of the reading. */
export function distanceCurve(profile: DistanceProfile, factor: number): DistanceCurve {
  const inBands = profile.people.reduce((sum, people) => sum + people, 0);
  const total = inBands + profile.beyond + profile.unreached;
  let running = 0;
  const points: [number, number][] = [];
  profile.people.forEach((people, k) => {
    running += people;
    points.push([k * profile.stepMeters * factor, total > 0 ? running / total : 0]);
  });
  return { points, total };
}

/** Metres at which the curve need not be drawn further: nearly all are reached, or the bands end. */
export function curveEnd(curve: DistanceCurve, limitsMeters: readonly number[]): number {
  const last = curve.points[curve.points.length - 1]?.[0] ?? 0;
  const full = curve.points.find(([, share]) => share >= 0.995)?.[0] ?? last;
  const wanted = Math.max(full, limitsMeters[limitsMeters.length - 1] * 1.5);
  return Math.min(last, Math.ceil(wanted / 500) * 500);
}
