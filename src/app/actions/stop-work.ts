import { theEngine } from '../compute/engine.ts';
import { firstFailure, type JobName } from '../store/jobs.ts';
import { setJob, useStore } from '../store/store.ts';

/** Stops what is running; what was there before stays. */
export function stopWork(): void {
  theEngine().cancel();
}

/** The user has read the failure. */
export function dismissFailure(): void {
  const failure = firstFailure(useStore.getState().jobs);
  if (failure) setJob(failure.name as JobName, { state: 'idle' });
}
