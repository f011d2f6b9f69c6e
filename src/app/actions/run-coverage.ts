import { theEngine } from '../compute/engine.ts';
import { latestOnly } from '../compute/latest-only.ts';
import { runJob } from '../compute/run-job.ts';
import { put, useStore } from '../store/store.ts';

/** Answers the coverage question as it stands now. The last answer stays until the new one is there. */
export const runCoverage = latestOnly(async () => {
  const { document, session } = useStore.getState();
  const { service, group } = session;
  if (!service || !group) return;
  const view = await runJob('coverage', () => theEngine().coverage(document.settings, service, group));
  if (!view) return;
  put('coverage', view);
});
