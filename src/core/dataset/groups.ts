import type { DemandColumn } from './demand.ts';

/** Inclusive ages; `to` is Infinity for an open band. */
export interface AgeRange {
  from: number;
  to: number;
}

/** `age_3_5` → {3, 5}; `age_80_plus` → {80, ∞}; anything else → undefined. */
export function ageRangeOf(columnId: string): AgeRange | undefined {
  const closed = /^age_(\d+)_(\d+)$/.exec(columnId);
  if (closed) return { from: Number(closed[1]), to: Number(closed[2]) };
  const open = /^age_(\d+)_plus$/.exec(columnId);
  return open ? { from: Number(open[1]), to: Number.POSITIVE_INFINITY } : undefined;
}

export function ageColumnId(range: AgeRange): string {
  return Number.isFinite(range.to) ? `age_${range.from}_${range.to}` : `age_${range.from}_plus`;
}

/**
 * The people of a group, summed from the bands that make it up exactly. Groups are named as columns are: `people`,
 * `age_60_plus`. Undefined when the bands at hand do not add up to the group without gap or overlap: a group is never
 * estimated silently.
 */
export function groupValues(columns: DemandColumn[], group: string): Float64Array | undefined {
  const direct = columns.find((column) => column.id === group);
  if (direct) return direct.values;
  const wanted = ageRangeOf(group);
  if (!wanted) return undefined;
  const bands = columns
    .map((column) => ({ column, range: ageRangeOf(column.id) }))
    .filter((band): band is { column: DemandColumn; range: AgeRange } => {
      return band.range !== undefined && band.range.from >= wanted.from && band.range.to <= wanted.to;
    })
    .sort((a, b) => a.range.from - b.range.from);
  let next = wanted.from;
  for (const { range } of bands) {
    if (range.from !== next) return undefined;
    next = range.to + 1;
  }
  if (bands.length === 0 || next !== wanted.to + 1) return undefined;
  const sum = new Float64Array(bands[0].column.values.length);
  for (const { column } of bands) for (let i = 0; i < sum.length; i++) sum[i] += column.values[i];
  return sum;
}

/** The groups a set of columns can answer for: every column, and `age_60_plus` where its bands are there. */
export function groupsOf(columns: DemandColumn[]): string[] {
  const ids = columns.map((column) => column.id);
  if (!ids.includes('age_60_plus') && groupValues(columns, 'age_60_plus')) ids.push('age_60_plus');
  // The whole population leads, whatever its place in the file.
  return ids.includes('people') ? ['people', ...ids.filter((id) => id !== 'people')] : ids;
}
