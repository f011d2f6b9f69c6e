import { type Issue, UnusableData } from '../issue.ts';
import type { InputFile } from './content.ts';
import { decodeText } from './encoding.ts';
import { unpackBudget, unpackWhole, zipEntries } from './zip.ts';

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

/** Only the parts of interest are unpacked, and counted while they are. */
function unzip(zip: InputFile): InputFile[] {
  const budget = unpackBudget();
  return zipEntries(zip)
    .filter(({ name }) => PART.test(name) && !name.startsWith('__MACOSX'))
    .map((entry) => ({ name: entry.name, bytes: unpackWhole(zip, entry, budget) }));
}
