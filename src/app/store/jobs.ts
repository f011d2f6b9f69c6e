import type { Issue } from '../../core/issue.ts';
import type { Progress } from '../../core/task.ts';

/** Where a piece of work stands. */
export type Job =
  | { state: 'idle' }
  | { state: 'running'; progress: Progress | undefined }
  | { state: 'done' }
  | { state: 'failed'; issue: Issue };

export type JobName =
  | 'open'
  | 'coverage'
  | 'standards'
  | 'robust'
  | 'circle'
  | 'capacity'
  | 'fairness'
  | 'future'
  | 'inspect'
  | 'export';

export type Jobs = Record<JobName, Job>;

export const IDLE_JOBS: Jobs = {
  open: { state: 'idle' },
  coverage: { state: 'idle' },
  standards: { state: 'idle' },
  robust: { state: 'idle' },
  circle: { state: 'idle' },
  capacity: { state: 'idle' },
  fairness: { state: 'idle' },
  future: { state: 'idle' },
  inspect: { state: 'idle' },
  export: { state: 'idle' },
};

export function firstFailure(jobs: Jobs): { name: JobName; issue: Issue } | undefined {
  for (const name of Object.keys(jobs) as JobName[]) {
    const job = jobs[name];
    if (job.state === 'failed') return { name, issue: job.issue };
  }
  return undefined;
}

export function firstRunning(jobs: Jobs): { name: JobName; progress: Progress | undefined } | undefined {
  for (const name of Object.keys(jobs) as JobName[]) {
    const job = jobs[name];
    if (job.state === 'running') return { name, progress: job.progress };
  }
  return undefined;
}
