import { theEngine } from '../compute/engine.ts';
import { latestOnly } from '../compute/latest-only.ts';
import { runJob } from '../compute/run-job.ts';
import { put, useStore } from '../store/store.ts';

/** Holds the standards of the project against the districts and catchments as the settings stand now. */
export const runStandards = latestOnly(async () => {
  const { settings } = useStore.getState().document;
  const results = await runJob('standards', () => theEngine().standards(settings));
  if (results) put('standards', results);
});
