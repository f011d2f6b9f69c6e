import { haversineMeters } from '../../../src/core/analysis/distance.ts';
import type { SitingProblem } from '../../../src/core/siting/problem.ts';

/**
 * The optimum by looking at every allowed set of sites, written from the definitions alone: nothing of the solver is used.
 * Undefined when no set is allowed.
 */
export function optimumOf(problem: SitingProblem): number | undefined {
  const free = problem.sites.id.flatMap((_, s) => (problem.sites.locked[s] ? [] : [s]));
  const maximize = problem.model === 'mclp' || problem.model === 'cmclp';
  let best: number | undefined;
  for (let set = 0; set < 2 ** free.length; set++) {
    const chosen = free.filter((_, k) => set & (1 << k));
    const value = allowed(problem, chosen) ? worth(problem, chosen) : undefined;
    if (value === undefined) continue;
    if (best === undefined || (maximize ? value > best : value < best)) best = value;
  }
  return best;
}

export function allowed(
  { sites, siteLimit, costLimit, spacingMeters = 0 }: SitingProblem,
  chosen: number[],
): boolean {
  if (chosen.length > (siteLimit ?? Number.POSITIVE_INFINITY)) return false;
  const cost = chosen.reduce((sum, s) => sum + (sites.cost?.[s] ?? 1), 0);
  if (cost > (costLimit ?? Number.POSITIVE_INFINITY) + 1e-6) return false;
  const open = sites.id.flatMap((_, s) => (sites.locked[s] ? [s] : []));
  return chosen.every((s) =>
    [...chosen, ...open].every(
      (other) =>
        other === s ||
        spacingMeters === 0 ||
        !sites.lng ||
        !sites.lat ||
        haversineMeters(sites.lng[s], sites.lat[s], sites.lng[other], sites.lat[other]) >= spacingMeters,
    ),
  );
}

function metersOf({ reach }: SitingProblem, site: number, place: number): number {
  for (let e = reach.start[site]; e < reach.start[site + 1]; e++) {
    if (reach.place[e] === place) return reach.meters[e];
  }
  return Number.POSITIVE_INFINITY;
}

/** The objective of a set; undefined when the model does not allow it. */
export function worth(problem: SitingProblem, chosen: number[]): number | undefined {
  const { demand, sites, limitMeters, model } = problem;
  const open = sites.id.flatMap((_, s) => (sites.locked[s] || chosen.includes(s) ? [s] : []));
  const nearest = demand.id.map((_, i) =>
    Math.min(...open.map((s) => metersOf(problem, s, i)), Number.POSITIVE_INFINITY),
  );
  const everybody = demand.id.flatMap((_, i) => (demand.weight[i] > 0 ? [i] : []));
  switch (model) {
    case 'mclp':
      return everybody.reduce((sum, i) => sum + (nearest[i] <= limitMeters ? demand.weight[i] : 0), 0);
    case 'lscp':
      if (!everybody.every((i) => nearest[i] <= limitMeters)) return undefined;
      return chosen.reduce((sum, s) => sum + (sites.cost?.[s] ?? 1), 0);
    case 'p-median': {
      const sum = everybody.reduce((total, i) => total + demand.weight[i] * nearest[i], 0);
      return Number.isFinite(sum) ? sum : undefined;
    }
    case 'p-center': {
      const most = Math.max(0, ...everybody.map((i) => nearest[i]));
      return Number.isFinite(most) ? most : undefined;
    }
    case 'cmclp':
      return servedByCapacity(problem, chosen, open);
  }
}

/**
 * Most people served, by the theorem of Hoffman and Gale: over every set of sites, those inside take at most what reaches
 * them, the others at most their capacity; and no set of chosen sites may need more than what reaches it.
 */
function servedByCapacity(problem: SitingProblem, chosen: number[], open: number[]): number | undefined {
  const { demand, sites, limitMeters } = problem;
  const capacity = (s: number) => sites.capacity?.[s] ?? Number.POSITIVE_INFINITY;
  let most = Number.POSITIVE_INFINITY;
  for (let set = 0; set < 2 ** open.length; set++) {
    const inside = open.filter((_, k) => set & (1 << k));
    const outside = open.filter((_, k) => !(set & (1 << k)));
    const reaching = demand.id.reduce(
      (sum, _, i) =>
        sum +
        (inside.some((s) => metersOf(problem, s, i) <= limitMeters) ? Math.max(0, demand.weight[i]) : 0),
      0,
    );
    const needed = inside.reduce((sum, s) => sum + (chosen.includes(s) ? (sites.minimum?.[s] ?? 0) : 0), 0);
    if (needed > reaching + 1e-9) return undefined;
    most = Math.min(most, reaching + outside.reduce((sum, s) => sum + capacity(s), 0));
  }
  return chosen.some((s) => (sites.minimum?.[s] ?? 0) > capacity(s)) ? undefined : most;
}
