import type { Progress, Task } from '../src/core/task.ts';

/** Thrown inside a job that a newer one has replaced, or that the user has stopped. */
export class Cancelled extends Error {
  constructor() {
    super('cancelled');
    this.name = 'Cancelled';
  }
}

const SLICE_MILLISECONDS = 30;

/**
 * Runs tasks in slices, so that the worker hears a newer call or a stop between them. `isCurrent` is asked after every
 * slice; progress is told at most once a slice.
 */
export function sliced(isCurrent: () => boolean, onProgress: (progress: Progress) => void) {
  return async <T>(task: Task<T>): Promise<T> => {
    let until = performance.now() + SLICE_MILLISECONDS;
    let step = task.next();
    while (!step.done) {
      if (performance.now() > until) {
        onProgress(step.value);
        await nextTurn();
        if (!isCurrent()) throw new Cancelled();
        until = performance.now() + SLICE_MILLISECONDS;
      }
      step = task.next();
    }
    return step.value;
  };
}

/** A message to oneself: setTimeout would be held back to 4 ms after a few rounds. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    channel.port2.postMessage(0);
  });
}
