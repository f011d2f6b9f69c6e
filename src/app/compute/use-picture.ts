import { useMemo } from 'react';
import type { CoverageView } from '../../../workers/protocol.ts';
import type { DemandUnit } from '../../core/dataset/demand.ts';
import {
  type CellClasses,
  classifyByAccess,
  classifyByChoice,
  classifyByDistance,
  withUnlinked,
} from '../../view/cell-classes.ts';
import type { CoverageQuestion } from '../../view/coverage-finding.ts';
import { mergedLimits } from '../../view/limits.ts';
import { reachOf } from '../../view/reach.ts';
import type { SessionState } from '../store/session.ts';
import { useCached, useStore } from '../store/store.ts';
import { useAnswer } from './use-question.ts';

/** What the cells show: their classes, and the people that give the ink and the legend. */
export interface Picture {
  classified: CellClasses;
  values: Float64Array;
  unit: DemandUnit;
  group: string;
}

/** Undefined when the cells are not drawn: nothing is answered yet, or the districts are shown instead. */
export function usePicture(): Picture | undefined {
  const answer = useAnswer();
  const standards = useCached('standards');
  const { step, cellMode, shortfallMode } = useStore((state) => state.session);
  const standard = standards?.[0];
  const { coverage, overview, question } = answer ?? {};

  return useMemo(() => {
    if (!coverage || !overview || !question) return undefined;
    const { people } = overview.demand;
    if (step === 'shortfall') {
      if (shortfallMode === 'districts' || !standard) return undefined;
      const classified = classifyByAccess(people, standard.catchment.access, standard.standard.value);
      return { classified, values: people, unit: 'people' as const, group: 'people' };
    }
    const { values, group } = coverage;
    const classified = classifyReach(coverage, question, cellMode);
    const unlinked = question.reading === 'network' ? overview.network?.unlinkedPlaces : undefined;
    return { classified: withUnlinked(classified, unlinked), values, unit: question.unit, group };
  }, [coverage, overview, question, standard, step, cellMode, shortfallMode]);
}

function classifyReach(
  coverage: CoverageView,
  question: CoverageQuestion,
  mode: SessionState['cellMode'],
): CellClasses {
  const { meters, factor, within } = reachOf(coverage, question);
  if (mode === 'choice') return classifyByChoice(coverage.values, within);
  const limits = mergedLimits(coverage.limits);
  return classifyByDistance(
    coverage.values,
    meters,
    limits.map((limit) => limit.meters),
    factor,
    limits.map((limit) => limit.minutes),
  );
}
