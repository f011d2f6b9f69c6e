import { useMemo } from 'react';
import type { DemandUnit } from '../../core/dataset/demand.ts';
import {
  type CellClasses,
  classifyByAccess,
  classifyByChoice,
  classifyByDistance,
} from '../../view/cell-classes.ts';
import { useCached, useStore } from '../store/store.ts';
import { factorOf } from './question.ts';
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
  const { step, cellMode, shortfallMode, limitIndex } = useStore((state) => state.session);
  const standard = standards?.[0];
  const factor = answer ? factorOf(answer.question) : 1;
  const coverage = answer?.coverage;
  const unit = answer?.question.unit ?? 'people';
  const people = answer?.overview.demand.people;

  return useMemo(() => {
    if (!coverage || !people) return undefined;
    if (step === 'shortfall') {
      if (shortfallMode === 'districts' || !standard) return undefined;
      const classified = classifyByAccess(people, standard.catchment.access, standard.standard.value);
      return { classified, values: people, unit: 'people' as const, group: 'people' };
    }
    const { values, within, meters, limitsMeters, group } = coverage;
    const classified =
      cellMode === 'choice'
        ? classifyByChoice(values, within[Math.min(limitIndex, within.length - 1)])
        : classifyByDistance(values, meters, limitsMeters, factor);
    return { classified, values, unit, group };
  }, [coverage, people, standard, step, cellMode, shortfallMode, limitIndex, factor, unit]);
}
