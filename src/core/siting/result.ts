import type { Issue } from '../issue.ts';
import type { SitingModel } from './problem.ts';

/** Who goes where: people of a place in a site. With capacities a place may be divided among several. */
export interface Assignment {
  /** Row of the demand, row of the site. */
  place: number;
  site: number;
  people: number;
  meters: number;
}

/** What a chosen site does, in people (weight). */
export interface SiteAccount {
  site: number;
  /** In its catchment, whoever else reaches them. */
  reached: number;
  /** Reached by no other open site: lost if it is left out. */
  alone: number;
  /** Reached by no locked site: what it and the other chosen ones bring. */
  newly: number;
  /** Reached by another open site as well. */
  shared: number;
  /** Assigned to it, and their mean metres; NaN when nobody is. */
  assigned: number;
  meanMeters: number;
}

/** Other sites in place of a chosen one: the best first, and how much worse the objective gets (≥ 0, or better: < 0). */
export interface Alternatives {
  site: number;
  instead: { site: number; loss: number }[];
}

/** The best known with so many chosen sites at most, and the bound. */
export interface CurvePoint {
  sites: number;
  objective: number;
  bound: number;
}

/**
 * The answer to a siting problem. `objective` is people covered (`mclp`, `cmclp`), sites or their cost (`lscp`), weighted
 * metres (`p-median`), metres (`p-center`); `bound` is what no answer can beat; `gap` the distance between the two as a
 * share of the larger (0 … 1). Rows are those of the problem.
 */
export interface SitingResult {
  model: SitingModel;
  objective: number;
  bound: number;
  gap: number;
  optimal: boolean;
  /** Rounds done, and why no more. */
  rounds: number;
  stopped: 'optimal' | 'rounds' | 'seconds';
  /** Chosen beside the locked sites, by id. */
  chosen: Int32Array;
  assignments: Assignment[];
  demandTotal: number;
  /** Within the limit of an open site (`cmclp`: and given a place), and by the locked sites alone. */
  covered: number;
  coveredBefore: number;
  /** Rows of the demand with people who are not (all) served. */
  uncovered: Int32Array;
  sites: SiteAccount[];
  alternatives: Alternatives[];
  curve: CurvePoint[];
  issues: Issue[];
}
