import type { DistrictAssignment, Districts } from '../dataset/districts.ts';
import { ExactSums } from '../exact-sums.ts';
import { OUTSIDE_DISTRICTS, WHOLE_AREA } from './coverage.ts';

/** Reach of one service of the list. */
export interface CircleService {
  service: string;
  meters: Float64Array;
}

/** How complete the 15-minute circle of a district's people is. */
export interface LifeCircleRow {
  district: number;
  level: string;
  people: number;
  /** People by the number of services they reach: entry k holds those who reach exactly k of the list. */
  byCount: Float64Array;
  /** People who lack each service of the list, in its order. */
  lacking: Float64Array;
  /** Place in the list of the service that most people lack, the first of equals; -1 where nobody lives or nothing lacks. */
  weakest: number;
}

export interface LifeCircle {
  services: string[];
  limitMeters: number;
  /** Services within the limit, by place. */
  count: Uint8Array;
  /** Bit s is set where service s of the list is missing. At most 31 services. */
  missing: Uint32Array;
  rows: LifeCircleRow[];
}

/**
 * Of a list of services, how many lie within the limit of each place and which are missing; people by district. For every
 * row Σ byCount = people, and lacking[s] = people who do not reach s.
 */
export function lifeCircle(
  values: Float64Array,
  services: CircleService[],
  limitMeters: number,
  districts: Districts | undefined,
  assignment: DistrictAssignment,
): LifeCircle {
  const count = new Uint8Array(values.length);
  const missing = new Uint32Array(values.length);
  services.forEach(({ meters }, s) => {
    for (let i = 0; i < values.length; i++) {
      if (meters[i] <= limitMeters) count[i]++;
      else missing[i] |= 1 << s;
    }
  });
  const rows = [...rowsOf(values, count, missing, services.length, undefined, 1, () => WHOLE_AREA, 'all')];
  districts?.levels.forEach((level, l) => {
    const at = (slot: number) => {
      if (slot === districts.count) return OUTSIDE_DISTRICTS;
      return districts.level[slot] === l ? slot : undefined;
    };
    rows.push(
      ...rowsOf(values, count, missing, services.length, assignment[l], districts.count + 1, at, level),
    );
  });
  return { services: services.map((one) => one.service), limitMeters, count, missing, rows };
}

function* rowsOf(
  values: Float64Array,
  count: Uint8Array,
  missing: Uint32Array,
  serviceCount: number,
  bin: Int32Array | undefined,
  bins: number,
  at: (slot: number) => number | undefined,
  level: string,
): Generator<LifeCircleRow> {
  const width = 2 * serviceCount + 2;
  const sums = new ExactSums(bins * width);
  for (let i = 0; i < values.length; i++) {
    if (!(values[i] > 0)) continue;
    const slot = bin ? (bin[i] < 0 ? bins - 1 : bin[i]) : 0;
    sums.add(slot * width, values[i]);
    sums.add(slot * width + 1 + count[i], values[i]);
    for (let s = 0; s < serviceCount; s++) {
      if ((missing[i] >>> s) & 1) sums.add(slot * width + 2 + serviceCount + s, values[i]);
    }
  }
  const all = sums.values();
  for (let slot = 0; slot < bins; slot++) {
    const district = at(slot);
    const from = slot * width;
    if (district === undefined || (district === OUTSIDE_DISTRICTS && all[from] === 0)) continue;
    const lacking = all.slice(from + 2 + serviceCount, from + width);
    const worst = lacking.reduce((best, people, s) => (people > lacking[best] ? s : best), 0);
    yield {
      district,
      level,
      people: all[from],
      byCount: all.slice(from + 1, from + 2 + serviceCount),
      lacking,
      weakest: lacking[worst] > 0 ? worst : -1,
    };
  }
}
