import { CapacityBound } from './capacity-bound.ts';
import { CapacitySearch } from './capacity-search.ts';
import { CenterSearch } from './center-search.ts';
import { CoverBound } from './cover-bound.ts';
import { CoverSearch } from './cover-search.ts';
import { CoverageBound } from './coverage-bound.ts';
import { CoverageSearch } from './coverage-search.ts';
import type { Effort } from './effort.ts';
import type { Instance } from './instance.ts';
import { MedianBound } from './median-bound.ts';
import { MedianSearch } from './median-search.ts';
import { coveredWeight, farthestMeters, openMask, sumOver, weightedMeters } from './objective.ts';
import { PeopleFlow } from './people-flow.ts';
import type { SitingModel } from './problem.ts';
import type { Bound, Search } from './search.ts';

export function senseOf(model: SitingModel): 'maximize' | 'minimize' {
  return model === 'mclp' || model === 'cmclp' ? 'maximize' : 'minimize';
}

export interface Methods {
  search: Search;
  bound: Bound;
  effort: Effort;
}

/** The search and the bound of each model, and how much of both makes a round. */
export function methodsFor(instance: Instance, random: () => number): Methods {
  const { model, reach, weight, rules, wholeWeights, priced } = instance;
  switch (model) {
    case 'mclp':
      return {
        search: new CoverageSearch(reach, weight, rules, random),
        bound: new CoverageBound(reach, weight, rules, wholeWeights),
        effort: { searchSteps: Math.max(12, Math.ceil(rules.most / 10)), boundSteps: 12 },
      };
    case 'lscp': {
      const cost = priced ? rules.cost : new Float64Array(rules.sites).fill(1);
      return {
        search: new CoverSearch(reach, weight, rules, priced, random),
        bound: new CoverBound(reach, weight, rules, cost),
        effort: { searchSteps: 4, boundSteps: 4 },
      };
    }
    case 'p-median': {
      const lost = lostMeters(instance);
      const whole = wholeWeights && reach.siteMeters.every(Number.isInteger);
      return {
        search: new MedianSearch(reach, weight, rules, lost, random),
        bound: new MedianBound(reach, weight, rules, lost, whole),
        effort: { searchSteps: 2, boundSteps: 6 },
      };
    }
    case 'p-center': {
      const both = new CenterSearch(instance, random);
      return {
        search: both,
        bound: { value: () => both.value(), step: () => undefined },
        effort: { searchSteps: 2, boundSteps: 0 },
      };
    }
    case 'cmclp':
      return {
        search: new CapacitySearch(instance, random),
        bound: new CapacityBound(instance),
        effort: { searchSteps: 1, boundSteps: 4 },
      };
  }
}

/** What a person counts whom no open site reaches: so much that no detour of the others makes up for it. */
export function lostMeters({ reach }: Instance): number {
  let most = 1;
  for (const meters of reach.siteMeters) if (meters > most) most = meters;
  return most * 1000;
}

/** The objective of a set of sites, taken anew with the rounding of every addition kept: no trace of the way there. */
export function objectiveOf(instance: Instance, chosen: Int32Array): number {
  const { model, reach, weight, rules, priced } = instance;
  const open = openMask(instance, chosen);
  switch (model) {
    case 'mclp':
      return coveredWeight(reach, weight, open);
    case 'lscp':
      return priced ? sumOver(chosen.length, (k) => rules.cost[chosen[k]]) : chosen.length;
    case 'p-median':
      return weightedMeters(reach, weight, open);
    case 'p-center':
      return farthestMeters(reach, weight, open);
    case 'cmclp':
      return flowInto(instance, open).served();
  }
}

/** The greatest flow of people into the open sites, those with a least load satisfied. */
export function flowInto(instance: Instance, open: Uint8Array): PeopleFlow {
  const { reach, weight, capacity, minimum, rules } = instance;
  const flow = new PeopleFlow(reach, weight, capacity);
  for (let s = 0; s < open.length; s++) if (open[s]) flow.openSite(s);
  flow.meetMinimum(
    minimum,
    rules.locked.map((locked) => 1 - locked),
  );
  return flow;
}
