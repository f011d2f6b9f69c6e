import { theEngine } from '../compute/engine.ts';
import { newestJob } from '../compute/newest-job.ts';
import { questionOf } from '../compute/question.ts';
import { fairnessQuestion } from '../compute/supply-question.ts';
import { cache } from '../store/cache.ts';
import { put, useStore } from '../store/store.ts';

const ask = newestJob('fairness', (onProgress, question: ReturnType<typeof fairnessQuestion>) =>
  theEngine().fairness(useStore.getState().document.settings, question, onProgress),
);

/** Asks how unequally distance or supply is spread, where that is looked at. A newer question does not wait for this one. */
export async function runFairness(): Promise<void> {
  const { session } = useStore.getState();
  const { overview, coverage } = cache;
  if (session.step !== 'shortfall' || session.shortfallSubject !== 'fairness' || !overview || !coverage)
    return;
  const question = questionOf(coverage, session, overview.demand.columns);
  const answer = await ask(fairnessQuestion(question, overview.facilities, session));
  if (answer && cache.overview === overview) put('fairness', answer);
}
