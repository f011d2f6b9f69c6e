import type { OpenSource } from '../../core/project/load.ts';
import { startingStandards } from '../../core/standards/profiles.ts';
import { newId } from '../storage/new-id.ts';
import { cache } from '../store/cache.ts';
import { type DocumentState, EMPTY_DOCUMENT } from '../store/document.ts';
import { setDocument, setJob, useStore } from '../store/store.ts';
import { closeImport } from './change-import.ts';
import { changeDraft, draftSource } from './check-import.ts';
import { mergeSources } from './merge-sources.ts';
import { openProjectData } from './open-project-data.ts';
import { runStandards } from './run-standards.ts';

/**
 * Takes the confirmed files into the project and opens it. They take the place of what had their role before, facilities
 * as the user says; of the sample city nothing stays. If it fails the dialog stays, with the reason, over what was loaded
 * before.
 */
export async function confirmImport(): Promise<void> {
  const { importing, document } = useStore.getState();
  if (!importing) return;
  const fresh: OpenSource[] = importing.items.flatMap(({ isWanted }, i) => {
    const source = isWanted ? draftSource(i) : undefined;
    return source ? [source] : [];
  });
  if (fresh.length === 0) return;
  const sources = document.isSample ? fresh : mergeSources(cache.sources, fresh, importing);
  const isOpen = await openProjectData(titled(document, sources, fresh), sources, 'import');
  if (isOpen) {
    closeImport();
    await judgeNewProject(document, sources, fresh);
    return;
  }
  const job = useStore.getState().jobs.open;
  const failure = job.state === 'failed' ? job.issue : undefined;
  changeDraft((draft) => ({ ...draft, failure }));
  // The dialog says it; the page behind is as it was.
  setJob('open', { state: 'done' });
}

function isNewProject(document: DocumentState, sources: OpenSource[], fresh: OpenSource[]): boolean {
  return sources.length === fresh.length || document.name === '';
}

/** A new project is held against what the national plan says of its services; one that was there keeps its list. */
async function judgeNewProject(
  former: DocumentState,
  sources: OpenSource[],
  fresh: OpenSource[],
): Promise<void> {
  const { settings } = useStore.getState().document;
  if (!cache.overview || !isNewProject(former, sources, fresh)) return;
  const standards = startingStandards(cache.overview.services.map(({ id }) => id));
  if (standards.length === 0) return;
  setDocument({ settings: { ...settings, standards } });
  await runStandards();
}

/** Nothing of the former left: a new project, with the first file's name, and the settings a new project has. */
function titled(document: DocumentState, sources: OpenSource[], fresh: OpenSource[]): DocumentState {
  if (!isNewProject(document, sources, fresh)) return document;
  const name = fresh[0].files[0].name.replace(/\.[^.]+$/, '');
  return { ...(document.isSample ? EMPTY_DOCUMENT : document), id: newId(), name, note: undefined };
}
