import { theEngine } from '../compute/engine.ts';
import { runJob } from '../compute/run-job.ts';
import { cache } from '../store/cache.ts';
import { useStore } from '../store/store.ts';
import { fileStem, saveFile } from './save-file.ts';

/** Saves the project as one file that carries its data. */
export async function saveProject(): Promise<void> {
  const { name, note, settings } = useStore.getState().document;
  const text = await runJob('export', () =>
    theEngine().pack(
      { format: 'catchment-project', version: 1, name, ...(note ? { note } : {}), settings },
      cache.sources,
    ),
  );
  if (text) saveFile(`${fileStem(name)}.catchment.json`, text, 'application/json');
}
