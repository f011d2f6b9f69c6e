import { unzipSync } from 'fflate';
import { type Issue, UnusableData } from '../issue.ts';
import type { InputFile } from './content.ts';
import { decodeText } from './encoding.ts';

export interface ShapefileParts {
  /** Name shown to the user: the zip's, or the .shp's. */
  file: string;
  shp: Uint8Array;
  dbf?: Uint8Array;
  /** Well-known text of the .prj, '' when there is none. */
  projection: string;
  /** Text of the .cpg, '' when there is none. */
  codePage: string;
  issues: Issue[];
}

export const MAX_UNZIPPED_BYTES = 500_000_000;
const MAX_ENTRIES = 10_000;
const PART = /\.(shp|dbf|prj|cpg)$/i;

/**
 * The parts of one shapefile, out of a zip or side by side. Of several layers in a zip the first is taken and the
 * others are counted in a warning.
 */
export function shapefileParts(files: InputFile[]): ShapefileParts {
  const zip = files.find((file) => file.bytes[0] === 0x50 && file.bytes[1] === 0x4b);
  const parts = zip ? unzip(zip) : files;
  const layers = parts.filter((part) => /\.shp$/i.test(part.name));
  const file = zip?.name ?? layers[0]?.name ?? files[0].name;
  if (layers.length === 0) {
    const code = zip ? 'zip-no-shapefile' : 'shapefile-part-missing';
    throw new UnusableData({ code, file, values: { part: '.shp' } });
  }
  const issues: Issue[] = [];
  if (layers.length > 1) {
    const values = { used: layers[0].name, count: layers.length };
    issues.push({ severity: 'warning', code: 'zip-several-layers', file, values });
  }
  const stem = stemOf(layers[0].name);
  const part = (extension: string) =>
    parts.find((one) => stemOf(one.name) === stem && one.name.toLowerCase().endsWith(extension))?.bytes;
  const projection = part('.prj');
  const codePage = part('.cpg');
  return {
    file,
    shp: layers[0].bytes,
    dbf: part('.dbf'),
    projection: projection ? decodeText(projection, file).text : '',
    codePage: codePage ? decodeText(codePage, file).text : '',
    issues,
  };
}

function stemOf(name: string): string {
  return name.replace(/\.[^.]+$/, '').toLowerCase();
}

/** Only the parts of interest, and refused before anything is unpacked when they would be too much for memory. */
function unzip(zip: InputFile): InputFile[] {
  let total = 0;
  let entries = 0;
  try {
    const unzipped = unzipSync(zip.bytes, {
      filter: (entry) => {
        if (++entries > MAX_ENTRIES) throw tooLarge(zip.name);
        if (!PART.test(entry.name) || entry.name.startsWith('__MACOSX')) return false;
        // fflate allocates what the entry declares and never more: the declared sizes are the memory it will take.
        total += entry.originalSize;
        if (total > MAX_UNZIPPED_BYTES) throw tooLarge(zip.name);
        return true;
      },
    });
    return Object.entries(unzipped).map(([name, bytes]) => ({ name, bytes }));
  } catch (error) {
    if (error instanceof UnusableData) throw error;
    throw new UnusableData({ code: 'zip-unreadable', file: zip.name });
  }
}

function tooLarge(file: string): UnusableData {
  return new UnusableData({
    code: 'zip-too-large',
    file,
    values: { megabytes: MAX_UNZIPPED_BYTES / 1_000_000 },
  });
}
