import { theEngine } from '../compute/engine.ts';
import { latestOnly } from '../compute/latest-only.ts';
import { cache } from '../store/cache.ts';
import { put, useStore } from '../store/store.ts';

/** Asks whom the chosen facility reaches, within the limits that are shown. Quietly: the card fills in when it is known. */
export const runCatchment = latestOnly(async () => {
  const { document, session } = useStore.getState();
  const facility = session.selected?.kind === 'facility' ? session.selected.row : -1;
  const { overview, coverage } = cache;
  if (facility < 0 || !overview || !coverage) return;
  const { group, limits } = coverage;
  try {
    const answers = await theEngine().catchment(document.settings, { facility, group, limits });
    put('catchment', { facility, group, overview, limits, answers });
  } catch {
    put('catchment', undefined);
  }
});
