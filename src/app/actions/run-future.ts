import { theEngine } from '../compute/engine.ts';
import { newestJob } from '../compute/newest-job.ts';
import { futureQuestion } from '../compute/supply-question.ts';
import { cache } from '../store/cache.ts';
import { put, useStore } from '../store/store.ts';

const ask = newestJob('future', (onProgress, question: ReturnType<typeof futureQuestion>) =>
  theEngine().future(useStore.getState().document.settings, question, onProgress),
);

/** Asks for need and supply in years to come, where they are looked at. A newer question does not wait for this one. */
export async function runFuture(): Promise<void> {
  const { session } = useStore.getState();
  const { overview } = cache;
  const { service } = session;
  if (session.step !== 'shortfall' || session.shortfallSubject !== 'future' || !overview || !service) return;
  const answer = await ask(futureQuestion(service, overview.facilities, session));
  if (answer && cache.overview === overview) put('future', answer);
}
