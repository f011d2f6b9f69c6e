import { type Checked, UnusableData } from '../issue.ts';
import type { Progress, Task } from '../task.ts';
import type { FeatureContent, FileContent, InputFile } from './content.ts';
import { readCsv } from './csv.ts';
import { readGeoJson } from './geojson.ts';
import { readGeoTiff } from './geotiff.ts';
import { readKml } from './kml.ts';
import { EXTENSIONS, type FormatId, recogniseFile } from './recognise.ts';
import { readShapefile } from './shapefile.ts';
import { readXlsx } from './xlsx.ts';

/**
 * Called between the slices of reading. What it returns is awaited, so the caller can give the thread back; when it
 * throws, reading stops.
 */
export type OnProgress = (progress: Progress) => void | Promise<void>;

export interface Format {
  id: FormatId;
  /** Lower case, with the dot; the parts of a shapefile are listed too. */
  extensions: readonly string[];
  /** `sheet`: of a file with several tables, the one that is wanted; absent: the first that holds data. */
  read(files: InputFile[], onProgress?: OnProgress, sheet?: string): Promise<Checked<FileContent>>;
}

const READERS: Readonly<Record<FormatId, Format['read']>> = {
  async csv([file], onProgress) {
    const { value, issues } = await run(readCsv(file), onProgress);
    return { value: { kind: 'table', format: 'csv', table: value }, issues };
  },
  async xlsx([file], onProgress, asked) {
    const { value, issues, sheet, sheets } = await run(readXlsx(file, asked), onProgress);
    return { value: { kind: 'table', format: 'xlsx', table: value, sheet, sheets }, issues };
  },
  geojson: async ([file], onProgress) => checkedFeatures(await run(readGeoJson(file), onProgress)),
  shapefile: async (files, onProgress) => checkedFeatures(await run(readShapefile(files), onProgress)),
  kml: async ([file], onProgress) => checkedFeatures(await run(readKml(file), onProgress)),
  geotiff: ([file]) => readGeoTiff(file),
  async gpkg([file], onProgress, asked) {
    // SQLite is a megabyte of WebAssembly: only fetched when a GeoPackage comes.
    const { openSqlite } = await import('./sqlite.ts');
    const { readGeoPackage } = await import('./geopackage.ts');
    const database = await openSqlite(file);
    try {
      return await run(readGeoPackage(database, file.name, asked), onProgress);
    } finally {
      database.close();
    }
  },
};

export const FORMATS: readonly Format[] = (Object.keys(READERS) as FormatId[]).map((id) => ({
  id,
  extensions: EXTENSIONS[id],
  read: READERS[id],
}));

/** The format of a file, by what it holds where that tells, else by its name; undefined for what cannot be read. */
export function recognise(file: InputFile): Format | undefined {
  const found = recogniseFile(file);
  return FORMATS.find(({ id }) => id === found);
}

/**
 * Reads one source: one file, or the parts of one shapefile. `issues` holds everything noticed, including the features
 * left out (which `FeatureContent.issues` repeats). Throws UnusableData; beside the codes of the formats:
 * `files-not-one-source`, `file-empty`, `file-binary` {kind}, `file-old-excel`, `file-web-page`.
 */
export async function readFiles(
  files: InputFile[],
  onProgress?: OnProgress,
  sheet?: string,
): Promise<Checked<FileContent>> {
  const [first] = files;
  if (!first) throw new UnusableData({ code: 'files-none' });
  if (files.length > 1) {
    const strangers = files.filter((file) => recogniseFile(file) !== 'shapefile');
    if (strangers.length > 0) {
      const values = { names: files.map((file) => file.name).join(', ') };
      throw new UnusableData({ code: 'files-not-one-source', file: first.name, values });
    }
    return READERS.shapefile(files, onProgress);
  }
  if (first.bytes.length === 0) throw new UnusableData({ code: 'file-empty', file: first.name });
  const found = recogniseFile(first);
  if (typeof found !== 'string') {
    const { code, kind } = found;
    throw new UnusableData({ code, file: first.name, values: { kind } });
  }
  return READERS[found](files, onProgress, sheet);
}

async function run<T>(task: Task<T>, onProgress: OnProgress | undefined): Promise<T> {
  let step = task.next();
  while (!step.done) {
    await onProgress?.(step.value);
    step = task.next();
  }
  return step.value;
}

function checkedFeatures(content: FeatureContent): Checked<FeatureContent> {
  return { value: content, issues: content.issues };
}
