import type { KeptView } from '../../core/project/views.ts';
import { wholeAreaStandard } from '../../view/shortfall-table.ts';
import { type DraftStep, draftSteps } from '../../view/step-draft.ts';
import { settled } from '../compute/settled.ts';
import { newId } from '../storage/new-id.ts';
import { cache } from '../store/cache.ts';
import { setSession, useStore } from '../store/store.ts';
import { changeViews } from './change-views.ts';
import { viewNow } from './keep-view.ts';
import { switchReporting } from './present.ts';

/**
 * Drafts a sequence from what there is: goes to each screen in turn, waits for its answer and keeps it. What was on screen
 * before is there again afterwards; all of it is one deed.
 */
export async function draftViews(): Promise<void> {
  const before = useStore.getState().session;
  const kept: KeptView[] = [];
  for (const step of draftSteps(factsNow())) {
    setSession({ selected: undefined, isRobust: false, ...screenOf(step) });
    await settled();
    const view = viewNow();
    // A question that has no answer here, for want of ages or of places, is no step.
    if (view && view.sentence !== '') kept.push({ id: newId(), note: '', ...view, stage: step.stage });
  }
  setSession(before);
  switchReporting();
  if (kept.length > 0) changeViews((views) => [...views, ...kept]);
}

function screenOf({ id: _id, stage: _stage, ...step }: DraftStep) {
  return {
    subject: 'service' as const,
    cellMode: 'distance' as const,
    shortfallMode: 'districts' as const,
    standardId: undefined,
    ...step,
  };
}

function factsNow(): Parameters<typeof draftSteps>[0] {
  const { service } = useStore.getState().session;
  const { overview, standards = [] } = cache;
  const { facilities } = overview ?? {};
  return {
    service,
    hasNetwork: overview?.network !== undefined,
    openServices: overview?.services.filter((one) => one.open > 0).length ?? 0,
    standards: standards.map(({ standard, rows }) => {
      const whole = wholeAreaStandard(rows);
      return {
        id: standard.id,
        peopleConcerned: whole?.state === 'short' ? whole.peopleConcerned : 0,
      };
    }),
    hasCapacities: facilities
      ? facilities.service.some((one, k) => one === service && facilities.capacity[k] > 0)
      : false,
  };
}
