import { pickLimit } from '../../view/limits.ts';
import { theEngine } from '../compute/engine.ts';
import { latestOnly } from '../compute/latest-only.ts';
import { runJob } from '../compute/run-job.ts';
import { cache } from '../store/cache.ts';
import { put, useStore } from '../store/store.ts';

/** Asks the question that is shown in every fair way, where the user wants to know what holds in all of them. */
export const runRobust = latestOnly(async () => {
  const { document, session } = useStore.getState();
  const { coverage } = cache;
  if (!session.isRobust || !coverage) return;
  const { service, group } = coverage;
  const limit = pickLimit(coverage.limits, session.limitIndex, session.limitMinutes);
  const view = await runJob('robust', () => theEngine().robust(document.settings, service, group, limit));
  if (view) put('robust', { ...view, service, group, limit });
});
