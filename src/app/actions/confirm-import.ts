import type { OpenSource } from '../../core/project/load.ts';
import { cache } from '../store/cache.ts';
import { setJob, useStore } from '../store/store.ts';
import { closeImport } from './change-import.ts';
import { changeDraft } from './check-import.ts';
import { mergeSources } from './merge-sources.ts';
import { openProjectData } from './open-project-data.ts';

/**
 * Takes the confirmed files into the project and opens it. People and districts take the place of the former; facilities
 * and backgrounds do so or are added. If it fails the dialog stays, with the reason, over what was loaded before.
 */
export async function confirmImport(): Promise<void> {
  const { importing, document } = useStore.getState();
  if (!importing) return;
  const fresh: OpenSource[] = importing.items.flatMap(({ mapping, isWanted }, i) =>
    mapping && isWanted ? [{ files: cache.inspections[i].files, mapping }] : [],
  );
  if (fresh.length === 0) return;
  const sources = mergeSources(cache.sources, fresh, importing.facilities);
  const isOpen = await openProjectData({ ...document, ...titleFor(document, sources, fresh) }, sources);
  if (isOpen) {
    closeImport();
    return;
  }
  const job = useStore.getState().jobs.open;
  const failure = job.state === 'failed' ? job.issue : undefined;
  changeDraft((draft) => ({ ...draft, failure }));
  // The dialog says it; the page behind is as it was.
  setJob('open', { state: 'done' });
}

/** Nothing of the former left: the project takes the first file's name, and the former note goes with its data. */
function titleFor(document: { name: string }, sources: OpenSource[], fresh: OpenSource[]) {
  const isAllNew = sources.length === fresh.length || document.name === '';
  return isAllNew ? { name: fresh[0].files[0].name.replace(/\.[^.]+$/, ''), note: undefined } : {};
}
