import { readFailure } from '../../../workers/client.ts';
import type { OpenSource } from '../../core/project/load.ts';
import { theEngine } from '../compute/engine.ts';
import { cache } from '../store/cache.ts';
import type { ImportDraft, ImportItem } from '../store/import-draft.ts';
import { setImporting, useStore } from '../store/store.ts';

/** Says how many rows of a file would be usable under its mapping. A change made meanwhile makes the answer void. */
export async function checkImportItem(index: number): Promise<void> {
  const mapping = useStore.getState().importing?.items[index]?.mapping;
  const inspection = cache.inspections[index];
  if (!mapping || !inspection || inspection.failure) return;
  changeItem(index, { check: { state: 'running' } });
  const isStale = () => useStore.getState().importing?.items[index]?.mapping !== mapping;
  try {
    const source = draftSource(index);
    if (!source) return;
    const report = await theEngine().check(source, () => undefined);
    if (isStale()) return;
    changeItem(index, { check: { state: 'done', report } });
    await lookAtImportItem(index);
  } catch (error) {
    const { issue } = readFailure(error);
    if (!isStale()) changeItem(index, { check: issue ? { state: 'failed', issue } : { state: 'none' } });
  }
}

/** A file of the draft as it would be imported, with what was decided about its rows. */
export function draftSource(index: number): OpenSource | undefined {
  const item = useStore.getState().importing?.items[index];
  const inspection = cache.inspections[index];
  if (!item?.mapping || !inspection) return undefined;
  const { mapping, look, edits } = item;
  const review = look && edits.length > 0 ? { review: { sha256: look.sha256, edits } } : {};
  return { files: inspection.files, mapping, ...review };
}

/** Looks at the rows of a file, held against its fellows and, in a project of one's own, against what is loaded. */
async function lookAtImportItem(index: number): Promise<void> {
  const { importing, document } = useStore.getState();
  const source = draftSource(index);
  if (!importing || !source) return;
  const { mapping } = source;
  const fellows = importing.items.flatMap(({ isWanted, check }, k) => {
    const fellow = k !== index && isWanted && check.state === 'done' ? draftSource(k) : undefined;
    return fellow ? [fellow] : [];
  });
  const loaded = document.isSample || importing.replaces !== undefined ? [] : cache.sources;
  const saysSystem = cache.inspections[index]?.confidence?.crs === 'header';
  const bare = { files: source.files, mapping };
  try {
    const look = await theEngine().review(bare, [...loaded, ...fellows], saysSystem, () => undefined);
    if (useStore.getState().importing?.items[index]?.mapping === mapping) changeItem(index, { look });
  } catch {
    // The check has said already what is wrong with a file that cannot be read.
    changeItem(index, { look: undefined });
  }
}

export function changeItem(index: number, change: Partial<ImportItem>): void {
  changeDraft((draft) => ({
    ...draft,
    items: draft.items.map((item, i) => (i === index ? { ...item, ...change } : item)),
  }));
}

export function changeDraft(change: (draft: ImportDraft) => ImportDraft): void {
  const { importing } = useStore.getState();
  if (importing) setImporting(change(importing));
}
