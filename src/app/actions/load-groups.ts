import { theEngine } from '../compute/engine.ts';
import { cache } from '../store/cache.ts';
import { put, useStore } from '../store/store.ts';

let isLoading = false;

/**
 * Fetches the people of every group that is not known yet, one after the other, for the card of a place. A newer
 * coverage call makes one of these give up; what is missing is asked for again with the next place.
 */
export async function loadGroups(): Promise<void> {
  const { document, session } = useStore.getState();
  const service = cache.overview?.services.find((one) => one.id === session.service);
  if (isLoading || !service) return;
  isLoading = true;
  try {
    for (const group of service.groups) {
      if (cache.groups.has(group)) continue;
      const view = await theEngine().coverage(document.settings, service.id, group);
      put('groups', new Map(cache.groups).set(group, view.values));
    }
  } catch {
    // Replaced by a newer question: the card shows the groups that are known.
  } finally {
    isLoading = false;
  }
}
