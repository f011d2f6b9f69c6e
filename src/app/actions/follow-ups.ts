import { type AppState, useStore } from '../store/store.ts';
import { runArea } from './run-area.ts';
import { runCatchment } from './run-catchment.ts';
import { runCircle } from './run-circle.ts';
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

/** Asks the questions that follow, for the life of the page. */
export function startFollowUps(): void {
  useStore.subscribe((state, before) => {
    for (const { ask, on } of FOLLOW_UPS) {
      const former = on(before);
      if (on(state).some((value, k) => value !== former[k])) void ask();
    }
  });
}
