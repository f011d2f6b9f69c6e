import { metersOfMinutes } from '../../core/project/limits.ts';
import { speedOf } from '../../core/project/walking-speeds.ts';
import { circleServices } from '../../view/circle.ts';
import { theEngine } from '../compute/engine.ts';
import { latestOnly } from '../compute/latest-only.ts';
import { runJob } from '../compute/run-job.ts';
import { cache } from '../store/cache.ts';
import { put, useStore } from '../store/store.ts';

/** Asks how many of the chosen services lie within the minutes of everybody. */
export const runCircle = latestOnly(async () => {
  const { document, session } = useStore.getState();
  const { overview } = cache;
  if (session.subject !== 'circle' || !overview) return;
  const services = circleServices(overview.services, session.circleServices);
  const { circleMinutes: minutes } = session;
  const metersPerSecond = speedOf(document.settings.walking, 'people');
  const limit = { minutes, meters: metersOfMinutes(minutes, metersPerSecond) };
  const result = await runJob('circle', () => theEngine().lifeCircle(document.settings, services, limit));
  if (result) put('circle', { result, minutes, metersPerSecond });
});
