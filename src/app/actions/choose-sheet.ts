import { theEngine } from '../compute/engine.ts';
import { runJob } from '../compute/run-job.ts';
import { cache } from '../store/cache.ts';
import { put } from '../store/store.ts';
import { changeItem, checkImportItem } from './check-import.ts';
import { firstItem } from './open-files.ts';

/** Another sheet of a workbook, or layer of a GeoPackage: it is looked at afresh, since its columns are others. */
export async function chooseSheet(index: number, sheet: string): Promise<void> {
  const former = cache.inspections[index];
  const found = await runJob('inspect', (onProgress) => theEngine().inspect(former.files, onProgress, sheet));
  if (!found) return;
  // A sheet without a table says so; the way back to the others stays.
  const inspection = { ...found[0], sheet, sheets: former.sheets };
  put(
    'inspections',
    cache.inspections.map((one, i) => (i === index ? inspection : one)),
  );
  changeItem(index, firstItem(inspection, undefined));
  await checkImportItem(index);
}
