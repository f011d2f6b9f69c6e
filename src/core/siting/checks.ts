import { type Issue, UnusableData } from '../issue.ts';
import type { Outcome } from './effort.ts';
import type { Instance } from './instance.ts';
import { objectiveOf } from './models.ts';
import { nearestOpen } from './objective.ts';
import { asked, type SitingProblem } from './problem.ts';
import { costRoom } from './rules.ts';
import type { Solution } from './search.ts';

/** What can be seen before anything is computed. Throws where nothing could come of it. */
export function checkProblem({ model, demand, sites, limitMeters, ...problem }: SitingProblem): Issue[] {
  const people = demand.weight.reduce((sum, value) => sum + asked(value), 0);
  if (!(people > 0))
    throw new UnusableData({ code: 'siting-no-demand', values: { places: demand.id.length } });
  if (sites.id.length === 0) throw new UnusableData({ code: 'siting-no-sites', values: {} });
  const covering = model === 'mclp' || model === 'lscp' || model === 'cmclp';
  if (covering && !(limitMeters >= 0))
    throw new UnusableData({ code: 'siting-needs-limit', values: { model } });
  const needsNumber = model !== 'lscp' && problem.siteLimit === undefined && problem.costLimit === undefined;
  if (needsNumber) throw new UnusableData({ code: 'siting-needs-number', values: { model } });
  if ((problem.spacingMeters ?? 0) > 0 && !(sites.lng && sites.lat)) {
    throw new UnusableData({ code: 'siting-spacing-needs-positions', values: {} });
  }
  const issues: Issue[] = [];
  const missing = demand.weight.reduce((count, value) => count + (Number.isNaN(value) ? 1 : 0), 0);
  if (missing > 0)
    issues.push({ severity: 'warning', code: 'siting-weight-missing', values: { count: missing } });
  if (model !== 'cmclp' && (sites.capacity || sites.minimum)) {
    issues.push({ severity: 'warning', code: 'siting-capacity-unused', values: { model } });
  }
  return issues;
}

/** What the sizes and rules allow, known before the search. */
function before(problem: SitingProblem, instance: Instance): Issue[] {
  const { rules, model } = instance;
  const issues: Issue[] = [];
  const free = rules.locked.reduce((count, locked) => count + (locked ? 0 : 1), 0);
  const wanted = problem.siteLimit;
  if (wanted !== undefined && wanted > free && model !== 'lscp') {
    issues.push({
      severity: 'warning',
      code: 'siting-fewer-candidates',
      values: { asked: wanted, candidates: free },
    });
  }
  checkBudget(problem, instance);
  if (model === 'cmclp') issues.push(...checkSizes(instance));
  if (model === 'lscp' || model === 'p-median' || model === 'p-center') checkEverybody(problem, instance);
  return issues;
}

function checkBudget({ costLimit }: SitingProblem, { rules }: Instance): void {
  if (costLimit === undefined) return;
  const costs = rules.cost.filter((_, s) => !rules.locked[s]);
  const cheapest = costs.reduce((least, cost) => Math.min(least, cost), Number.POSITIVE_INFINITY);
  if (costs.length > 0 && cheapest > costRoom(costLimit)) {
    throw new UnusableData({ code: 'siting-budget-too-small', values: { budget: costLimit, cheapest } });
  }
}

function checkSizes({ rules, capacity, minimum, weight, reach }: Instance): Issue[] {
  const people = weight.reduce((sum, value) => sum + value, 0);
  const free: number[] = [];
  for (let s = 0; s < rules.sites; s++) if (!rules.locked[s] && !rules.barred[s]) free.push(s);
  const canFill = (s: number) => {
    let reached = 0;
    for (let e = reach.siteStart[s]; e < reach.siteStart[s + 1]; e++) reached += weight[reach.place[e]];
    return Math.min(reached, capacity[s]) >= minimum[s];
  };
  const filled = free.filter(canFill).length;
  if (free.length > 0 && filled === 0) {
    throw new UnusableData({
      code: 'siting-minimum-too-large',
      values: { sites: free.length, least: Math.min(...free.map((s) => minimum[s])) },
    });
  }
  let places = 0;
  for (let s = 0; s < rules.sites; s++) if (rules.locked[s]) places += capacity[s];
  const largest = free.map((s) => capacity[s]).sort((a, b) => b - a);
  for (const size of largest.slice(0, rules.most)) places += size;
  return places < people
    ? [{ severity: 'warning', code: 'siting-capacity-short', values: { places, people } }]
    : [];
}

/** Everybody has to have a site that may be open: how many have none, and how far away theirs is. */
function checkEverybody(problem: SitingProblem, instance: Instance): void {
  const { reach, rules, weight, placeRow } = instance;
  const allowed = rules.barred.map((barred) => 1 - barred);
  const { site } = nearestOpen(reach, allowed);
  let [places, people, farthest, example] = [0, 0, 0, ''];
  for (let i = 0; i < reach.places; i++) {
    if (site[i] >= 0 || weight[i] <= 0) continue;
    places++;
    people += weight[i];
    const meters = nearestListed(problem, placeRow[i]);
    if (example === '' || meters > farthest) [farthest, example] = [meters, problem.demand.id[placeRow[i]]];
  }
  if (places === 0) return;
  const values = { places, people, place: example };
  const limited = problem.model === 'lscp';
  if (limited && Number.isFinite(farthest)) {
    const limit = problem.limitMeters;
    throw new UnusableData({
      code: 'siting-uncoverable',
      values: { ...values, limit, needed: Math.ceil(farthest) },
    });
  }
  throw new UnusableData({ code: 'siting-unreachable', values });
}

/** Metres of a place to its nearest site of all, beyond the limit too; Infinity when the reach does not tell. */
function nearestListed({ reach, demand }: SitingProblem, row: number): number {
  let least = demand.nearestMeters?.[row] ?? Number.POSITIVE_INFINITY;
  for (let e = 0; e < reach.place.length; e++)
    if (reach.place[e] === row) least = Math.min(least, reach.meters[e]);
  return least;
}

/** The best set found; throws when there is none, says where it is less than what was asked for. */
function after(problem: SitingProblem, instance: Instance, outcome: Outcome, issues: Issue[]): Solution {
  const { model, rules } = instance;
  const { best, bound } = outcome;
  const spacing = problem.spacingMeters ?? 0;
  if (!best || !Number.isFinite(objectiveOf(instance, best.chosen))) {
    const { most, costLimit } = rules;
    const values = { model, most, spacing, ...(Number.isFinite(costLimit) ? { budget: costLimit } : {}) };
    const proved = model === 'lscp' && Number.isFinite(bound) && bound > most;
    if (proved) throw new UnusableData({ code: 'siting-needs-more', values: { ...values, needed: bound } });
    throw new UnusableData({ code: 'siting-no-answer', values });
  }
  const wanted = problem.siteLimit;
  const short = wanted !== undefined && model !== 'lscp' && best.chosen.length < Math.min(wanted, rules.most);
  if (short && spacing > 0) {
    issues.push({
      severity: 'note',
      code: 'siting-fewer-by-spacing',
      values: { asked: wanted, chosen: best.chosen.length, spacing },
    });
  }
  return best;
}

export const checkAnswer = { before, after };
