import type { ServiceCoverage } from '../../core/project/result.ts';
import { type CellClasses, classifyByDistance } from '../cell-classes.ts';
import type { CoverageQuestion } from '../coverage-finding.ts';
import { mergedLimits } from '../limits.ts';
import { reachOf } from '../reach.ts';

/** What the map of one question shows, before it is laid out. */
export interface MapContent {
  classified: CellClasses;
  one: ServiceCoverage;
  question: CoverageQuestion;
}

export function mapContent(one: ServiceCoverage, question: CoverageQuestion): MapContent {
  const limits = mergedLimits(one.limits);
  const { meters, factor } = reachOf(
    {
      limits: one.limits,
      meters: one.nearest.meters,
      facility: one.nearest.facility,
      within: one.within,
      network: one.network && {
        meters: one.network.nearest.meters,
        facility: one.network.nearest.facility,
        within: one.network.within,
      },
    },
    question,
  );
  const classified = classifyByDistance(
    one.values,
    meters,
    limits.map((limit) => limit.meters),
    factor,
    limits.map((limit) => limit.minutes),
  );
  return { classified, one, question };
}
