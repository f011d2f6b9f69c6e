import { useMemo } from 'react';
import type { CoverageView, Overview } from '../../../workers/protocol.ts';
import type { DemandUnit } from '../../core/dataset/demand.ts';
import { groupValues } from '../../core/dataset/groups.ts';
import type { StandardResult } from '../../core/standards/evaluate.ts';
import {
  type CellClasses,
  classifyByAccess,
  classifyByChoice,
  classifyByDistance,
  classifyByServed,
  withUnlinked,
} from '../../view/cell-classes.ts';
import { classifyCircle } from '../../view/circle.ts';
import type { CoverageQuestion } from '../../view/coverage-finding.ts';
import { classifyDifference } from '../../view/difference.ts';
import { mergedLimits } from '../../view/limits.ts';
import { reachOf } from '../../view/reach.ts';
import { classifyRobust } from '../../view/robust.ts';
import type { Cache } from '../store/cache.ts';
import type { SessionState } from '../store/session.ts';
import { useCached, useStore } from '../store/store.ts';
import { useAnswer } from './use-question.ts';
import { useRobust } from './use-robust.ts';
import { useStandard } from './use-standard.ts';
import { useSupplyPicture } from './use-supply-picture.ts';

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
  const { step, cellMode, shortfallMode, subject } = useStore((state) => state.session);
  const circle = useCached('circle');
  const robust = useRobust();
  const standard = useStandard();
  const { coverage, overview, question } = answer ?? {};
  const supply = useSupplyPicture();
  const isOfStandards = useStore(({ session }) => session.shortfallSubject === 'standards');

  return useMemo(() => {
    if (!coverage || !overview || !question) return undefined;
    const { people } = overview.demand;
    if (step === 'shortfall' && !isOfStandards) return supply;
    if (step === 'shortfall') {
      if (shortfallMode === 'districts' || !standard) return undefined;
      const group = groupOfStandard(standard);
      const values = groupValues(overview.demand.columns, group) ?? people;
      const classified = classifyByStandard(values, standard);
      return classified && { classified, values, unit: 'people' as const, group };
    }
    if (subject === 'circle') return circlePicture(circle, overview);
    const { values, group } = coverage;
    const verdict = robust?.reading.verdict;
    if (verdict) return { classified: classifyRobust(values, verdict), values, unit: question.unit, group };
    const classified = classifyReach(coverage, question, cellMode);
    const isWalked = question.reading === 'network' || cellMode === 'difference';
    const unlinked = isWalked ? overview.network?.unlinkedPlaces : undefined;
    return { classified: withUnlinked(classified, unlinked), values, unit: question.unit, group };
  }, [
    coverage,
    overview,
    question,
    standard,
    step,
    cellMode,
    shortfallMode,
    subject,
    circle,
    robust,
    supply,
    isOfStandards,
  ]);
}

/** Whom a standard of reach or of shared supply is about. */
function groupOfStandard({ standard: { rule } }: StandardResult): string {
  return 'group' in rule ? rule.group : 'people';
}

/** From where people live: what they have of something shared, or whether they are reached. */
function classifyByStandard(people: Float64Array, result: StandardResult): CellClasses | undefined {
  const { standard, catchment, places } = result;
  if (catchment && typeof standard.value === 'number')
    return classifyByAccess(people, catchment.access, standard.value);
  const isReach = standard.rule.kind === 'coverage' || standard.rule.kind === 'coverage-of-all';
  return places && isReach ? classifyByServed(people, places) : undefined;
}

function circlePicture(circle: Cache['circle'], { demand, network }: Overview): Picture | undefined {
  const { people } = demand;
  if (circle?.result.count.length !== people.length) return undefined;
  const classified = withUnlinked(classifyCircle(people, circle.result), network?.unlinkedPlaces);
  return { classified, values: people, unit: 'people', group: 'people' };
}

function classifyReach(
  coverage: CoverageView,
  question: CoverageQuestion,
  mode: SessionState['cellMode'],
): CellClasses {
  const { meters, factor, within } = reachOf(coverage, question);
  if (mode === 'choice') return classifyByChoice(coverage.values, within);
  if (mode === 'difference' && coverage.network) {
    return classifyDifference(
      coverage.values,
      coverage.meters,
      coverage.network.meters,
      question.limitMeters,
    );
  }
  const limits = mergedLimits(coverage.limits);
  return classifyByDistance(
    coverage.values,
    meters,
    limits.map((limit) => limit.meters),
    factor,
    limits.map((limit) => limit.minutes),
  );
}
