import type { Catchments } from '../../src/core/analysis/catchments.ts';

/** Catchments from a list of [place, metres] for each facility; places ascend. */
export function catchmentsOf(facilities: [place: number, meters: number][][]): Catchments {
  const start = new Uint32Array(facilities.length + 1);
  facilities.forEach((entries, f) => {
    start[f + 1] = start[f] + entries.length;
  });
  const entries = facilities.flatMap((list) => list.toSorted((a, b) => a[0] - b[0]));
  return {
    rows: Int32Array.from(facilities, (_, f) => f),
    limitMeters: entries.reduce((most, [, meters]) => Math.max(most, meters), 0),
    start,
    place: Int32Array.from(entries, ([place]) => place),
    meters: Float64Array.from(entries, ([, meters]) => meters),
  };
}
