import type { ProjectSettings } from '../../core/project/project.ts';
import { cache } from '../store/cache.ts';
import type { Deed } from '../store/history.ts';
import { setDocument, useStore } from '../store/store.ts';
import { openProjectData } from './open-project-data.ts';
import { remember } from './remember.ts';

export function setSettings(change: Partial<ProjectSettings>, deed: Deed): ProjectSettings {
  remember(deed);
  const settings = { ...useStore.getState().document.settings, ...change };
  setDocument({ settings });
  return settings;
}

/** Settings that need the cells to be filled anew. Stays as it was when that fails or is stopped. */
export async function reopenWith(change: Partial<ProjectSettings>, deed: Deed): Promise<void> {
  const { document } = useStore.getState();
  if (cache.sources.length === 0) return;
  const settings = { ...document.settings, ...change };
  await openProjectData({ ...document, settings }, cache.sources, deed);
}
