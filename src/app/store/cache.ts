import type {
  CoverageView,
  Gathered,
  Inspection,
  Overview,
  PlacedRoute,
  RobustView,
} from '../../../workers/protocol.ts';
import type { Limit } from '../../core/analysis/coverage.ts';
import type { LifeCircle } from '../../core/analysis/life-circle.ts';
import type { CapacityAnswer } from '../../core/project/capacity.ts';
import type { FacilityCatchment } from '../../core/project/facility-catchment.ts';
import type { FairnessAnswer } from '../../core/project/fairness.ts';
import type { FutureAnswer } from '../../core/project/future.ts';
import type { OpenSource } from '../../core/project/load.ts';
import type { StandardResult } from '../../core/standards/evaluate.ts';
import type { ProjectEntry } from '../storage/project-store.ts';

/**
 * Big arrays and files, outside the store: the store only knows which revision of each is the current one. Written by
 * actions through `put`, read by components through the hooks of `results.ts`.
 */
export interface Cache {
  sources: OpenSource[];
  /** All there is to know of a project that can be analysed. */
  overview: Overview | undefined;
  /** What is there while people or facilities are still missing; never together with `overview`. */
  gathered: Gathered | undefined;
  coverage: CoverageView | undefined;
  standards: StandardResult[] | undefined;
  /** The walk from the chosen place; undefined until it is found, or where there is none. */
  route: { place: number; facility: number; overview: Overview; route: PlacedRoute } | undefined;
  /** The walking area of the chosen facility, one a limit. */
  area:
    | { facility: number; overview: Overview; limitsMeters: number[]; shapes: [number, number][][][][] }
    | undefined;
  /** Whom the chosen facility reaches, by every method, within the limits of the coverage that was shown. */
  catchment:
    | {
        facility: number;
        group: string;
        overview: Overview;
        limits: readonly Limit[];
        answers: FacilityCatchment[];
      }
    | undefined;
  /** With the question it answers. */
  robust: (RobustView & { service: string; group: string; limit: Limit }) | undefined;
  circle: { result: LifeCircle; minutes: number; metersPerSecond: number } | undefined;
  /** Who has a place; the question stands in the answer. */
  capacity: CapacityAnswer | undefined;
  fairness: FairnessAnswer | undefined;
  future: FutureAnswer | undefined;
  inspections: Inspection[];
  /** What is kept in this browser, as it was last asked for. */
  projects: ProjectEntry[];
}

export const cache: Cache = {
  sources: [],
  overview: undefined,
  gathered: undefined,
  coverage: undefined,
  standards: undefined,
  route: undefined,
  area: undefined,
  catchment: undefined,
  robust: undefined,
  circle: undefined,
  capacity: undefined,
  fairness: undefined,
  future: undefined,
  inspections: [],
  projects: [],
};

/** Whatever is loaded: a project that can be analysed, or the beginning of one. */
export function loadedData(): Gathered | undefined {
  return cache.overview ?? cache.gathered;
}
