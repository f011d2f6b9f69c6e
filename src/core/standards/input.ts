import type { Catchments } from '../analysis/catchments.ts';
import type { ReachMethod } from '../analysis/coverage.ts';
import type { Nearest } from '../analysis/nearest-facility.ts';
import type { Demand } from '../dataset/demand.ts';
import type { DistrictAssignment, Districts } from '../dataset/districts.ts';
import type { Facilities } from '../dataset/facilities.ts';
import { ageRangeOf, groupsOf, groupValues } from '../dataset/groups.ts';
import type { Task } from '../task.ts';
import type { Missing, StandardRow } from './row.ts';
import type { CoverageLimit } from './rule.ts';

/** A value that the user wrote down: for a standard that no map can answer. */
export interface EnteredValue {
  standard: string;
  /** Code of a district, or `all` for the whole area. */
  district: string;
  value: number | boolean;
  year: number;
}

/** How reach was asked for and measured: shown with the result. */
export interface ReachShown {
  reading: ReachMethod;
  /** Of the detour reading. */
  factor?: number;
  meters: number;
  minutes?: number;
  metersPerSecond?: number;
  /** Distances come from a table that the user loaded. */
  fromTable: boolean;
}

/** A limit as it can be measured here, or why it cannot. */
export type AskedReach = { shown: ReachShown } | { missing: Missing };

/** Measures distances in the way that the project is set to; `input` of tests gives the straight line. */
export interface ReachSource {
  ask(limit: CoverageLimit, group: string, wanted?: 'straight' | 'network'): AskedReach;
  nearest(rows: Int32Array, shown: ReachShown): Task<Nearest>;
  catchments(rows: Int32Array, shown: ReachShown): Task<Catchments>;
  /** How a radius of sharing is measured: straight, unless the user chose a reading for all standards. */
  ofCatchment(meters: number): ReachShown;
}

/** Everything a standard can be judged from. */
export interface StandardInput {
  demand: Demand;
  facilities: Facilities;
  /** District of each facility, level by level, as `assignment` is for places. */
  facilityAssignment: DistrictAssignment;
  districts: Districts | undefined;
  assignment: DistrictAssignment;
  reach: ReachSource;
  /** Count what can be reached from inside a district, instead of what stands inside. */
  crossBoundary: boolean;
  /** The year judged; null: the target year of each standard. */
  year: number | null;
  entered: EnteredValue[];
}

/** What an evaluator gives: the rows, and whatever else its kind has to show. */
export interface Evaluation {
  rows: StandardRow[];
  /** Set where reach was measured. */
  reach?: ReachShown;
  /** An attribute that nobody surveyed, and the one that stands in for it: values are upper bounds. */
  standIn?: { attribute: string; by: string };
  /** Facilities judged one by one, ascending by row: their value and whether it fits. */
  facilities?: { row: number; value: number; isMet: boolean }[];
  /** Land, places or people within reach by place, in the standard's unit; see the evaluator. */
  places?: Float64Array;
}

/** The residents by place; zeros where the data has none. */
export function residentsOf({ demand }: Pick<StandardInput, 'demand'>): Float64Array {
  return groupValues(demand.columns, 'people') ?? new Float64Array(demand.count);
}

/** The people of a group by place, or what to say when the bands at hand do not make it up. */
export function groupOr(
  { demand }: Pick<StandardInput, 'demand'>,
  group: string,
): { values: Float64Array } | { missing: Missing } {
  const values = groupValues(demand.columns, group);
  if (values) return { values };
  // Ages are made up from bands; anything else is a column of its own.
  if (!ageRangeOf(group)) return { missing: { reason: 'group-column', values: { group } } };
  return { missing: { reason: 'group', values: { group, bands: groupsOf(demand.columns).join(',') } } };
}

/** What a group is counted in. */
export function unitOfGroup({ demand }: Pick<StandardInput, 'demand'>, group: string): string {
  return demand.columns.find((column) => column.id === group)?.unit ?? 'people';
}
