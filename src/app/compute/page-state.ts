import { firstFailure, firstRunning, type Jobs } from '../store/jobs.ts';

export type PageState = 'loading' | 'ready' | 'failed' | 'empty';

/** Work goes before failure: what failed is being tried again. */
export function pageState(jobs: Jobs, hasData: boolean): PageState {
  if (firstRunning(jobs)) return 'loading';
  if (firstFailure(jobs)) return 'failed';
  return hasData ? 'ready' : 'empty';
}
