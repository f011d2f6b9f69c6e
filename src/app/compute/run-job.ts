import { readFailure } from '../../../workers/client.ts';
import type { Progress } from '../../core/task.ts';
import type { JobName } from '../store/jobs.ts';
import { setJob, useStore } from '../store/store.ts';

/**
 * Runs a piece of work as a job of the store. Returns its result, or undefined when it failed (the job then holds the
 * issue) or was stopped (the job is idle again).
 */
export async function runJob<T>(
  name: JobName,
  work: (onProgress: (progress: Progress) => void) => Promise<T>,
): Promise<T | undefined> {
  setJob(name, { state: 'running', progress: undefined });
  try {
    const result = await work((progress) => tell(name, progress));
    setJob(name, { state: 'done' });
    return result;
  } catch (error) {
    const { issue } = readFailure(error);
    setJob(name, issue ? { state: 'failed', issue } : { state: 'idle' });
    return undefined;
  }
}

/** A last word of progress may arrive after the result: it must not set the job running again. */
function tell(name: JobName, progress: Progress): void {
  if (useStore.getState().jobs[name].state === 'running') setJob(name, { state: 'running', progress });
}
