import { type Checked, UnusableData } from '../issue.ts';
import type { Progress, Task } from '../task.ts';
import type { FeatureContent, FileContent, InputFile } from './content.ts';
import { readCsv } from './csv.ts';
import { binaryKind } from './encoding.ts';
import { readGeoJson } from './geojson.ts';
import { readGeoTiff } from './geotiff.ts';
import { readShapefile } from './shapefile.ts';

/**
 * Called between the slices of reading. What it returns is awaited, so the caller can give the thread back; when it
 * throws, reading stops.
 */
export type OnProgress = (progress: Progress) => void | Promise<void>;

export interface Format {
  id: 'csv' | 'geojson' | 'shapefile' | 'geotiff';
  /** Lower case, with the dot; the parts of a shapefile are listed too. */
  extensions: readonly string[];
  read(files: InputFile[], onProgress?: OnProgress): Promise<Checked<FileContent>>;
}

const csv: Format = {
  id: 'csv',
  extensions: ['.csv', '.txt', '.tsv', '.tab'],
  async read([file], onProgress) {
    const { value, issues } = await run(readCsv(file), onProgress);
    return { value: { kind: 'table', format: 'csv', table: value }, issues };
  },
};

const geojson: Format = {
  id: 'geojson',
  extensions: ['.geojson', '.json'],
  read: async ([file], onProgress) => checkedFeatures(await run(readGeoJson(file), onProgress)),
};

const shapefile: Format = {
  id: 'shapefile',
  extensions: ['.shp', '.dbf', '.prj', '.cpg', '.shx', '.zip', '.sbn', '.sbx', '.qpj', '.xml'],
  read: async (files, onProgress) => checkedFeatures(await run(readShapefile(files), onProgress)),
};

const geotiff: Format = {
  id: 'geotiff',
  extensions: ['.tif', '.tiff'],
  read: ([file]) => readGeoTiff(file),
};

export const FORMATS: readonly Format[] = [csv, geojson, shapefile, geotiff];

/** The format of a file, by its first bytes where they tell, else by its name; undefined for other binary files. */
export function recognise(file: InputFile): Format | undefined {
  const byName = FORMATS.find((format) => format.extensions.includes(extensionOf(file.name)));
  const kind = binaryKind(file.bytes);
  if (kind === 'TIFF') return geotiff;
  if (kind === 'SHP') return shapefile;
  // A spreadsheet is a zip as well: only what calls itself a zip is opened as one.
  if (kind === 'ZIP') return byName === shapefile ? shapefile : undefined;
  if (kind !== undefined) return undefined;
  if (byName && byName !== csv) return byName;
  return looksLikeJson(file.bytes) ? geojson : csv;
}

/**
 * Reads one source: one file, or the parts of one shapefile. `issues` holds everything noticed, including the features
 * left out (which `FeatureContent.issues` repeats). Throws UnusableData; beside the codes of the formats:
 * `files-not-one-source`, `file-empty`, `file-binary` {kind}.
 */
export async function readFiles(files: InputFile[], onProgress?: OnProgress): Promise<Checked<FileContent>> {
  const [first] = files;
  if (!first) throw new UnusableData({ code: 'files-none' });
  if (files.length > 1) {
    const strangers = files.filter((file) => recognise(file) !== shapefile);
    if (strangers.length > 0) {
      const values = { names: files.map((file) => file.name).join(', ') };
      throw new UnusableData({ code: 'files-not-one-source', file: first.name, values });
    }
    return shapefile.read(files, onProgress);
  }
  if (first.bytes.length === 0) throw new UnusableData({ code: 'file-empty', file: first.name });
  const format = recognise(first);
  if (!format) {
    const kind = binaryKind(first.bytes) ?? '';
    throw new UnusableData({
      code: 'file-binary',
      file: first.name,
      values: { kind: kind === 'ZIP' ? zipKind(first.name) : kind },
    });
  }
  return format.read(files, onProgress);
}

function zipKind(name: string): string {
  const extension = extensionOf(name).slice(1).toUpperCase();
  return extension === '' ? 'ZIP' : extension;
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

function extensionOf(name: string): string {
  return /\.[^./\\]+$/.exec(name)?.[0].toLowerCase() ?? '';
}

/** `{` after white space and a BOM: text tables do not begin so. */
function looksLikeJson(bytes: Uint8Array): boolean {
  let i = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (i < bytes.length && bytes[i] <= 0x20) i++;
  return bytes[i] === 0x7b;
}
