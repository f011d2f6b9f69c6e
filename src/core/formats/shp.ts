import { type Issue, UnusableData } from '../issue.ts';
import type { RawFeature } from './features.ts';

const HEADER_BYTES = 100;
const FILE_CODE = 9994;
/** Shape types by kind; M and Z variants carry their extra values behind the positions we read. */
const POINTS = new Set([1, 11, 21]);
const LINES = new Set([3, 13, 23]);
const POLYGONS = new Set([5, 15, 25]);
const MULTIPOINTS = new Set([8, 18, 28]);

export interface Shapes {
  features: RawFeature[];
  issues: Issue[];
}

/**
 * Geometries of a .shp, one a record, in the file's own coordinates. Every length is checked against the bytes at hand
 * and every step moves forward, so a truncated or malicious file ends with an issue, never with a loop.
 */
export function readShp(bytes: Uint8Array, file: string): Shapes {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER_BYTES || view.getInt32(0) !== FILE_CODE) {
    throw new UnusableData({ code: 'shapefile-unreadable', file, values: { part: '.shp' } });
  }
  const features: RawFeature[] = [];
  const issues: Issue[] = [];
  // The header's own length is in 16-bit words; it tells a file that was cut exactly between two records.
  const declaredBytes = view.getInt32(24) * 2;
  let offset = HEADER_BYTES;
  while (offset + 8 <= bytes.length) {
    const contentBytes = view.getInt32(offset + 4) * 2;
    const start = offset + 8;
    if (contentBytes < 4 || start + contentBytes > bytes.length) break;
    const record = new DataView(bytes.buffer, bytes.byteOffset + start, contentBytes);
    features.push({ row: features.length + 1, geometry: geometryOf(record) });
    offset = start + contentBytes;
  }
  if (offset < bytes.length || offset < declaredBytes) {
    issues.push({
      severity: 'error',
      code: 'shapefile-truncated',
      file,
      values: { records: features.length },
    });
  }
  return { features, issues };
}

function geometryOf(record: DataView): RawFeature['geometry'] {
  const type = record.getInt32(0, true);
  if (type === 0) return { code: 'geometry-missing' };
  if (POINTS.has(type)) {
    return record.byteLength < 20 ? damaged() : { kind: 'point', parts: [positions(record, 4, 1)] };
  }
  if (MULTIPOINTS.has(type)) return multiPoint(record);
  if (LINES.has(type)) return multiPart(record, 'line');
  if (POLYGONS.has(type)) return multiPart(record, 'polygon');
  return { code: 'geometry-unsupported', values: { type: `shape type ${type}` } };
}

function damaged(): RawFeature['geometry'] {
  return { code: 'shape-damaged' };
}

function multiPoint(record: DataView): RawFeature['geometry'] {
  if (record.byteLength < 40) return damaged();
  const count = record.getInt32(36, true);
  if (count !== 1) return { code: 'geometry-unsupported', values: { type: `MultiPoint (${count})` } };
  return record.byteLength < 56 ? damaged() : { kind: 'point', parts: [positions(record, 40, 1)] };
}

/** Layout: type, box (32 bytes), number of parts, number of points, start of each part, points. */
function multiPart(record: DataView, kind: 'line' | 'polygon'): RawFeature['geometry'] {
  if (record.byteLength < 44) return damaged();
  const partCount = record.getInt32(36, true);
  const pointCount = record.getInt32(40, true);
  if (partCount < 0 || pointCount < 0 || 44 + partCount * 4 + pointCount * 16 > record.byteLength)
    return damaged();
  if (partCount === 0 || pointCount === 0) return { code: 'geometry-missing' };
  const firstPoint = 44 + partCount * 4;
  const parts: number[][] = [];
  for (let i = 0; i < partCount; i++) {
    const from = record.getInt32(44 + i * 4, true);
    const to = i + 1 < partCount ? record.getInt32(48 + i * 4, true) : pointCount;
    if (from < 0 || to < from || to > pointCount) return damaged();
    parts.push(positions(record, firstPoint + from * 16, to - from));
  }
  return { kind, parts };
}

function positions(record: DataView, offset: number, count: number): number[] {
  const out: number[] = [];
  for (let i = 0; i < count; i++) {
    out.push(record.getFloat64(offset + i * 16, true), record.getFloat64(offset + i * 16 + 8, true));
  }
  return out;
}
