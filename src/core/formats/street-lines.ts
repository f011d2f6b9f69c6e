import { type Checked, type Issue, UnusableData } from '../issue.ts';
import { type Gate, placeGates } from '../network/gates.ts';
import { NODING_DEFAULTS, type NodingOptions, nodeLines } from '../network/node-lines.ts';
import type { Table } from '../table/table.ts';
import type { Task } from '../task.ts';
import type { FeatureContent } from './content.ts';
import { couldBeStreet, STREET_TAGS, type Streets, type Tags } from './streets.ts';

/**
 * Streets from the lines of a GeoJSON file or a shapefile, noded. Columns named like OSM tags, in any case, become tags;
 * so do the `other_tags` of GDAL's OSM exports and the columns of Geofabrik's shapefiles (`fclass`, T and F). Without a `highway`
 * column every line is a street of unknown class (`highway=road`), which is walked. Points among the lines that say what they are
 * (`barrier`, `kerb`) become nodes of the line they stand on. Throws UnusableData `streets-not-lines` {kind},
 * `streets-projected`, `streets-none`.
 */
export function* readStreetLines(
  content: FeatureContent,
  options: NodingOptions = NODING_DEFAULTS,
): Task<Checked<Streets>> {
  const { file } = content.table;
  if (content.geometry !== 'line')
    throw new UnusableData({ code: 'streets-not-lines', file, values: { kind: content.geometry } });
  const issues: Issue[] = [...content.issues];
  const rowTags = tagsOfRows(content.table);
  const isClassed = rowTags.some(couldBeStreet);
  if (!isClassed) {
    for (const tags of rowTags) tags.highway = 'road';
    issues.push({
      severity: 'note',
      code: 'streets-without-highway',
      file,
      values: { count: rowTags.length },
    });
  }
  const { shapes } = content;
  const start = [0];
  const lng: number[] = [];
  const lat: number[] = [];
  const tags: Tags[] = [];
  let strangers = 0;
  for (let row = 0; row < shapes.count; row++) {
    if (!couldBeStreet(rowTags[row])) {
      strangers++;
      continue;
    }
    for (let part = shapes.polygonStart[row]; part < shapes.polygonStart[row + 1]; part++) {
      for (let v = shapes.ringStart[part]; v < shapes.ringStart[part + 1]; v++) {
        lng.push(shapes.lng[v]);
        lat.push(shapes.lat[v]);
      }
      start.push(lng.length);
      tags.push(rowTags[row]);
    }
  }
  if (strangers > 0)
    issues.push({ severity: 'note', code: 'lines-not-streets', file, values: { count: strangers } });
  const lines = {
    file,
    start: Uint32Array.from(start),
    lng: Float64Array.from(lng),
    lat: Float64Array.from(lat),
  };
  const noded = yield* nodeLines(lines, tags, options);
  const gated = placeGates(noded.value, gatesOf(content), options.toleranceMeters);
  const streets = { ...gated.value, issues: [...issues, ...noded.issues, ...gated.issues] };
  return { value: streets, issues: streets.issues };
}

function gatesOf({ besides }: FeatureContent): Gate[] {
  if (!besides) return [];
  return tagsOfRows(besides.table).map((tags, i) => ({ lng: besides.lng[i], lat: besides.lat[i], tags }));
}

/** Reads a cell's tags into the row's. */
type TagReader = (text: string, tags: Tags) => void;

function tagsOfRows(table: Table): Tags[] {
  const readers = table.header.map(readerOf);
  return table.rows.map((row) => {
    const tags: Tags = {};
    row.forEach((text, column) => {
      if (text.trim() !== '') readers[column]?.(text.trim(), tags);
    });
    return tags;
  });
}

function readerOf(header: string): TagReader | undefined {
  const name = plain(header);
  if (name === 'other_tags') return readOtherTags;
  if (name === 'fclass') return readGeofabrikClass;
  const tag = tagOf(name);
  if (tag === undefined) return undefined;
  if (tag === 'bridge' || tag === 'tunnel') {
    return (text, tags) => {
      if (!/^(f|false|0)$/i.test(text)) tags[tag] = /^(t|true|1)$/i.test(text) ? 'yes' : text;
    };
  }
  return (text, tags) => {
    tags[tag] = text;
  };
}

/** The tag that a column means: `Highway`, `oneway_foot`, and what a shapefile's ten letters leave of it. */
function tagOf(name: string): string | undefined {
  const tags = [...STREET_TAGS];
  const exact = tags.find((tag) => plain(tag) === name);
  if (exact !== undefined || name.length !== 10) return exact;
  const longer = tags.filter((tag) => plain(tag).startsWith(name));
  return longer.length === 1 ? longer[0] : undefined;
}

function plain(name: string): string {
  return name.trim().toLowerCase().replaceAll(':', '_');
}

/** `"bridge"=>"yes","foot"=>"no"`: all tags that have no column of their own, as GDAL writes them. */
function readOtherTags(text: string, tags: Tags): void {
  for (const [, key, value] of text.matchAll(/"((?:[^"\\]|\\.)*)"=>"((?:[^"\\]|\\.)*)"/g))
    if (STREET_TAGS.has(key) && tags[key] === undefined) tags[key] = value;
}

/** Geofabrik's class is the highway tag, but for the grades of tracks and for streets of no known class. */
function readGeofabrikClass(text: string, tags: Tags): void {
  if (tags.highway !== undefined) return;
  tags.highway = text === 'unknown' ? 'road' : text.replace(/^track_grade\d$/, 'track');
}
