import { theEngine } from '../compute/engine.ts';
import { latestOnly } from '../compute/latest-only.ts';
import { cache } from '../store/cache.ts';
import { put, useStore } from '../store/store.ts';

/** Outlines where people can walk from the chosen facility within each limit, for show. */
export const runArea = latestOnly(async () => {
  const { session } = useStore.getState();
  const facility = session.selected?.kind === 'facility' ? session.selected.row : -1;
  const { overview, coverage, area: known } = cache;
  const isWanted = session.reading === 'network' && facility >= 0 && overview?.network;
  if (!isWanted || !coverage) {
    if (known) put('area', undefined);
    return;
  }
  const { limitsMeters } = coverage;
  const isKnown = known?.facility === facility && known.overview === overview;
  if (isKnown && known.limitsMeters.join() === limitsMeters.join()) return;
  try {
    const shapes: [number, number][][][][] = [];
    for (const limit of limitsMeters) shapes.push(await theEngine().walkingArea(facility, limit));
    put('area', { facility, overview, limitsMeters, shapes });
  } catch {
    put('area', undefined);
  }
});
