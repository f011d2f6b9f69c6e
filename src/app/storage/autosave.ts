import { ChangedElsewhere } from './project-store.ts';

/** What the badge says. `kept` is only said when the store has confirmed it. */
export type SaveState =
  | { state: 'nothing' }
  | { state: 'kept'; at: number }
  | { state: 'saving' }
  | { state: 'unsaved'; why: 'full' | 'elsewhere' | 'failed'; reason: string }
  | { state: 'off' };

interface Options {
  /** Writes the present. */
  save: () => Promise<void>;
  tell: (state: SaveState) => void;
  now: () => number;
  /** Calls back later; returns how to stop that. */
  later: (milliseconds: number, call: () => void) => () => void;
}

/** Rest after the last change, and the longest that a row of changes is waited for, milliseconds. */
const REST = 400;
const LONGEST = 900;
/** After a failure: again by itself, so that a disk that was made free is used. */
const AGAIN = 5000;

export interface Autosave {
  /** Something has changed. */
  touch(): void;
  /** Writes at once what is waiting, for a page that is about to go. */
  flush(): Promise<void>;
  /** Forgets what is waiting, without writing it. */
  stop(): void;
}

/**
 * Writes every change soon, one save at a time. A change during a save is written by the next one: what was confirmed is
 * never older than the badge says.
 */
export function createAutosave({ save, tell, now, later }: Options): Autosave {
  let firstChange: number | undefined;
  let cancelTimer: (() => void) | undefined;
  let running: Promise<void> | undefined;

  const plan = (milliseconds: number) => {
    cancelTimer?.();
    cancelTimer = later(milliseconds, () => void write());
  };

  const write = (): Promise<void> => {
    cancelTimer?.();
    cancelTimer = undefined;
    if (running) return running.then(() => (firstChange === undefined ? undefined : write()));
    firstChange = undefined;
    tell({ state: 'saving' });
    running = save().then(
      () => {
        running = undefined;
        if (firstChange === undefined) tell({ state: 'kept', at: now() });
      },
      (error: unknown) => {
        running = undefined;
        firstChange ??= now();
        const failure = failureOf(error);
        tell(failure);
        // What another window has written is not overwritten, however often it is tried.
        if (failure.why !== 'elsewhere') plan(AGAIN);
      },
    );
    return running;
  };

  return {
    touch() {
      firstChange ??= now();
      tell({ state: 'saving' });
      plan(Math.max(0, Math.min(REST, firstChange + LONGEST - now())));
    },
    async flush() {
      if (firstChange !== undefined) await write();
      else await running;
    },
    stop() {
      cancelTimer?.();
      cancelTimer = undefined;
      firstChange = undefined;
    },
  };
}

function failureOf(error: unknown): Extract<SaveState, { state: 'unsaved' }> {
  if (error instanceof ChangedElsewhere) return { state: 'unsaved', why: 'elsewhere', reason: '' };
  const { name, message, inner } = error as { name?: string; message?: string; inner?: { name?: string } };
  // A full disk may come as the reason for which the transaction was given up.
  const isFull = name === 'QuotaExceededError' || inner?.name === 'QuotaExceededError';
  return { state: 'unsaved', why: isFull ? 'full' : 'failed', reason: message ?? String(error) };
}
