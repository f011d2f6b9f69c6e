import { OUTSIDE_DISTRICTS } from '../analysis/coverage.ts';
import type { DemandColumn } from '../dataset/demand.ts';
import type { DistrictAssignment, Districts } from '../dataset/districts.ts';
import { ageRangeOf } from '../dataset/groups.ts';
import { ExactSums } from '../exact-sums.ts';
import type { Checked, Issue } from '../issue.ts';
import { BLOCK, type Task } from '../task.ts';
import { type Band, BandSplitter, bandsOf, partition } from './bands.ts';
import { BAND_YEARS } from './sprague.ts';

/**
 * People by single year of age, row by row (districts, or places). Row r owns `people[r × (top + 1)] …`: ages 0 … top − 1, and last
 * everybody of `top` and older.
 */
export interface Pyramids {
  rows: number;
  /** Lowest age of the open end. */
  top: number;
  people: Float64Array;
}

/**
 * Single years from a set of bands that covers all ages, the narrowest that do: five-year bands by Sprague where four
 * or more stand in a row, other closed bands flat, the open band as it is. Each band keeps its sum. Without an open
 * band nobody is older than the last one. Undefined with `ages-incomplete` when the bands leave a gap; note
 * `ages-split` says how many bands were split which way.
 */
export function* singleYears(columns: DemandColumn[]): Task<Checked<Pyramids | undefined>> {
  const bands = bandsOf(columns);
  const last = bands[bands.length - 1]?.range;
  const whole = partition(bands, 0, Number.POSITIVE_INFINITY) ?? (last && partition(bands, 0, last.to));
  // "0 and over" is a total under another name.
  if (!whole || whole[0].range.to === Number.POSITIVE_INFINITY) {
    const values = { columns: bands.map(({ id }) => id).join(', ') };
    return { value: undefined, issues: [{ severity: 'error', code: 'ages-incomplete', values }] };
  }
  const { range } = whole[whole.length - 1];
  const top = range.to === Number.POSITIVE_INFINITY ? range.from : range.to + 1;
  const rows = whole[0].values.length;
  const pyramids = { rows, top, people: new Float64Array(rows * (top + 1)) };
  const counts = { sprague: 0, flat: 0, flatRows: 0 };
  for (const band of whole) {
    const { from, to } = band.range;
    if (from === to || to === Number.POSITIVE_INFINITY) {
      for (let r = 0; r < rows; r++) pyramids.people[r * (top + 1) + from] = band.values[r];
    } else {
      const splitter = yield* splitInto(pyramids, whole, band);
      counts[splitter.method]++;
      counts.flatRows += splitter.flatRows;
    }
  }
  return { value: pyramids, issues: notesOf(counts) };
}

function* splitInto({ rows, top, people }: Pyramids, bands: Band[], band: Band): Task<BandSplitter> {
  const isFive = band.range.to - band.range.from + 1 === BAND_YEARS;
  const splitter = new BandSplitter(bands, band, isFive ? 'sprague' : 'flat');
  for (let r = 0; r < rows; r++) {
    people.set(splitter.yearsOf(r), r * (top + 1) + band.range.from);
    if (r % BLOCK === 0) yield { phase: 'split-ages', done: r, total: rows };
  }
  return splitter;
}

function notesOf(counts: { sprague: number; flat: number; flatRows: number }): Issue[] {
  return counts.sprague + counts.flat > 0
    ? [{ severity: 'note', code: 'ages-split', values: { ...counts } }]
    : [];
}

/** Sums of columns by district of a level; the last row is outside of all of them, left out when nobody is. */
export interface DistrictColumns {
  /** Row of each district in `Districts`, or OUTSIDE_DISTRICTS. */
  district: Int32Array;
  columns: DemandColumn[];
}

/** A place that was not surveyed (NaN) is left out of its district's sum; a district without any surveyed place is NaN. */
export function columnsByDistrict(
  columns: DemandColumn[],
  districts: Districts,
  assignment: DistrictAssignment,
  level: number,
): DistrictColumns {
  const slots = districts.count + 1;
  const surveyed = new Uint8Array(slots);
  const slotOf = (place: number) => {
    const at = assignment[level][place];
    return at < 0 ? districts.count : at;
  };
  const sums = columns.map(({ values }) => {
    const bins = new ExactSums(slots);
    const known = new Uint8Array(slots);
    values.forEach((value, place) => {
      if (Number.isNaN(value)) return;
      bins.add(slotOf(place), value);
      known[slotOf(place)] = 1;
      surveyed[slotOf(place)] = 1;
    });
    return bins.values().map((sum, slot) => (known[slot] ? sum : Number.NaN));
  });
  const kept = Int32Array.from({ length: slots }, (_, slot) => slot).filter((slot) =>
    slot === districts.count ? surveyed[slot] === 1 : districts.level[slot] === level,
  );
  return {
    district: kept.map((slot) => (slot === districts.count ? OUTSIDE_DISTRICTS : slot)),
    columns: columns.map((column, c) => ({
      ...column,
      values: Float64Array.from(kept, (slot) => sums[c][slot]),
    })),
  };
}

/** The people of a group in every row; undefined when it begins or ends inside the open age. `people` is everybody. */
export function groupOf({ rows, top, people }: Pyramids, group: string): Float64Array | undefined {
  const range = group === 'people' ? { from: 0, to: Number.POSITIVE_INFINITY } : ageRangeOf(group);
  if (!range || range.from > top || (range.to >= top && Number.isFinite(range.to))) return undefined;
  const end = Math.min(range.to, top);
  const sums = new ExactSums(rows);
  for (let r = 0; r < rows; r++) {
    for (let age = range.from; age <= end; age++) sums.add(r, people[r * (top + 1) + age]);
  }
  return sums.values();
}

/** Share of each age in all rows together: how people of a new estate are taken to be aged when nothing better is known. */
export function ageProfile({ rows, top, people }: Pyramids): Float64Array {
  const sums = new ExactSums(top + 1);
  for (let r = 0; r < rows; r++) {
    for (let age = 0; age <= top; age++) {
      const count = people[r * (top + 1) + age];
      if (count > 0) sums.add(age, count);
    }
  }
  const byAge = sums.values();
  const total = byAge.reduce((sum, one) => sum + one, 0);
  return byAge.map((one) => one / total);
}
