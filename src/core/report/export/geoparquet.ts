import { parquetWriteBuffer } from 'hyparquet-writer';
import packageInfo from '../../../../package.json';
import { type Cell, numberText } from '../csv.ts';
import type { ExportGeometry, ExportTable } from './export-table.ts';
import { wkbOf } from './wkb.ts';

/**
 * GeoParquet 1.1: the columns of the table, and `geometry` as WKB where rows have a place. Columns that hold only numbers are
 * doubles, others text; not surveyed is null, unreachable is Infinity, which a double can say. Degrees are WGS-84, longitude first
 * (the `crs` of the metadata is left out, which means OGC:CRS84).
 */
export function geoParquet({ columns, rows, geometry }: ExportTable): ArrayBuffer {
  const all = [...rows];
  const shapes = geometry && all.map((_, row) => geometry(row));
  const plain = columns.map((name, k) => columnOf(name, all, k));
  return parquetWriteBuffer({
    columnData: [
      ...plain,
      ...(shapes
        ? [
            {
              name: 'geometry',
              data: shapes.map((shape) => shape && wkbOf(shape)),
              type: 'BYTE_ARRAY' as const,
              nullable: true,
            },
          ]
        : []),
    ],
    kvMetadata: shapes ? [{ key: 'geo', value: geoMetadata(shapes) }] : [],
    createdBy: `${packageInfo.name} ${packageInfo.version}`,
  });
}

function columnOf(name: string, rows: Cell[][], k: number) {
  const cells = rows.map((row) => row[k]);
  const isText = cells.some((cell) => typeof cell === 'string');
  const data = isText
    ? cells.map((cell) => (cell === undefined ? null : typeof cell === 'number' ? numberText(cell) : cell))
    : cells.map((cell) => (typeof cell === 'number' && !Number.isNaN(cell) ? digitsOf(cell) : null));
  return { name, data, type: isText ? ('STRING' as const) : ('DOUBLE' as const), nullable: true };
}

/** The digits of the result files. */
function digitsOf(value: number): number {
  return Number.isFinite(value) ? Number(numberText(value)) : value;
}

function geoMetadata(shapes: (ExportGeometry | null)[]): string {
  const types = new Set(shapes.flatMap((shape) => shape?.type ?? []));
  const bbox = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const shape of shapes)
    for (const [lng, lat] of shape ? cornersOf(shape) : []) {
      bbox[0] = Math.min(bbox[0], lng);
      bbox[1] = Math.min(bbox[1], lat);
      bbox[2] = Math.max(bbox[2], lng);
      bbox[3] = Math.max(bbox[3], lat);
    }
  return JSON.stringify({
    version: '1.1.0',
    primary_column: 'geometry',
    columns: {
      geometry: {
        encoding: 'WKB',
        geometry_types: [...types].sort(),
        ...(Number.isFinite(bbox[0]) ? { bbox } : {}),
      },
    },
  });
}

function cornersOf(shape: ExportGeometry): number[][] {
  if (shape.type === 'Point') return [shape.coordinates];
  return shape.type === 'Polygon' ? shape.coordinates.flat() : shape.coordinates.flat(2);
}
