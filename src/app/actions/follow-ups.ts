import { type AppState, useStore } from '../store/store.ts';
import { runArea } from './run-area.ts';
import { runCapacity } from './run-capacity.ts';
import { runCatchment } from './run-catchment.ts';
import { runCircle } from './run-circle.ts';
import { runFairness } from './run-fairness.ts';
import { runFuture } from './run-future.ts';
import { runRobust } from './run-robust.ts';
import { runRoute } from './run-route.ts';

/** A question that follows from what is shown, and what it depends on: it is asked again whenever one of these changes. */
const FOLLOW_UPS: { ask: () => Promise<void>; on: (state: AppState) => unknown[] }[] = [
  {
    ask: runRoute,
    on: ({ session, revision }) => [revision.overview, revision.coverage, session.selected],
  },
  {
    ask: runArea,
    on: ({ session, revision }) => [revision.overview, revision.coverage, session.selected, session.reading],
  },
  {
    ask: runCatchment,
    on: ({ session, revision }) => [revision.overview, revision.coverage, session.selected],
  },
  {
    ask: runRobust,
    on: ({ session, revision }) => [
      revision.coverage,
      session.isRobust,
      session.limitIndex,
      session.limitMinutes,
    ],
  },
  {
    ask: runCapacity,
    on: ({ session, revision }) => [
      ...questionShown(session),
      revision.coverage,
      // What the map shows of the answer is no new question.
      session.capacity.order,
      session.capacity.kernel,
      session.capacity.supply,
      session.capacity.perPerson,
    ],
  },
  {
    ask: runFairness,
    on: ({ session, revision }) => [
      ...questionShown(session),
      revision.coverage,
      session.fairnessValue,
      session.capacity.kernel,
      session.capacity.supply,
    ],
  },
  {
    ask: runFuture,
    on: ({ session, revision, document }) => [
      session.step,
      session.shortfallSubject,
      revision.overview,
      session.service,
      session.level,
      session.capacity.supply,
      session.capacity.perPerson,
      document.settings.forecast,
    ],
  },
  {
    ask: runCircle,
    on: ({ session, revision, document }) => [
      revision.overview,
      session.subject,
      session.circleServices,
      session.circleMinutes,
      document.settings.walking,
    ],
  },
];

function questionShown(session: AppState['session']): unknown[] {
  const { step, shortfallSubject, limitIndex, limitMinutes, reading } = session;
  return [step, shortfallSubject, limitIndex, limitMinutes, reading];
}

/** Asks the questions that follow, for the life of the page. */
export function startFollowUps(): void {
  useStore.subscribe((state, before) => {
    for (const { ask, on } of FOLLOW_UPS) {
      const former = on(before);
      if (on(state).some((value, k) => value !== former[k])) void ask();
    }
  });
}
