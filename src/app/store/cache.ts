import type { CoverageView, Inspection, Overview } from '../../../workers/protocol.ts';
import type { OpenSource } from '../../core/project/load.ts';
import type { StandardResult } from '../../core/standards/evaluate.ts';

/**
 * Big arrays and files, outside the store: the store only knows which revision of each is the current one. Written by
 * actions through `put`, read by components through the hooks of `results.ts`.
 */
export interface Cache {
  sources: OpenSource[];
  overview: Overview | undefined;
  coverage: CoverageView | undefined;
  standards: StandardResult[] | undefined;
  inspections: Inspection[];
  /** People of each place by group, as far as they were asked for. */
  groups: ReadonlyMap<string, Float64Array>;
}

export const cache: Cache = {
  sources: [],
  overview: undefined,
  coverage: undefined,
  standards: undefined,
  inspections: [],
  groups: new Map(),
};
