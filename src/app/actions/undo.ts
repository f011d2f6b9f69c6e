import { cache } from '../store/cache.ts';
import type { HistoryStep } from '../store/history.ts';
import { setDocument, useStore } from '../store/store.ts';
import { openProjectData } from './open-project-data.ts';
import { runCoverage } from './run-coverage.ts';
import { runStandards } from './run-standards.ts';

/** Takes the last deed back. */
export function undo(): Promise<void> {
  return step('past', 'future');
}

/** Does again what was taken back last. */
export function redo(): Promise<void> {
  return step('future', 'past');
}

/** Goes to the last project of one side of the history; the present one becomes the last of the other side. */
async function step(from: 'past' | 'future', to: 'past' | 'future'): Promise<void> {
  const { history, document, jobs } = useStore.getState();
  const target = history[from].at(-1);
  // While data is being loaded the present is about to change: the step waits for the user's next try.
  if (!target || jobs.open.state === 'running') return;
  const here = { deed: target.deed, document, sources: cache.sources, at: 0 };
  if (!(await restore(target))) return;
  useStore.setState({
    history: {
      ...history,
      [from]: history[from].slice(0, -1),
      [to]: [...history[to], here],
    },
  });
}

/** Loads the sources anew only where they, their cells, or who walks the streets differ. */
async function restore({ document, sources }: HistoryStep): Promise<boolean> {
  const { settings } = useStore.getState().document;
  const { resolution, walking } = document.settings;
  const isSameNetwork =
    walking.profile === settings.walking.profile && walking.maxSnapMeters === settings.walking.maxSnapMeters;
  if (sources !== cache.sources || resolution !== settings.resolution || !isSameNetwork)
    return openProjectData(document, sources);
  setDocument(document);
  if (cache.overview) await Promise.all([runCoverage(), runStandards()]);
  return true;
}
