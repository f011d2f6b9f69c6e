import { readFailure } from '../../../workers/client.ts';
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
    const report = await theEngine().check({ files: inspection.files, mapping }, () => undefined);
    if (!isStale()) changeItem(index, { check: { state: 'done', report } });
  } catch (error) {
    const { issue } = readFailure(error);
    if (!isStale()) changeItem(index, { check: issue ? { state: 'failed', issue } : { state: 'none' } });
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
