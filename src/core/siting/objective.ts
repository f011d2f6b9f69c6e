import { ExactSums } from '../exact-sums.ts';
import type { Incidence } from './incidence.ts';
import type { Instance } from './instance.ts';

/** Nearest open site of every place and its metres; -1 and Infinity where none reaches it. */
export interface Nearest {
  site: Int32Array;
  meters: Float64Array;
}

/** Chosen and locked sites as one mask. */
export function openMask({ rules }: Instance, chosen: ArrayLike<number>): Uint8Array {
  const open = rules.locked.slice();
  for (let k = 0; k < chosen.length; k++) open[chosen[k]] = 1;
  return open;
}

/** By the places' own lists, nearest first: equal metres go to the earlier site. */
export function nearestOpen(reach: Incidence, open: Uint8Array): Nearest {
  const nearest = {
    site: new Int32Array(reach.places).fill(-1),
    meters: new Float64Array(reach.places).fill(Number.POSITIVE_INFINITY),
  };
  for (let i = 0; i < reach.places; i++) {
    for (let e = reach.placeStart[i]; e < reach.placeStart[i + 1]; e++) {
      if (!open[reach.site[e]]) continue;
      nearest.site[i] = reach.site[e];
      nearest.meters[i] = reach.placeMeters[e];
      break;
    }
  }
  return nearest;
}

/** Sum with the rounding of every addition kept: the same for any order of the rows. */
export function sumOver(count: number, valueAt: (i: number) => number): number {
  const sums = new ExactSums(1);
  for (let i = 0; i < count; i++) sums.add(0, valueAt(i));
  return sums.values()[0];
}

/** Weight of the places that some open site reaches. */
export function coveredWeight(cover: Incidence, weight: Float64Array, open: Uint8Array): number {
  const { site } = nearestOpen(cover, open);
  return sumOver(cover.places, (i) => (site[i] >= 0 ? weight[i] : 0));
}

/** Weighted metres to the nearest open site; Infinity when someone is not reached. */
export function weightedMeters(reach: Incidence, weight: Float64Array, open: Uint8Array): number {
  const { meters } = nearestOpen(reach, open);
  return sumOver(reach.places, (i) => (weight[i] > 0 ? weight[i] * meters[i] : 0));
}

/** Metres of the place that is farthest from its nearest open site, of those with anybody. */
export function farthestMeters(reach: Incidence, weight: Float64Array, open: Uint8Array): number {
  const { meters } = nearestOpen(reach, open);
  let most = 0;
  for (let i = 0; i < reach.places; i++) if (weight[i] > 0) most = Math.max(most, meters[i]);
  return most;
}
