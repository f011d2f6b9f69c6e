import { cache } from '../store/cache.ts';
import { useStore } from '../store/store.ts';
import { openProjectData } from './open-project-data.ts';

/** Takes one file out of the project. */
export async function removeSource(index: number): Promise<void> {
  const { document } = useStore.getState();
  const sources = cache.sources.filter((_, k) => k !== index);
  await openProjectData(document, sources, 'remove');
}
