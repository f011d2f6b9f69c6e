import { shortfallsCsv } from '../../core/report/result-tables.ts';
import { sayIn } from '../../view/words/index.ts';
import type { WorkLine } from '../../view/work-list.ts';
import { cache } from '../store/cache.ts';
import { useStore } from '../store/store.ts';
import { fileStem, saveFile } from './save-file.ts';

/** The lines that are shown, in their order, with the columns of shortfalls.csv. */
export function downloadWork(lines: readonly WorkLine[]): void {
  const { document, session } = useStore.getState();
  const say = sayIn(session.language);
  const byId = new Map((cache.standards ?? []).map((result) => [result.standard.id, result]));
  const chosen = lines.flatMap(({ standardId, district, level }) => {
    const result = byId.get(standardId);
    const row = result?.rows.find((one) => one.district === district && one.level === level);
    return result && row ? [{ ...result, rows: [row] }] : [];
  });
  const text = shortfallsCsv({ standards: chosen, districts: cache.overview?.districts }, say);
  // The mark at the beginning tells Excel that it is UTF-8.
  saveFile(`${fileStem(document.name)} shortfalls.csv`, `\ufeff${text}`, 'text/csv');
}
