import type { InputFile } from './content.ts';
import { binaryKind } from './encoding.ts';
import { textStart } from './text-chunks.ts';
import { zipEntries } from './zip.ts';

export type FormatId = 'csv' | 'geojson' | 'shapefile' | 'geotiff' | 'xlsx' | 'kml' | 'gpkg';

/** Lower case, with the dot; the parts of a shapefile are listed too. */
export const EXTENSIONS: Readonly<Record<FormatId, readonly string[]>> = {
  csv: ['.csv', '.txt', '.tsv', '.tab'],
  geojson: ['.geojson', '.json'],
  shapefile: ['.shp', '.dbf', '.prj', '.cpg', '.shx', '.zip', '.sbn', '.sbx', '.qpj', '.xml'],
  geotiff: ['.tif', '.tiff'],
  xlsx: ['.xlsx', '.xlsm'],
  kml: ['.kml', '.kmz'],
  gpkg: ['.gpkg'],
};

/** A file that is known and cannot be read, by what it is; the sentence says what to do instead. */
export interface Refusal {
  code: 'file-binary' | 'file-old-excel' | 'file-web-page';
  kind: string;
}

/** The format of a file, by what it holds where that tells, else by its name; or why it is refused. */
export function recogniseFile(file: InputFile): FormatId | Refusal {
  const byName = formatOfName(file.name);
  const kind = binaryKind(file.bytes);
  switch (kind) {
    case 'TIFF':
      return 'geotiff';
    case 'SHP':
      return 'shapefile';
    case 'SQLite':
      return 'gpkg';
    case 'XLS':
      return { code: 'file-old-excel', kind };
    case 'ZIP':
      return recogniseZip(file, byName);
    case undefined:
      return recogniseText(file, byName);
    default:
      return { code: 'file-binary', kind };
  }
}

function formatOfName(name: string): FormatId | undefined {
  const ids = Object.keys(EXTENSIONS) as FormatId[];
  return ids.find((id) => EXTENSIONS[id].includes(extensionOf(name)));
}

/** Workbooks, Google Earth files and office documents are zips as well: what lies in them tells. */
function recogniseZip(file: InputFile, byName: FormatId | undefined): FormatId | Refusal {
  const names = namesInZip(file);
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/(^|\/)workbook\.xml$/i)) return 'xlsx';
  if (has(/\.shp$/i)) return 'shapefile';
  if (has(/\.kml$/i)) return 'kml';
  // Damaged, or of no use: the reader that the name asks for says so.
  if (byName === 'xlsx' || byName === 'kml' || byName === 'shapefile') return byName;
  const extension = extensionOf(file.name).slice(1).toUpperCase();
  return { code: 'file-binary', kind: extension === '' ? 'ZIP' : extension };
}

function namesInZip(file: InputFile): string[] {
  try {
    return zipEntries(file).map(({ name }) => name);
  } catch {
    return [];
  }
}

function recogniseText(file: InputFile, byName: FormatId | undefined): FormatId | Refusal {
  const start = textStart({ name: file.name, bytes: file.bytes.subarray(0, 4096) }).replace(/^\ufeff/, '');
  if (/^\s*<(!DOCTYPE html|html|table|meta|head|div)\b/i.test(start) || /mso-application/.test(start))
    return { code: 'file-web-page', kind: extensionOf(file.name).slice(1).toUpperCase() };
  if (start.trimStart().startsWith('<') && /<(\w+:)?kml[\s>]/i.test(start)) return 'kml';
  if (byName && byName !== 'csv') return byName;
  return start.trimStart().startsWith('{') ? 'geojson' : 'csv';
}

export function extensionOf(name: string): string {
  return /\.[^./\\]+$/.exec(name)?.[0].toLowerCase() ?? '';
}
