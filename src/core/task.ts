/**
 * Long work, written as a generator that yields how far it is. Whoever runs it decides the slices, the reporting and
 * the cancelling; the work itself knows nothing of workers or screens. Yield between blocks of about a thousand
 * items: a yield in the innermost loop costs several times the loop.
 */
export interface Progress {
  /** Key of what is being done, for example `fill-cells`; the words are `progress.<phase>`. */
  phase: string;
  done: number;
  total: number;
}

export type Task<T> = Generator<Progress, T, void>;

/** Runs a task to its end in one go: command line and tests. */
export function runSync<T>(task: Task<T>): T {
  let step = task.next();
  while (!step.done) step = task.next();
  return step.value;
}

export const BLOCK = 1024;
