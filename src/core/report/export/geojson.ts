import { type Cell, numberText } from '../csv.ts';
import type { ExportTable } from './export-table.ts';

/** Nanodegrees are a tenth of a millimetre: what lies beyond is noise. */
const DEGREES = 1e9;

/**
 * RFC 7946: WGS-84, one feature a row and line, properties under the names of the columns with the digits of the result files.
 * Not surveyed is null; `Infinity`, unreachable, is the word, as in the tables: JSON has no number for it.
 */
export function geoJson({ name, columns, rows, geometry }: ExportTable): string {
  const features: string[] = [];
  let i = 0;
  for (const row of rows) {
    const properties = Object.fromEntries(columns.map((column, k) => [column, jsonValue(row[k])]));
    features.push(JSON.stringify({ type: 'Feature', geometry: rounded(geometry?.(i) ?? null), properties }));
    i++;
  }
  return `{"type":"FeatureCollection","name":${JSON.stringify(name)},"features":[\n${features.join(',\n')}\n]}\n`;
}

function jsonValue(cell: Cell): string | number | null {
  if (cell === undefined || (typeof cell === 'number' && Number.isNaN(cell))) return null;
  if (typeof cell === 'string') return cell;
  return Number.isFinite(cell) ? Number(numberText(cell)) : numberText(cell);
}

function rounded<T>(geometry: T): T {
  return JSON.parse(
    JSON.stringify(geometry, (_, value) =>
      typeof value === 'number' ? Math.round(value * DEGREES) / DEGREES : value,
    ),
  ) as T;
}
