import { cache } from '../store/cache.ts';
import { afterDeed, type Deed } from '../store/history.ts';
import { useStore } from '../store/store.ts';

/** Keeps the project as it is now, just before a deed changes it. Nothing loaded is nothing to go back to. */
export function remember(deed: Deed): void {
  const { document, history } = useStore.getState();
  if (cache.sources.length === 0) return;
  const before = { deed, document, sources: cache.sources, at: Date.now() };
  useStore.setState({ history: afterDeed(history, before) });
}
