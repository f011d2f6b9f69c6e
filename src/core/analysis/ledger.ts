import type { DistrictAssignment, Districts } from '../dataset/districts.ts';
import { ExactSums } from '../exact-sums.ts';
import type { Allocation } from './allocation-result.ts';
import { OUTSIDE_DISTRICTS, WHOLE_AREA } from './coverage.ts';

/**
 * The people of a district by state. Amounts are whole millionths of a person (six digits after the point, as the files
 * print them), and of these the three sum to the total exactly: total and the two smaller ones are rounded, the largest
 * is what is left. So no state appears or vanishes by rounding, and the total is that of every other table.
 */
export interface LedgerRow {
  /** WHOLE_AREA at level `all`; OUTSIDE_DISTRICTS: those in no district of the level. */
  district: number;
  level: string;
  served: number;
  noPlace: number;
  outOfReach: number;
  total: number;
}

type Three = [served: number, noPlace: number, outOfReach: number];

/** The whole area, then level by level from the largest unit down; outside of all districts only where somebody is. */
export function ledger(
  allocation: Pick<Allocation, 'served' | 'noPlace' | 'outOfReach'>,
  people: Float64Array,
  districts: Districts | undefined,
  assignment: DistrictAssignment,
): LedgerRow[] {
  const all = sumsBy(allocation, people, undefined, 1);
  const rows = [rowOf(WHOLE_AREA, 'all', all[0].total, all[0].three)];
  if (!districts) return rows;
  for (let level = 0; level < districts.levels.length; level++) {
    const sums = sumsBy(allocation, people, assignment[level], districts.count + 1);
    const name = districts.levels[level];
    for (let d = 0; d < districts.count; d++) {
      if (districts.level[d] === level) rows.push(rowOf(d, name, sums[d].total, sums[d].three));
    }
    const outside = sums[districts.count];
    if (outside.total > 0) rows.push(rowOf(OUTSIDE_DISTRICTS, name, outside.total, outside.three));
  }
  return rows;
}

function sumsBy(
  { served, noPlace, outOfReach }: Pick<Allocation, 'served' | 'noPlace' | 'outOfReach'>,
  people: Float64Array,
  bin: Int32Array | undefined,
  bins: number,
): { total: number; three: Three }[] {
  const sums = [served, noPlace, outOfReach, people].map((values) => {
    const by = new ExactSums(bins);
    for (let i = 0; i < values.length; i++) {
      if (values[i] > 0) by.add(bin === undefined ? 0 : bin[i] < 0 ? bins - 1 : bin[i], values[i]);
    }
    return by.values();
  });
  return Array.from({ length: bins }, (_, slot) => ({
    total: sums[3][slot],
    three: [sums[0][slot], sums[1][slot], sums[2][slot]],
  }));
}

const MILLIONTHS = 1e6;

function rowOf(district: number, level: string, total: number, three: Three): LedgerRow {
  const whole = Math.round(total * MILLIONTHS);
  const parts = three.map((amount) => Math.round(amount * MILLIONTHS));
  const largest = parts.indexOf(Math.max(...parts));
  parts[largest] += whole - parts[0] - parts[1] - parts[2];
  const [served, noPlace, outOfReach] = parts.map((part) => part / MILLIONTHS);
  return { district, level, served, noPlace, outOfReach, total: whole / MILLIONTHS };
}
