import { zipSync } from 'fflate';
import { theEngine } from '../compute/engine.ts';
import { runJob } from '../compute/run-job.ts';
import { useStore } from '../store/store.ts';
import { fileStem, saveFile } from './save-file.ts';

/** Downloads the result tables, the same files the command line writes, in one zip. */
export async function downloadTables(): Promise<void> {
  const { document, session } = useStore.getState();
  const tables = await runJob('export', (onProgress) =>
    theEngine().tables(document.name, document.settings, session.language, onProgress),
  );
  if (!tables) return;
  const encoder = new TextEncoder();
  const files = Object.fromEntries(
    // A byte order mark, so that spreadsheets read the Chinese; behind it the bytes of the command line.
    Object.entries(tables).map(([name, text]) => [
      name,
      encoder.encode(name.endsWith('.csv') ? `\uFEFF${text}` : text),
    ]),
  );
  saveFile(`${fileStem(document.name)}.zip`, zipSync(files) as Uint8Array<ArrayBuffer>, 'application/zip');
}
