import type { DistrictAssignment, Districts } from '../dataset/districts.ts';
import { ExactSums } from '../exact-sums.ts';

/** How reach was measured: it is written beside every figure. */
export type ReachMethod = 'straight' | 'detour' | 'network';

/** One figure of coverage: of so much demand in a district, so much lies within the limit (≤) of a facility. */
export interface CoverageRow {
  /** -1: the whole area, level `all`. -2: the demand that lies in no district, per level. */
  district: number;
  level: string;
  method: ReachMethod;
  limitMeters: number;
  /** The limit as it was asked for, when that was in minutes. */
  limitMinutes?: number;
  total: number;
  covered: number;
  /** covered / total; NaN where there is nobody: a state of its own, not 0. */
  share: number;
}

export const WHOLE_AREA = -1;
export const OUTSIDE_DISTRICTS = -2;

/** A limit in metres; `minutes` when it was asked for as a walking time, at a speed that is in the settings. */
export interface Limit {
  meters: number;
  minutes?: number;
}

/** One reading of reach: metres from every place, and the limits they are held against. */
export interface Reading {
  method: ReachMethod;
  meters: Float64Array;
  limits: Limit[];
}

/**
 * Sums covered demand in all, by district and outside of all districts, for every reading and limit.
 * `values`: demand by place; NaN (not surveyed) counts as absent. For every level, districts and outside add up to the
 * whole area. Rows come in the order: reading, limit, whole area, then levels from the largest unit down.
 */
export function coverage(
  values: Float64Array,
  readings: Reading[],
  districts: Districts | undefined,
  assignment: DistrictAssignment,
): CoverageRow[] {
  const rows: CoverageRow[] = [];
  for (const { method, meters, limits } of readings) {
    for (const limit of limits) {
      const limitMeters = limit.meters;
      const asked = limit.minutes === undefined ? {} : { limitMinutes: limit.minutes };
      const inside = (place: number) => meters[place] <= limitMeters;
      const push = (district: number, level: string, total: number, covered: number) => {
        rows.push({
          district,
          level,
          method,
          limitMeters,
          ...asked,
          total,
          covered,
          share: total > 0 ? covered / total : NaN,
        });
      };
      const whole = sumBy(values, undefined, 1, inside);
      push(WHOLE_AREA, 'all', whole.total[0], whole.covered[0]);
      if (!districts) continue;
      for (let level = 0; level < districts.levels.length; level++) {
        // One slot more than there are districts: the demand outside of all of them.
        const sums = sumBy(values, assignment[level], districts.count + 1, inside);
        for (let d = 0; d < districts.count; d++) {
          if (districts.level[d] === level) push(d, districts.levels[level], sums.total[d], sums.covered[d]);
        }
        if (sums.total[districts.count] > 0) {
          push(
            OUTSIDE_DISTRICTS,
            districts.levels[level],
            sums.total[districts.count],
            sums.covered[districts.count],
          );
        }
      }
    }
  }
  return rows;
}

function sumBy(
  values: Float64Array,
  bin: Int32Array | undefined,
  bins: number,
  inside: (place: number) => boolean,
) {
  const total = new ExactSums(bins);
  const covered = new ExactSums(bins);
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (!(value > 0)) continue;
    const slot = bin === undefined ? 0 : bin[i] < 0 ? bins - 1 : bin[i];
    total.add(slot, value);
    if (inside(i)) covered.add(slot, value);
  }
  return { total: total.values(), covered: covered.values() };
}
