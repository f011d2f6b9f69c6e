import { projected } from '../crs/convert.ts';
import { projectionOfEpsg } from '../crs/epsg.ts';
import { type Issue, UnusableData } from '../issue.ts';
import type { Sqlite, SqlValue } from './sqlite.ts';
import { crsOfWkt, DEGREES, type FileCrs } from './wkt-crs.ts';

/** A layer of features, or a table without geometry (`geometryColumn` undefined). */
export interface GeoPackageLayer {
  table: string;
  geometryColumn: string | undefined;
  srsId: number;
}

/**
 * The layers that `gpkg_contents` lists, features first. Only true tables are taken: a view could compute for ever. Throws
 * UnusableData `gpkg-no-layers`, `gpkg-unreadable`.
 */
export function layersOf(database: Sqlite, file: string): GeoPackageLayer[] {
  const tables = new Set<string>();
  const schema = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE TABLE%'";
  for (const [name] of database.rows(schema)) tables.add(String(name));
  if (!tables.has('gpkg_contents')) throw new UnusableData({ code: 'gpkg-no-layers', file });
  const geometry = new Map<string, { column: string; srsId: number }>();
  if (tables.has('gpkg_geometry_columns')) {
    const sql = 'SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns';
    for (const [table, column, srsId] of database.rows(sql))
      geometry.set(String(table), { column: String(column), srsId: Number(srsId) });
  }
  const layers: GeoPackageLayer[] = [];
  const sql = "SELECT table_name FROM gpkg_contents WHERE data_type IN ('features', 'attributes')";
  for (const [name] of database.rows(sql)) {
    const table = String(name);
    const found = geometry.get(table);
    if (!tables.has(table)) continue;
    layers.push({ table, geometryColumn: found?.column, srsId: found?.srsId ?? 0 });
  }
  if (layers.length === 0) throw new UnusableData({ code: 'gpkg-no-layers', file });
  const isTable = (layer: GeoPackageLayer) => Number(layer.geometryColumn === undefined);
  return layers.sort((a, b) => isTable(a) - isTable(b));
}

/** The coordinate system of a layer by `gpkg_spatial_ref_sys`: by its EPSG code, else by its well-known text. */
export function crsOfLayer(
  database: Sqlite,
  { srsId }: GeoPackageLayer,
  file: string,
  issues: Issue[],
): FileCrs {
  // 0 is an undefined geographic system.
  if (srsId === 0) return DEGREES;
  const [organization, code, definition] = spatialReference(database, srsId);
  const isEpsg = String(organization ?? '').toUpperCase() === 'EPSG';
  const projection = projectionOfEpsg(isEpsg ? Number(code) : srsId);
  if (projection !== undefined)
    return projection === '' ? DEGREES : { projection, toWgs84: projected(projection) };
  const wkt = String(definition ?? '');
  if (wkt === '' || wkt === 'undefined')
    throw new UnusableData({ code: 'crs-unknown', file, values: { crs: String(srsId) } });
  return crsOfWkt(wkt, file, issues);
}

function spatialReference(database: Sqlite, srsId: number): SqlValue[] {
  const sql =
    'SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys WHERE srs_id = ?';
  try {
    return database.rows(sql, [srsId]).next().value ?? [];
  } catch (error) {
    if (!(error instanceof UnusableData)) throw error;
    return [];
  }
}
