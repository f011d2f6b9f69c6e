import { OUTSIDE_DISTRICTS, WHOLE_AREA } from '../analysis/coverage.ts';
import { levelOfTier } from '../dataset/district-levels.ts';
import type { DistrictAssignment, Districts } from '../dataset/districts.ts';
import type { StandardInput } from './input.ts';
import type { Missing, StandardRow } from './row.ts';
import type { Tier } from './rule.ts';

/** Levels of the data that the tiers of a clause are found at, ascending, and the first tier that is not there. */
export function levelsOf(
  districts: Districts | undefined,
  tiers: Tier[],
): { levels: number[]; missing: Missing | undefined } {
  const names = districts?.levels ?? [];
  const found = tiers.map((tier) => ({ tier, level: levelOfTier(names, tier) }));
  const absent = found.find(({ level }) => level < 0);
  const levels = [...new Set(found.map(({ level }) => level).filter((level) => level >= 0))];
  return {
    levels: levels.sort((a, b) => a - b),
    missing: absent && { reason: 'level', values: { tier: absent.tier, levels: names.join('、') || '–' } },
  };
}

/**
 * District of a higher level that a district lies in: its parents as written, else where most of its places lie, the lower
 * row of equals; -1 for none.
 */
export function ancestorOf(
  { districts, assignment }: Pick<StandardInput, 'districts' | 'assignment'>,
  level: number,
): (district: number) => number {
  if (!districts) return () => -1;
  // Counted only when a district does not name its parents.
  let majority: ((district: number) => number) | undefined;
  return (district) => {
    let at = district;
    for (let depth = 0; depth < districts.levels.length && at >= 0; depth++) {
      if (districts.level[at] === level) return at;
      at = districts.parent[at];
    }
    majority ??= majorityAt(assignment, level);
    return majority(district);
  };
}

function majorityAt(assignment: DistrictAssignment, level: number) {
  const counts = new Map<number, Map<number, number>>();
  const upper = assignment[level];
  assignment.forEach((lower, l) => {
    if (l <= level) return;
    for (let i = 0; i < lower.length; i++) {
      if (lower[i] < 0 || upper[i] < 0) continue;
      const by = counts.get(lower[i]) ?? new Map<number, number>();
      by.set(upper[i], (by.get(upper[i]) ?? 0) + 1);
      counts.set(lower[i], by);
    }
  });
  return (district: number): number => {
    const by = [...(counts.get(district) ?? [])].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    return by[0]?.[0] ?? -1;
  };
}

/** A district above the tiers of a rule, or the whole area, with the rows of the units that lie in it. */
export interface Above {
  district: number;
  level: string;
  levelIndex: number;
  units: StandardRow[];
}

/** The whole area and every district of the levels above the lowest tier that are no tier themselves. */
export function groupAbove(input: StandardInput, units: StandardRow[], tierLevels: number[]): Above[] {
  const { districts } = input;
  const out: Above[] = [{ district: WHOLE_AREA, level: 'all', levelIndex: -1, units }];
  if (!districts) return out;
  const lowest = Math.max(-1, ...tierLevels);
  for (let l = 0; l < lowest; l++) {
    if (tierLevels.includes(l)) continue;
    const ancestor = ancestorOf(input, l);
    const byDistrict = new Map<number, StandardRow[]>();
    for (const unit of units) {
      const at = unit.district === OUTSIDE_DISTRICTS ? -1 : ancestor(unit.district);
      byDistrict.set(at, [...(byDistrict.get(at) ?? []), unit]);
    }
    for (let d = 0; d < districts.count; d++) {
      if (districts.level[d] !== l) continue;
      out.push({ district: d, level: districts.levels[l], levelIndex: l, units: byDistrict.get(d) ?? [] });
    }
  }
  return out;
}

/** The people of every place that lies in one of the units, once each however many of them it lies in. */
export function peopleIn(input: StandardInput, units: StandardRow[], people: Float64Array): Float64Array {
  const wanted = new Set(units.map((unit) => unit.district));
  return people.map((count, i) =>
    input.assignment.some((bin) => bin[i] >= 0 && wanted.has(bin[i])) ? count : 0,
  );
}
