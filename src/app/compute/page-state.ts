import { firstFailure, firstRunning, type Jobs } from '../store/jobs.ts';

export type PageState = 'loading' | 'ready' | 'failed' | 'empty' | 'incomplete';

/**
 * Work goes before failure: what failed is being tried again. `incomplete`: something is loaded, but people or facilities
 * are still to come.
 */
export function pageState(jobs: Jobs, data: 'whole' | 'part' | 'none'): PageState {
  if (firstRunning(jobs)) return 'loading';
  if (firstFailure(jobs)) return 'failed';
  return data === 'whole' ? 'ready' : data === 'part' ? 'incomplete' : 'empty';
}
