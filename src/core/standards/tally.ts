import { OUTSIDE_DISTRICTS, WHOLE_AREA } from '../analysis/coverage.ts';
import { ExactSums } from '../exact-sums.ts';
import type { Task } from '../task.ts';
import type { StandardInput } from './input.ts';

/** A district of a level, the whole area, or what lies outside of all districts of a level, with its sums. */
export interface Tally {
  district: number;
  level: string;
  /** Index into the levels; -1 for the whole area. */
  levelIndex: number;
  /** Sum of each column over the places, and over the facilities, that lie here. */
  places: number[];
  facilities: number[];
}

/** What is summed: columns by place, and columns by facility of `rows` (entry i of a column is facility `rows[i]`). */
export interface TallyColumns {
  places: ArrayLike<number>[];
  rows: Int32Array;
  facilities: ArrayLike<number>[];
}

/**
 * Sums for the whole area, then for every district of every level, largest unit first; NaN is left out. For every level,
 * districts and outside add up to the whole. Outside is there only when something lies there.
 */
export function* tally(
  { districts, assignment, facilityAssignment }: StandardInput,
  columns: TallyColumns,
): Task<Tally[]> {
  const whole = sumsBy(columns, 1, undefined, undefined);
  const out: Tally[] = [{ district: WHOLE_AREA, level: 'all', levelIndex: -1, ...whole(0) }];
  if (!districts) return out;
  for (let l = 0; l < districts.levels.length; l++) {
    yield { phase: 'judge-standards', done: l, total: districts.levels.length };
    const at = sumsBy(columns, districts.count + 1, assignment[l], facilityAssignment[l]);
    const level = districts.levels[l];
    for (let d = 0; d < districts.count; d++) {
      if (districts.level[d] === l) out.push({ district: d, level, levelIndex: l, ...at(d) });
    }
    const rest = at(districts.count);
    if ([...rest.places, ...rest.facilities].some((sum) => sum !== 0)) {
      out.push({ district: OUTSIDE_DISTRICTS, level, levelIndex: l, ...rest });
    }
  }
  return out;
}

function sumsBy(
  { places, rows, facilities }: TallyColumns,
  bins: number,
  placeBin: Int32Array | undefined,
  facilityBin: Int32Array | undefined,
) {
  const slotOf = (bin: Int32Array | undefined, i: number) => (bin ? (bin[i] < 0 ? bins - 1 : bin[i]) : 0);
  const byPlace = places.map((column) => {
    const sums = new ExactSums(bins);
    for (let i = 0; i < column.length; i++) {
      if (column[i] !== 0 && !Number.isNaN(column[i])) sums.add(slotOf(placeBin, i), column[i]);
    }
    return sums.values();
  });
  const byFacility = facilities.map((column) => {
    const sums = new ExactSums(bins);
    for (let i = 0; i < rows.length; i++) {
      if (!Number.isNaN(column[i])) sums.add(slotOf(facilityBin, rows[i]), column[i]);
    }
    return sums.values();
  });
  return (slot: number) => ({
    places: byPlace.map((sums) => sums[slot]),
    facilities: byFacility.map((sums) => sums[slot]),
  });
}
