import { type Checked, type Issue, UnusableData } from '../issue.ts';
import { uniqueHeader } from '../table/header.ts';
import type { Table } from '../table/table.ts';
import { BLOCK, type Task } from '../task.ts';
import type { FeatureContent, TableContent } from './content.ts';
import { collectFeatures, type RawFeature } from './features.ts';
import { crsOfLayer, type GeoPackageLayer, layersOf } from './geopackage-layers.ts';
import { requireSheet, sheetNote } from './sheet-choice.ts';
import type { Sqlite, SqlValue } from './sqlite.ts';
import { geometryOfBlob } from './wkb.ts';

/** The least a row takes in a file; a damaged index can repeat the same rows without end. */
const BYTES_A_ROW = 4;

/**
 * One layer of a GeoPackage (OGC 12-128r18): its features in WGS-84, or its table where it has no geometry. Without a name the
 * first layer with rows is taken, and the others are named in a note. Throws UnusableData `gpkg-unreadable`,
 * `gpkg-no-layers`, `sheet-missing`, `crs-unknown`, `table-no-rows`, `no-usable-rows`.
 */
export function* readGeoPackage(
  database: Sqlite,
  file: string,
  asked?: string,
): Task<Checked<FeatureContent | TableContent>> {
  const layers = layersOf(database, file);
  const sheets = layers.map(({ table }) => table);
  if (asked !== undefined) requireSheet(file, sheets, asked);
  const layer = layers.find(({ table }) => table === asked) ?? firstWithRows(database, layers);
  const choice = { sheet: layer.table, sheets };
  const issues: Issue[] = asked === undefined ? sheetNote(file, choice) : [];
  const rows = yield* readRows(database, layer, file, issues);
  if (layer.geometryColumn === undefined) {
    const table = tableOf(rows, [...rows.cells.keys()], file);
    return { value: { kind: 'table', format: 'gpkg', table, ...choice }, issues };
  }
  const content = collectFeatures({
    file,
    format: 'gpkg',
    ...crsOfLayer(database, layer, file, issues),
    features: rows.features,
    issues,
    tableOf: (kept) => tableOf(rows, kept, file),
  });
  return { value: { ...content, ...choice }, issues: content.issues };
}

function firstWithRows(database: Sqlite, layers: GeoPackageLayer[]): GeoPackageLayer {
  const filled = layers.find(
    ({ table }) => database.rows(`SELECT 1 FROM ${quoted(table)} LIMIT 1`).next().value !== undefined,
  );
  return filled ?? layers[0];
}

interface LayerRows {
  names: string[];
  cells: string[][];
  features: RawFeature[];
}

function* readRows(database: Sqlite, layer: GeoPackageLayer, file: string, issues: Issue[]): Task<LayerRows> {
  const sql = `SELECT * FROM ${quoted(layer.table)}`;
  const columns = database.columns(sql);
  const geometryAt = columns.findIndex((name) => name.toLowerCase() === layer.geometryColumn?.toLowerCase());
  const names = columns.filter((_, i) => i !== geometryAt);
  const rows: LayerRows = { names, cells: [], features: [] };
  try {
    for (const values of database.rows(sql)) {
      if (rows.cells.length > database.byteLength / BYTES_A_ROW)
        throw new UnusableData({ code: 'gpkg-unreadable', file });
      rows.cells.push(values.filter((_, i) => i !== geometryAt).map(textOf));
      rows.features.push({ row: rows.cells.length, geometry: geometryOf(values[geometryAt]) });
      const done = rows.cells.length;
      if (done % BLOCK === 0) yield { phase: 'read-gpkg', done, total: 0 };
    }
  } catch (error) {
    if (!(error instanceof UnusableData) || rows.cells.length === 0) throw error;
    // A file cut off in the middle: what was whole is kept, and said.
    const values = { rows: rows.cells.length };
    issues.push({ severity: 'error', code: 'gpkg-truncated', file, values });
  }
  if (rows.cells.length === 0)
    throw new UnusableData({ code: 'table-no-rows', file, values: { columns: names.join(', ') } });
  return rows;
}

function geometryOf(value: SqlValue | undefined): RawFeature['geometry'] {
  return value instanceof Uint8Array ? geometryOfBlob(value) : { code: 'geometry-missing' };
}

function textOf(value: SqlValue): string {
  if (value === null || value instanceof Uint8Array) return '';
  return String(value);
}

function tableOf({ names, cells }: LayerRows, kept: number[], file: string): Table {
  return {
    file,
    encoding: '',
    delimiter: '',
    header: uniqueHeader(names),
    rows: kept.map((index) => cells[index]),
    rowNumbers: Int32Array.from(kept, (index) => index + 1),
  };
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
