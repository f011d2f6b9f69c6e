import { type Keeper, theKeeper } from '../compute/keeper.ts';
import { setSaving, useStore } from '../store/store.ts';
import { openSaved } from './open-saved.ts';

/**
 * Every change is saved from now on, and a page that is closed says so when something is not. `isMemoryOnly`: nothing is. Opens
 * the project that was open last, unless the table is to be `isClean`; returns whether it did.
 */
export async function keepSaving(isMemoryOnly: boolean, isClean: boolean): Promise<boolean> {
  const keeper = theKeeper();
  if (isMemoryOnly) {
    keeper.setOff(true);
    keeper.watch();
    return false;
  }
  const last = await lastProject(keeper);
  keeper.watch();
  globalThis.addEventListener?.('pagehide', () => void keeper.flush());
  globalThis.document?.addEventListener('visibilitychange', () => void keeper.flush());
  globalThis.addEventListener?.('beforeunload', warnOfLoss);
  if (last === undefined || isClean) return false;
  const isOpen = await openSaved(last);
  if (isOpen) useStore.setState({ history: { past: [], future: [] } });
  return isOpen;
}

async function lastProject(keeper: Keeper): Promise<string | undefined> {
  try {
    const last = await keeper.store.last();
    await keeper.tidy();
    return last;
  } catch (error) {
    // Some private windows keep nothing: the page works, and says that it does not save.
    setSaving({ state: 'unsaved', why: 'failed', reason: String((error as Error).message ?? error) });
    return undefined;
  }
}

function warnOfLoss(event: BeforeUnloadEvent): void {
  const { state } = useStore.getState().saving;
  if (state === 'unsaved' || state === 'saving') event.preventDefault();
}
