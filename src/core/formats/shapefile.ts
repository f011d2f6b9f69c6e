import { type Issue, UnusableData } from '../issue.ts';
import { uniqueHeader } from '../table/header.ts';
import type { Table } from '../table/table.ts';
import type { Task } from '../task.ts';
import type { FeatureContent, InputFile } from './content.ts';
import { type Dbf, readDbf } from './dbf.ts';
import { collectFeatures, type RawFeature } from './features.ts';
import { type ShapefileParts, shapefileParts } from './shapefile-archive.ts';
import { readShp } from './shp.ts';
import { crsOfWkt, DEGREES, type FileCrs } from './wkt-crs.ts';

/**
 * A shapefile, zipped or as loose parts: points, lines or polygons, converted to WGS-84 by its .prj. Throws UnusableData
 * `shapefile-part-missing`, `shapefile-unreadable`, `zip-unreadable`, `zip-too-large`, `crs-unknown`, `table-no-rows`,
 * `no-usable-rows`.
 */
export function* readShapefile(files: InputFile[]): Task<FeatureContent> {
  const parts = shapefileParts(files);
  const { file } = parts;
  const shapes = readShp(parts.shp, file);
  yield { phase: 'read-shapefile', done: 1, total: 3 };
  const issues = [...parts.issues, ...shapes.issues];
  const dbf = attributes(parts, issues);
  yield { phase: 'read-shapefile', done: 2, total: 3 };
  const { features, rows } = align(shapes.features, dbf, file, issues);
  if (features.length === 0) {
    throw new UnusableData({ code: 'table-no-rows', file, values: { columns: dbf.fields.join(', ') } });
  }
  const crs = projectionOf(parts, features, issues);
  return collectFeatures({
    file,
    format: 'shapefile',
    projection: crs.projection,
    toWgs84: crs.toWgs84,
    features,
    issues,
    tableOf: (kept) => tableOf(kept, features, rows, dbf, file),
  });
}

function attributes(parts: ShapefileParts, issues: Issue[]): Dbf {
  if (!parts.dbf) {
    issues.push({ severity: 'warning', code: 'shapefile-no-attributes', file: parts.file });
    return { fields: [], rows: [], encoding: '', issues: [] };
  }
  const dbf = readDbf(parts.dbf, parts.codePage, parts.file);
  issues.push(...dbf.issues);
  return dbf;
}

interface Aligned {
  features: RawFeature[];
  rows: string[][];
}

/**
 * Shape i belongs to record i. Deleted records take their shape with them, unless the shapes have already been packed
 * and are as many as the records left.
 */
function align(shapes: RawFeature[], dbf: Dbf, file: string, issues: Issue[]): Aligned {
  const blank = dbf.fields.map(() => '');
  const live = dbf.rows.filter((row) => row !== undefined);
  const packed = live.length < dbf.rows.length && shapes.length === live.length;
  const records = packed ? live : dbf.rows;
  if (dbf.fields.length > 0 && records.length !== shapes.length) {
    const values = { shapes: shapes.length, records: records.length };
    issues.push({ severity: 'warning', code: 'shapefile-counts-differ', file, values });
  }
  const aligned: Aligned = { features: [], rows: [] };
  shapes.forEach((shape, i) => {
    const row = i < records.length ? records[i] : blank;
    if (row === undefined) return;
    aligned.features.push(shape);
    aligned.rows.push(row);
  });
  return aligned;
}

function projectionOf(parts: ShapefileParts, features: RawFeature[], issues: Issue[]): FileCrs {
  const { file } = parts;
  const wkt = parts.projection.trim();
  if (wkt === '') {
    if (!features.every(inDegrees))
      throw new UnusableData({ code: 'crs-unknown', file, values: { crs: '' } });
    issues.push({ severity: 'warning', code: 'prj-missing', file });
    return DEGREES;
  }
  return crsOfWkt(wkt, file, issues);
}

function inDegrees({ geometry }: RawFeature): boolean {
  if (!('kind' in geometry)) return true;
  const [x, y] = geometry.parts[0] ?? [];
  return x === undefined || (Math.abs(x) <= 180 && Math.abs(y) <= 90) || Number.isNaN(x + y);
}

function tableOf(kept: number[], features: RawFeature[], rows: string[][], dbf: Dbf, file: string): Table {
  return {
    file,
    encoding: dbf.encoding,
    delimiter: '',
    header: uniqueHeader(dbf.fields),
    rows: kept.map((index) => rows[index]),
    rowNumbers: Int32Array.from(kept, (index) => features[index].row),
  };
}
