import type { Progress } from '../../core/task.ts';
import type { Job, JobName } from '../store/jobs.ts';
import { setJob, useStore } from '../store/store.ts';
import { runJob } from './run-job.ts';

/**
 * Runs a long piece of work so that a newer call does not wait for the one before: the engine gives that one up, and its end
 * changes nothing here. Returns undefined when it was replaced, stopped, or failed.
 */
export function newestJob<A extends unknown[], T>(
  name: JobName,
  work: (onProgress: (progress: Progress) => void, ...args: A) => Promise<T>,
): (...args: A) => Promise<T | undefined> {
  let newest = 0;
  let atWork = false;
  let ended: Job = { state: 'idle' };
  return async (...args) => {
    const ticket = ++newest;
    atWork = true;
    const result = await runJob(name, (onProgress) => work(onProgress, ...args));
    if (ticket === newest) {
      atWork = false;
      ended = useStore.getState().jobs[name];
      return result;
    }
    // The end of the older one has changed the job, of which only the newest has a say.
    setJob(name, atWork ? { state: 'running', progress: undefined } : ended);
    return undefined;
  };
}
