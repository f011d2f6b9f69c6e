import type { ProjectSettings } from '../../core/project/project.ts';
import { cache } from '../store/cache.ts';
import { setDocument, useStore } from '../store/store.ts';
import { openProjectData } from './open-project-data.ts';

export function setSettings(change: Partial<ProjectSettings>): ProjectSettings {
  const settings = { ...useStore.getState().document.settings, ...change };
  setDocument({ settings });
  return settings;
}

/** Settings that need the cells to be filled anew. Stays as it was when that fails or is stopped. */
export async function reopenWith(change: Partial<ProjectSettings>): Promise<void> {
  const { document } = useStore.getState();
  if (cache.sources.length === 0) return;
  await openProjectData({ ...document, settings: { ...document.settings, ...change } }, cache.sources);
}
