import { CoverState } from './cover-state.ts';
import type { Incidence } from './incidence.ts';
import type { Instance } from './instance.ts';
import { lostMeters, objectiveOf } from './models.ts';
import { type Nearest, nearestOpen, openMask } from './objective.ts';
import type { Alternatives } from './result.ts';
import { OpenSites } from './rules.ts';

/** With capacities every exchange is a new flow: only so many candidates that share most people are tried. */
const TRIED = 40;

/**
 * For each chosen site the candidates that could stand in its place, the least loss first, the earlier site where equal:
 * planners move sites for reasons of land. Loss is people no longer covered (`mclp`, `cmclp`, `lscp`: the cover is no
 * longer whole), weighted metres more (`p-median`), metres more (`p-center`). Every exchange keeps the rules.
 */
export function alternativesOf(
  instance: Instance,
  cover: Incidence,
  chosen: Int32Array,
  most: number,
): Alternatives[] {
  if (most <= 0) return [];
  const open = new OpenSites(instance.rules);
  for (const s of chosen) open.open(s);
  const lossWith = lossOf(instance, cover, chosen);
  return Array.from(chosen, (site) => {
    const losses = lossWith(site);
    const fitting: number[] = [];
    for (let s = 0; s < instance.rules.sites; s++) {
      if (!Number.isNaN(losses[s]) && open.fitsInsteadOf(s, site)) fitting.push(s);
    }
    fitting.sort((a, b) => losses[a] - losses[b] || a - b);
    return { site, instead: fitting.slice(0, most).map((s) => ({ site: s, loss: losses[s] })) };
  });
}

type LossWithout = (site: number) => Float64Array;

function lossOf(instance: Instance, cover: Incidence, chosen: Int32Array): LossWithout {
  switch (instance.model) {
    case 'mclp':
    case 'lscp':
      return coverageLoss(instance, cover, chosen);
    case 'cmclp':
      return flowLoss(instance, chosen);
    case 'p-median':
    case 'p-center':
      return distanceLoss(instance, chosen);
  }
}

function coverageLoss({ rules, weight }: Instance, cover: Incidence, chosen: Int32Array): LossWithout {
  const state = new CoverState(cover, weight, rules);
  for (const s of chosen) state.openSite(s);
  return (site) => {
    const lost = state.loss[site];
    state.closeSite(site);
    const losses = state.gain.map((gain) => Math.max(0, lost - gain));
    state.openSite(site);
    return losses;
  };
}

function flowLoss(instance: Instance, chosen: Int32Array): LossWithout {
  const { rules, reach, weight } = instance;
  const served = objectiveOf(instance, chosen);
  return (site) => {
    const near = new Uint8Array(reach.places);
    for (let e = reach.siteStart[site]; e < reach.siteStart[site + 1]; e++) near[reach.place[e]] = 1;
    const shared = new Float64Array(rules.sites);
    for (let s = 0; s < rules.sites; s++) {
      for (let e = reach.siteStart[s]; e < reach.siteStart[s + 1]; e++) {
        if (near[reach.place[e]]) shared[s] += weight[reach.place[e]];
      }
    }
    const order = Array.from(shared, (_, s) => s).sort((a, b) => shared[b] - shared[a] || a - b);
    const losses = new Float64Array(rules.sites).fill(Number.NaN);
    const rest = chosen.filter((s) => s !== site);
    for (const s of order.slice(0, TRIED)) {
      if (!openMask(instance, chosen)[s])
        losses[s] = served - objectiveOf(instance, Int32Array.of(...rest, s));
    }
    return losses;
  };
}

/** Against the nearest of the sites that stay: a candidate changes only the places that it is nearer to. */
function distanceLoss(instance: Instance, chosen: Int32Array): LossWithout {
  const { reach, weight, rules, model } = instance;
  const now = objectiveOf(instance, chosen);
  const lost = lostMeters(instance);
  return (site) => {
    const mask = openMask(
      instance,
      chosen.filter((s) => s !== site),
    );
    const nearest = nearestOpen(reach, mask);
    const measure = model === 'p-median' ? sumWith : farthestWith;
    return Float64Array.from(
      { length: rules.sites },
      (_, s) => measure(reach, weight, nearest, s, lost) - now,
    );
  };
}

function sumWith(
  reach: Incidence,
  weight: Float64Array,
  { meters }: Nearest,
  s: number,
  lost: number,
): number {
  let sum = 0;
  let e = reach.siteStart[s];
  for (let i = 0; i < reach.places; i++) {
    let nearest = Math.min(meters[i], lost);
    if (e < reach.siteStart[s + 1] && reach.place[e] === i)
      nearest = Math.min(nearest, reach.siteMeters[e++]);
    sum += weight[i] * nearest;
  }
  return sum;
}

function farthestWith(
  reach: Incidence,
  weight: Float64Array,
  { meters }: Nearest,
  s: number,
  lost: number,
): number {
  let most = 0;
  let e = reach.siteStart[s];
  for (let i = 0; i < reach.places; i++) {
    let nearest = Math.min(meters[i], lost);
    if (e < reach.siteStart[s + 1] && reach.place[e] === i)
      nearest = Math.min(nearest, reach.siteMeters[e++]);
    if (weight[i] > 0 && nearest > most) most = nearest;
  }
  return most;
}
