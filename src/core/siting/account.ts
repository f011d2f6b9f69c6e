import { alternativesOf } from './alternatives.ts';
import { type Incidence, within } from './incidence.ts';
import type { Instance } from './instance.ts';
import { flowInto } from './models.ts';
import { coveredWeight, nearestOpen, openMask, sumOver } from './objective.ts';
import type { SitingProblem } from './problem.ts';
import type { Assignment, SiteAccount, SitingResult } from './result.ts';

type Account = Pick<
  SitingResult,
  | 'chosen'
  | 'assignments'
  | 'demandTotal'
  | 'covered'
  | 'coveredBefore'
  | 'uncovered'
  | 'sites'
  | 'alternatives'
>;

/** What a set of sites means: who goes where, whom each site serves alone, who is left, and what would do nearly as well. */
export function accountOf(
  problem: SitingProblem,
  instance: Instance,
  chosen: Int32Array,
  alternatives: number,
): Account {
  const { reach, weight, rules, siteRow, placeRow } = instance;
  const open = openMask(instance, chosen);
  const limit = Number.isNaN(problem.limitMeters) ? Number.POSITIVE_INFINITY : problem.limitMeters;
  const cover = within(reach, limit);
  const assigned = instance.model === 'cmclp' ? byCapacity(instance, open) : byNearest(reach, weight, open);
  const served = new Float64Array(reach.places);
  for (const { place, people, meters } of assigned) if (meters <= limit) served[place] += people;
  const left: number[] = [];
  for (let i = 0; i < reach.places; i++) if (weight[i] > served[i] + 1e-9 * weight[i]) left.push(placeRow[i]);
  const byId = (a: number, b: number) => compareIds(problem.sites.id, siteRow[a], siteRow[b]);
  return {
    chosen: chosen
      .slice()
      .sort(byId)
      .map((s) => siteRow[s]),
    assignments: assigned.map((one) => ({ ...one, place: placeRow[one.place], site: siteRow[one.site] })),
    demandTotal: sumOver(reach.places, (i) => weight[i]),
    covered: sumOver(reach.places, (i) => served[i]),
    coveredBefore:
      instance.model === 'cmclp'
        ? flowInto(instance, rules.locked).served()
        : coveredWeight(cover, weight, rules.locked),
    uncovered: Int32Array.from(left).sort(),
    sites: sitesOf(instance, cover, chosen, assigned)
      .sort((a, b) => byId(a.site, b.site))
      .map((one) => ({ ...one, site: siteRow[one.site] })),
    alternatives: alternativesOf(instance, cover, chosen, alternatives)
      .sort((a, b) => byId(a.site, b.site))
      .map(({ site, instead }) => ({
        site: siteRow[site],
        instead: instead.map((one) => ({ ...one, site: siteRow[one.site] })),
      })),
  };
}

function compareIds(id: string[], a: number, b: number): number {
  if (id[a] === id[b]) return a - b;
  return id[a] < id[b] ? -1 : 1;
}

function byNearest(reach: Incidence, weight: Float64Array, open: Uint8Array): Assignment[] {
  const { site, meters } = nearestOpen(reach, open);
  const assignments: Assignment[] = [];
  for (let place = 0; place < reach.places; place++) {
    if (site[place] < 0) continue;
    assignments.push({ place, site: site[place], people: weight[place], meters: meters[place] });
  }
  return assignments;
}

function byCapacity(instance: Instance, open: Uint8Array): Assignment[] {
  const { flow } = flowInto(instance, open);
  const { reach } = instance;
  const assignments: Assignment[] = [];
  for (let site = 0; site < reach.sites; site++) {
    for (let e = reach.siteStart[site]; e < reach.siteStart[site + 1]; e++) {
      if (flow[e] > 0)
        assignments.push({ place: reach.place[e], site, people: flow[e], meters: reach.siteMeters[e] });
    }
  }
  return assignments.sort((a, b) => a.place - b.place || a.meters - b.meters || a.site - b.site);
}

/** Sums by site over its catchment. */
function sitesOf(
  { weight, rules }: Instance,
  cover: Incidence,
  chosen: Int32Array,
  assigned: Assignment[],
): SiteAccount[] {
  const count = new Int32Array(cover.places);
  const locked = new Uint8Array(cover.places);
  const visit = (s: number, at: (place: number) => void) => {
    for (let e = cover.siteStart[s]; e < cover.siteStart[s + 1]; e++) at(cover.place[e]);
  };
  for (let s = 0; s < rules.sites; s++) {
    if (rules.locked[s]) visit(s, (i) => (locked[i] = count[i] = count[i] + 1));
  }
  for (const s of chosen) visit(s, (i) => count[i]++);
  const own = new Map<number, Assignment[]>(Array.from(chosen, (s) => [s, []]));
  for (const one of assigned) own.get(one.site)?.push(one);
  return Array.from(chosen, (s) => {
    const places = Array.from(cover.place.subarray(cover.siteStart[s], cover.siteStart[s + 1]));
    const sum = (keep: (i: number) => boolean) =>
      sumOver(places.length, (k) => (keep(places[k]) ? weight[places[k]] : 0));
    const mine = own.get(s) ?? [];
    const people = sumOver(mine.length, (k) => mine[k].people);
    const meters = sumOver(mine.length, (k) => (mine[k].people > 0 ? mine[k].people * mine[k].meters : 0));
    return {
      site: s,
      reached: sum(() => true),
      alone: sum((i) => count[i] === 1),
      newly: sum((i) => locked[i] === 0),
      shared: sum((i) => count[i] > 1),
      assigned: people,
      meanMeters: people > 0 ? meters / people : Number.NaN,
    };
  });
}
