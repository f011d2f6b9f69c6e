import { ExactSums } from '../exact-sums.ts';

/** How many people live how far from their nearest facility: the chart of people against distance. */
export interface DistanceProfile {
  stepMeters: number;
  /** People whose distance d satisfies (k − 1)·step < d ≤ k·step; d = 0 is in band 0 of value `people[0]`. */
  people: Float64Array;
  /** People farther than the last band. */
  beyond: number;
  /** People without any facility. */
  unreached: number;
}

/**
 * Bands of `stepMeters` up to `maxMeters`. Band k ends at its own limit (≤), as coverage does, so that the running sum
 * up to a limit that is a multiple of the step is exactly the people covered at that limit.
 */
export function distanceProfile(
  values: Float64Array,
  meters: Float64Array,
  stepMeters: number,
  maxMeters: number,
): DistanceProfile {
  const bands = Math.ceil(maxMeters / stepMeters) + 1;
  const sums = new ExactSums(bands + 2);
  for (let i = 0; i < values.length; i++) {
    if (!(values[i] > 0)) continue;
    if (meters[i] === Infinity) sums.add(bands + 1, values[i]);
    else sums.add(Math.min(bands, bandOf(meters[i], stepMeters)), values[i]);
  }
  const all = sums.values();
  return { stepMeters, people: all.slice(0, bands), beyond: all[bands], unreached: all[bands + 1] };
}

function bandOf(meters: number, stepMeters: number): number {
  let band = Math.ceil(meters / stepMeters);
  // Division rounds: hold the band against its limit, as coverage would.
  if (band > 0 && meters <= (band - 1) * stepMeters) band--;
  else if (meters > band * stepMeters) band++;
  return band;
}
