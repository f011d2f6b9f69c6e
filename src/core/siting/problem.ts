import type { Catchments } from '../analysis/catchments.ts';

/**
 * Where to build, by the usual names: `mclp` maximal coverage, `lscp` set covering, `p-median` least weighted metres,
 * `p-center` least farthest metres, `cmclp` maximal coverage with capacities (a person is in at most one place).
 */
export type SitingModel = 'mclp' | 'lscp' | 'p-median' | 'p-center' | 'cmclp';
export const SITING_MODELS: readonly SitingModel[] = ['mclp', 'lscp', 'p-median', 'p-center', 'cmclp'];

/** The demand to be covered, one entry a place. Weight is ≥ 0; NaN (not surveyed) asks for nothing. */
export interface SitingDemand {
  id: string[];
  weight: Float64Array;
  /** WGS-84 degrees, where known: they make the search faster, and change nothing else. */
  lng?: Float64Array;
  lat?: Float64Array;
  /** Metres to the nearest of all sites, where `reach` ends at the limit: to say how far those are who cannot be covered. */
  nearestMeters?: Float64Array;
}

/** What a weight asks for: not surveyed, or less than nobody, is nobody. */
export function asked(weight: number): number {
  return Number.isNaN(weight) ? 0 : Math.max(0, weight);
}

/** Existing facilities and candidates, one entry a site. Absent columns: cost 1, no least load, no upper size. */
export interface SitingSites {
  id: string[];
  /** WGS-84 degrees; a minimum spacing needs them. */
  lng?: Float64Array;
  lat?: Float64Array;
  /**
   * 1: open and stays open; it counts against neither number nor budget. 0: may be chosen. An existing facility that may
   * close is a 0: it competes for the same number and budget.
   */
  locked: Uint8Array;
  /** In the unit of the budget: money, or m² of land. */
  cost?: Float64Array;
  /** Who opens must serve this many at least (`cmclp`). */
  minimum?: Float64Array;
  /** Who opens can serve this many at most (`cmclp`); Infinity where there is no limit. */
  capacity?: Float64Array;
}

export interface SitingProblem {
  model: SitingModel;
  demand: SitingDemand;
  sites: SitingSites;
  /** Which places each site reaches, over how many metres; `rows` are indices of sites. Pairs not listed are out of reach. */
  reach: Catchments;
  /** `≤`. The catchment of the covering models; the others only report who is within it. NaN: none. */
  limitMeters: number;
  /** At most so many sites beside the locked ones. */
  siteLimit?: number;
  /** Sum of `cost` of the chosen sites at most. `lscp` with costs seeks the least sum instead of the least number. */
  costLimit?: number;
  /** No chosen site nearer than this to another open site; exactly so far is allowed. */
  spacingMeters?: number;
}

export interface SitingOptions {
  seed?: number;
  /** So many rounds of improving and bounding; 300 unless told, or as many as the seconds allow. */
  rounds?: number;
  /** Stops between two rounds once so many seconds have passed. */
  seconds?: number;
  /** Milliseconds of a clock, for `seconds`. */
  now?: () => number;
  /** A solver of mixed integer programs, to have the optimum proved where the size allows. */
  exact?: MixedIntegerSolver;
  /** Other candidates told for each chosen site; 5 unless told. */
  alternatives?: number;
  /** Also the curve over 1, 2 … sites. */
  curve?: boolean;
}

/** Rows `lower ≤ A x ≤ upper` by rows (CSR); columns within their bounds, whole numbers where `integer` is 1. */
export interface MixedIntegerModel {
  sense: 'maximize' | 'minimize';
  cost: Float64Array;
  lower: Float64Array;
  upper: Float64Array;
  integer: Uint8Array;
  rowLower: Float64Array;
  rowUpper: Float64Array;
  rowStart: Int32Array;
  column: Int32Array;
  value: Float64Array;
}

export interface MixedIntegerAnswer {
  status: 'optimal' | 'infeasible' | 'stopped';
  /** Values of the columns; absent when nothing feasible was found. */
  columns?: Float64Array;
  /** Bound on the objective proved so far. */
  bound: number;
}

export type MixedIntegerSolver = (model: MixedIntegerModel, seconds: number) => MixedIntegerAnswer;
