import { type Checked, UnusableData } from '../issue.ts';
import { NODING_DEFAULTS, type NodingOptions } from '../network/node-lines.ts';
import type { Task } from '../task.ts';
import type { InputFile } from './content.ts';
import { binaryKind, decodeText } from './encoding.ts';
import { readGeoJson } from './geojson.ts';
import { readGraphml } from './graphml.ts';
import { readOsmPbf } from './osm-pbf.ts';
import { readOsmXml } from './osm-xml.ts';
import { readShapefile } from './shapefile.ts';
import { shapefileParts } from './shapefile-archive.ts';
import { readStreetLines } from './street-lines.ts';
import type { Streets } from './streets.ts';
import { refuseProjected } from './streets-extent.ts';
import { isGzip, textStart } from './text-chunks.ts';

export type StreetFormat = 'osm-pbf' | 'osm-xml' | 'graphml' | 'geojson' | 'shapefile';

/** The street format of the files (one file, or the parts of one shapefile), by what they hold and then by name. */
export function recogniseStreets(files: readonly InputFile[]): StreetFormat | undefined {
  const [file] = files;
  if (files.some(({ bytes, name }) => binaryKind(bytes) === 'SHP' || /\.shp$/i.test(name)))
    return 'shapefile';
  if (!file || files.length > 1) return undefined;
  const name = file.name.toLowerCase();
  if (binaryKind(file.bytes) === 'ZIP') return name.endsWith('.zip') ? 'shapefile' : undefined;
  if (isOsmPbf(file.bytes)) return 'osm-pbf';
  if (isGzip(file.bytes) || binaryKind(file.bytes) === undefined) {
    const start = textStart(file);
    if (/^\s*\ufeff?\s*</.test(start)) return xmlFormat(start, name);
    if (/^\s*\ufeff?\s*\{/.test(start) && !isGzip(file.bytes)) return 'geojson';
  }
  // What is left may be damaged: the reader that the name asks for says what is wrong.
  if (name.endsWith('.pbf')) return 'osm-pbf';
  if (/\.osm(\.gz)?$/.test(name)) return 'osm-xml';
  if (/\.graphml(\.gz)?$/.test(name)) return 'graphml';
  return /\.(geojson|json)$/.test(name) ? 'geojson' : undefined;
}

/**
 * Reads streets in any of the formats, to WGS-84 and with topology; `issues` repeats those of the streets. `options`: how lines
 * without topology are joined. Throws UnusableData:
 * `files-none`, `file-empty`, `streets-format-unknown`, `streets-projected` {west, east, south, north}, and the codes
 * of the readers; the file is always named.
 */
export function* readStreets(
  files: readonly InputFile[],
  options: NodingOptions = NODING_DEFAULTS,
): Task<Checked<Streets>> {
  const [first] = files;
  if (!first) throw new UnusableData({ code: 'files-none' });
  if (first.bytes.length === 0) throw new UnusableData({ code: 'file-empty', file: first.name });
  const format = recogniseStreets(files);
  if (format === undefined) throw new UnusableData({ code: 'streets-format-unknown', file: first.name });
  try {
    const streets = yield* read(format, files, options);
    return { value: streets, issues: streets.issues };
  } catch (error) {
    if (!(error instanceof UnusableData)) throw error;
    refuseMeters(format, files, error);
    throw error.issue.file === undefined ? new UnusableData({ ...error.issue, file: first.name }) : error;
  }
}

function* read(format: StreetFormat, files: readonly InputFile[], options: NodingOptions): Task<Streets> {
  switch (format) {
    case 'osm-pbf':
      return yield* readOsmPbf(files[0]);
    case 'osm-xml':
      return yield* readOsmXml(files[0]);
    case 'graphml':
      return yield* readGraphml(files[0]);
    case 'geojson':
      return (yield* readStreetLines(yield* readGeoJson(files[0], true), options)).value;
    case 'shapefile':
      return (yield* readStreetLines(yield* readShapefile([...files]), options)).value;
  }
}

/** The first block of a PBF says what it is in plain letters. */
function isOsmPbf(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(4, 24));
  return start.includes('OSMHeader');
}

function xmlFormat(start: string, name: string): StreetFormat | undefined {
  const root = /<([a-z][\w:.-]*)/i.exec(start.replace(/<!--[\s\S]*?-->/g, ''))?.[1];
  if (root === 'osm') return 'osm-xml';
  if (root === 'graphml') return 'graphml';
  if (/\.graphml(\.gz)?$/.test(name)) return 'graphml';
  return /\.osm(\.gz)?$/.test(name) || root === undefined ? 'osm-xml' : undefined;
}

/** Lines in metres are left out feature by feature by the readers of lines; here the reason is said as a whole. */
function refuseMeters(format: StreetFormat, files: readonly InputFile[], { issue }: UnusableData): void {
  const isOutOfRange = issue.code === 'no-usable-rows' && issue.values?.reason === 'coordinates-out-of-range';
  if (format === 'geojson' && isOutOfRange) {
    const { x, y } = positionsIn(JSON.parse(decodeText(files[0].bytes, files[0].name).text));
    refuseProjected(x, y, files[0].name);
  }
  if (format === 'shapefile' && issue.code === 'crs-unknown' && issue.values?.crs === '') {
    const { shp, file } = shapefileParts([...files]);
    // The header of a .shp holds the box of all shapes.
    const header = new DataView(shp.buffer, shp.byteOffset, shp.byteLength);
    const [west, south, east, north] = [36, 44, 52, 60].map((at) => header.getFloat64(at, true));
    refuseProjected([west, east], [south, north], file);
  }
}

/** Every position of a GeoJSON value: the pairs of numbers that its arrays end in. */
function positionsIn(root: unknown): { x: number[]; y: number[] } {
  const found = { x: [] as number[], y: [] as number[] };
  const waiting: unknown[] = [root];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'number') {
      found.x.push(value[0]);
      found.y.push(value[1]);
    } else if (Array.isArray(value)) for (const part of value) waiting.push(part);
    else if (typeof value === 'object' && value !== null) {
      const { features, geometry, geometries, coordinates } = value as Record<string, unknown>;
      waiting.push(features, geometry, geometries, coordinates);
    }
  }
  return found;
}
