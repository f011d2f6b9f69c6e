import { projected } from '../crs/convert.ts';
import { projectionOfEpsg } from '../crs/epsg.ts';
import { UnusableData } from '../issue.ts';
import { uniqueHeader } from '../table/header.ts';
import type { Table } from '../table/table.ts';
import { BLOCK, type Task } from '../task.ts';
import type { FeatureContent, InputFile } from './content.ts';
import { type DecodedText, decodeText } from './encoding.ts';
import { collectFeatures, type RawFeature } from './features.ts';
import { isRecord, type JsonRecord, rawGeometry } from './geojson-geometry.ts';
import { jsonErrorLine } from './json-error.ts';

const GEOMETRY_TYPES = new Set([
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
]);

/**
 * FeatureCollection, Feature or bare geometry; attributes become text columns in first-seen order, nested ones JSON.
 * A feature that cannot be used is left out and named. Throws UnusableData `file-empty`, `geojson-invalid-json` {line},
 * `geojson-not-geojson` {type}, `geojson-echarts-encoded`, `crs-unknown` {crs}, `table-no-rows`, `no-usable-rows`.
 * `wantsLines`: for streets; points among them are handed over beside.
 */
export function* readGeoJson(file: InputFile, wantsLines = false): Task<FeatureContent> {
  if (file.bytes.length === 0) throw new UnusableData({ code: 'file-empty', file: file.name });
  const decoded = decodeText(file.bytes, file.name);
  const root = parseJson(decoded.text, file.name);
  if (!isRecord(root))
    throw notGeoJson(file.name, root === null ? 'null' : Array.isArray(root) ? 'array' : typeof root);
  if (root.UTF8Encoding === true)
    throw new UnusableData({ code: 'geojson-echarts-encoded', file: file.name });
  const members = featuresOf(root, file.name);
  if (members.length === 0)
    throw new UnusableData({ code: 'table-no-rows', file: file.name, values: { columns: '' } });
  if (members.some(isEchartsEncoded))
    throw new UnusableData({ code: 'geojson-echarts-encoded', file: file.name });

  const projection = projectionOf(root, file.name);
  const features: RawFeature[] = [];
  for (let i = 0; i < members.length; i++) {
    features.push({ row: i + 1, geometry: geometryOf(members[i]) });
    if ((i + 1) % BLOCK === 0) yield { phase: 'read-geojson', done: i, total: members.length };
  }
  return collectFeatures({
    file: file.name,
    format: 'geojson',
    projection,
    toWgs84: projected(projection),
    features,
    issues: [...decoded.issues],
    wantsLines,
    tableOf: (kept) => attributeTable(members, kept, file.name, decoded),
  });
}

function parseJson(text: string, file: string): unknown {
  if (text.trim() === '') throw new UnusableData({ code: 'file-empty', file });
  try {
    return JSON.parse(text);
  } catch {
    throw new UnusableData({ code: 'geojson-invalid-json', file, values: { line: jsonErrorLine(text) } });
  }
}

function notGeoJson(file: string, type: string): UnusableData {
  return new UnusableData({ code: 'geojson-not-geojson', file, values: { type } });
}

function featuresOf(root: JsonRecord, file: string): unknown[] {
  const { type } = root;
  if (type === 'FeatureCollection') {
    if (!Array.isArray(root.features)) throw notGeoJson(file, 'FeatureCollection');
    return root.features;
  }
  if (type === 'Feature') return [root];
  if (type === 'GeometryCollection' && Array.isArray(root.geometries)) {
    return root.geometries.map((geometry) => ({ type: 'Feature', properties: {}, geometry }));
  }
  if (typeof type === 'string' && GEOMETRY_TYPES.has(type))
    return [{ type: 'Feature', properties: {}, geometry: root }];
  throw notGeoJson(file, typeof type === 'string' ? type : '');
}

/** ECharts packs rings into strings and keeps `encodeOffsets` beside them; some files lack the flag at the top. */
function isEchartsEncoded(member: unknown): boolean {
  return isRecord(member) && isRecord(member.geometry) && Array.isArray(member.geometry.encodeOffsets);
}

function geometryOf(member: unknown): RawFeature['geometry'] {
  if (!isRecord(member) || member.type !== 'Feature') {
    const type = isRecord(member) && typeof member.type === 'string' ? member.type : '';
    return { code: 'feature-invalid', values: { type } };
  }
  return rawGeometry(member.geometry);
}

/** GeoJSON is WGS-84; the `crs` member of the older specification is honoured where it is understood. */
function projectionOf(root: JsonRecord, file: string): string {
  const { crs } = root;
  if (crs === undefined || crs === null) return '';
  const properties = isRecord(crs) && isRecord(crs.properties) ? crs.properties : {};
  const name = String(properties.name ?? properties.code ?? '');
  if (/CRS:?:?84$/i.test(name)) return '';
  const code = /(\d+)$/.exec(name);
  const projection = code ? projectionOfEpsg(Number(code[1])) : undefined;
  if (projection === undefined) {
    throw new UnusableData({ code: 'crs-unknown', file, values: { crs: name || JSON.stringify(crs) } });
  }
  return projection;
}

function attributeTable(members: unknown[], kept: number[], file: string, decoded: DecodedText): Table {
  const rows = kept.map((index) => attributesOf(members[index]));
  const names = new Set<string>();
  for (const row of rows) for (const name of row.keys()) names.add(name);
  const columns = [...names];
  return {
    file,
    encoding: decoded.encoding,
    delimiter: '',
    header: uniqueHeader(columns),
    rows: rows.map((row) => columns.map((name) => row.get(name) ?? '')),
    rowNumbers: Int32Array.from(kept, (index) => index + 1),
  };
}

/** A Map, so that a property called `__proto__` or `constructor` is a column like any other. */
function attributesOf(member: unknown): Map<string, string> {
  const attributes = new Map<string, string>();
  if (!isRecord(member)) return attributes;
  if (isRecord(member.properties)) {
    for (const [name, value] of Object.entries(member.properties)) attributes.set(name, textOf(value));
  }
  const { id } = member;
  if ((typeof id === 'string' || typeof id === 'number') && !attributes.has('id'))
    attributes.set('id', String(id));
  return attributes;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'object') return JSON.stringify(value);
  return String(value);
}
