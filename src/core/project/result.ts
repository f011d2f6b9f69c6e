import type { CoverageRow, Limit } from '../analysis/coverage.ts';
import type { DistanceProfile } from '../analysis/distance-profile.ts';
import type { Nearest } from '../analysis/nearest-facility.ts';
import type { Demand } from '../dataset/demand.ts';
import type { DistrictAssignment, Districts } from '../dataset/districts.ts';
import type { Facilities } from '../dataset/facilities.ts';
import type { ServiceId } from '../dataset/services.ts';
import type { Issue } from '../issue.ts';
import type { StandardResult } from '../standards/evaluate.ts';
import type { SourceSummary } from './load.ts';
import type { ProjectSettings } from './project.ts';
import type { WalkingNetwork } from './walking.ts';

/** Coverage of one group of people by one service. */
export interface ServiceCoverage {
  service: ServiceId;
  /** The group asked for, as a demand column or a sum of age bands. */
  group: string;
  limits: Limit[];
  /** The limits in metres alone. */
  limitsMeters: number[];
  /** How fast the group walks: what makes metres of the limits in minutes. */
  metersPerSecond: number;
  detourFactor: number | null;
  /** Straight-line reach of every place. The detour reading is these metres × the factor. */
  nearest: Nearest;
  /** The same along the streets, where streets are loaded. */
  network: NetworkReach | undefined;
  /** The group's people by place. */
  values: Float64Array;
  /** Facilities within each limit, by place, straight line. */
  within: Uint16Array[];
  rows: CoverageRow[];
  profile: DistanceProfile;
  /** People with none, one, several facilities within each limit, straight line; the three add up to the total. */
  choice: { none: number; one: number; several: number }[];
}

/** Reach of one service along the streets. */
export interface NetworkReach {
  nearest: Nearest;
  /** Facilities within each limit, by place. */
  within: Uint16Array[];
  metersPerSecond: number;
}

/** Everything a project file asks for. */
export interface ProjectResult {
  projectName: string;
  demand: Demand;
  facilities: Facilities;
  districts: Districts | undefined;
  assignment: DistrictAssignment;
  facilityAssignment: DistrictAssignment;
  /** Every service with every group, services in file order, the service's own group first. */
  coverages: ServiceCoverage[];
  standards: StandardResult[];
  issues: Issue[];
  sources: SourceSummary[];
  /** Where people and facilities stand on the streets, when streets are loaded. */
  network: WalkingNetwork | undefined;
  walking: ProjectSettings['walking'];
}
