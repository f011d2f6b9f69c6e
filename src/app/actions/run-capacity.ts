import { theEngine } from '../compute/engine.ts';
import { newestJob } from '../compute/newest-job.ts';
import { questionOf } from '../compute/question.ts';
import { capacityQuestion } from '../compute/supply-question.ts';
import { cache } from '../store/cache.ts';
import { put, useStore } from '../store/store.ts';

const ask = newestJob('capacity', (onProgress, question: ReturnType<typeof capacityQuestion>) =>
  theEngine().capacity(useStore.getState().document.settings, question, onProgress),
);

/** Asks who has a place, where that is looked at. A newer question does not wait for this one. */
export async function runCapacity(): Promise<void> {
  const { session } = useStore.getState();
  const { overview, coverage } = cache;
  if (session.step !== 'shortfall' || session.shortfallSubject !== 'capacity' || !overview || !coverage)
    return;
  const question = questionOf(coverage, session, overview.demand.columns);
  const answer = await ask(capacityQuestion(question, overview.facilities, session));
  if (answer && cache.overview === overview) put('capacity', answer);
}
