import { firstRunning } from '../store/jobs.ts';
import { useStore } from '../store/store.ts';

const QUIET_MILLISECONDS = 60;
const LONGEST_MILLISECONDS = 60_000;

/**
 * Done when nothing has been computed for a moment: an answer may ask for the next. Gives up after a minute, so that a step
 * that hangs does not hold the others.
 */
export function settled(): Promise<void> {
  return new Promise((resolve) => {
    let quiet = setTimeout(done, QUIET_MILLISECONDS);
    const longest = setTimeout(done, LONGEST_MILLISECONDS);
    const unsubscribe = useStore.subscribe(({ jobs }) => {
      clearTimeout(quiet);
      if (!firstRunning(jobs)) quiet = setTimeout(done, QUIET_MILLISECONDS);
    });
    if (firstRunning(useStore.getState().jobs)) clearTimeout(quiet);
    function done(): void {
      clearTimeout(quiet);
      clearTimeout(longest);
      unsubscribe();
      resolve();
    }
  });
}
