import type { Catchments } from '../../../src/core/analysis/catchments.ts';
import type { SitingProblem } from '../../../src/core/siting/problem.ts';

/** A problem from a table of metres: one row a site, one column a place; null where there is no way. */
export function problemOf(
  meters: (number | null)[][],
  change: Partial<SitingProblem> & Pick<SitingProblem, 'model'>,
): SitingProblem {
  const places = meters[0]?.length ?? 0;
  const limitMeters = change.limitMeters ?? Number.NaN;
  return {
    demand: {
      id: Array.from({ length: places }, (_, i) => `d${i}`),
      weight: new Float64Array(places).fill(1),
    },
    sites: { id: meters.map((_, s) => `s${s}`), locked: new Uint8Array(meters.length) },
    reach: reachOf(meters),
    ...change,
    limitMeters,
  };
}

export function reachOf(meters: (number | null)[][]): Catchments {
  const start = new Uint32Array(meters.length + 1);
  const place: number[] = [];
  const known: number[] = [];
  meters.forEach((row, s) => {
    row.forEach((value, i) => {
      if (value === null) return;
      place.push(i);
      known.push(value);
    });
    start[s + 1] = place.length;
  });
  return {
    rows: Int32Array.from(meters, (_, s) => s),
    limitMeters: Number.POSITIVE_INFINITY,
    start,
    place: Int32Array.from(place),
    meters: Float64Array.from(known),
  };
}
