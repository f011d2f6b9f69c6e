import { theEngine } from '../compute/engine.ts';
import { latestOnly } from '../compute/latest-only.ts';
import { cache } from '../store/cache.ts';
import { put, useStore } from '../store/store.ts';

/**
 * Finds the walk from the chosen place to the facility nearest on foot. Quietly: the card and the map say what is there, and
 * a place without a walk has a verdict of its own.
 */
export const runRoute = latestOnly(async () => {
  const { session } = useStore.getState();
  const place = session.selected?.kind === 'place' ? session.selected.place : undefined;
  const { overview, coverage, route: known } = cache;
  const facility = place === undefined ? -1 : (coverage?.network?.facility[place] ?? -1);
  if (place === undefined || facility < 0 || !overview?.network) {
    if (known) put('route', undefined);
    return;
  }
  if (known?.place === place && known.facility === facility && known.overview === overview) return;
  try {
    const route = await theEngine().route(place, facility);
    put('route', { place, facility, overview, route });
  } catch {
    put('route', undefined);
  }
});
