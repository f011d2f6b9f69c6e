import { type Converter, converterToWgs84 } from '../crs/convert.ts';
import type { FeatureContent, TableContent } from '../formats/content.ts';
import { UnusableData } from '../issue.ts';
import type { PositionMapping } from '../table/mapping.ts';
import { readCoordinate, readPair } from '../table/number.ts';
import type { Table } from '../table/table.ts';
import { mappedColumn, type RowIssues } from './rows.ts';

/** WGS-84 degrees of every row; NaN where the row has no usable position, with an issue that says why. */
export interface Positions {
  lng: Float64Array;
  lat: Float64Array;
}

interface RawPosition {
  x: number | undefined;
  y: number | undefined;
  text: string;
  column: string;
}

/**
 * Positions of the rows of a table, or of features, in WGS-84. Longitude and latitude that are evidently exchanged
 * (latitude beyond ±90) are exchanged back when that is so in every row that has a position, else named row by row.
 * Throws UnusableData `no-coordinate-column` {headers}, `column-missing`, `crs-unknown`.
 */
export function readPositions(
  content: TableContent | FeatureContent,
  mapping: PositionMapping,
  found: RowIssues,
): Positions {
  const { table } = content;
  const convert = converterOf(mapping, table.file);
  const raw = content.kind === 'features' ? featurePositions(content) : tablePositions(table, mapping);
  const positions = { lng: nanArray(raw.length), lat: nanArray(raw.length) };
  const degrees = !isMetric(mapping);
  const exchange = degrees && allExchanged(raw);
  if (exchange) found.addFile('warning', 'coordinates-swapped-all', raw[0].column, { rows: raw.length });
  raw.forEach((position, row) => {
    const { x, y } = exchange ? { x: position.y, y: position.x } : position;
    const problem = problemOf(x, y, degrees);
    const values = position.text === '' ? undefined : { text: position.text };
    if (problem || x === undefined || y === undefined) {
      const severity = problem === 'coordinates-swapped' ? 'warning' : 'error';
      found.add(severity, problem ?? 'coordinates-not-a-number', row, position.column, values);
      return;
    }
    const [lng, lat] = convert(x, y);
    if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90)) {
      found.add('error', 'coordinates-out-of-range', row, position.column, values);
      return;
    }
    positions.lng[row] = lng;
    positions.lat[row] = lat;
  });
  return positions;
}

export function hasPositionColumns(mapping: PositionMapping): boolean {
  return mapping.coordinates !== undefined || (mapping.lng !== undefined && mapping.lat !== undefined);
}

function nanArray(length: number): Float64Array {
  return new Float64Array(length).fill(Number.NaN);
}

function isMetric({ crs }: PositionMapping): boolean {
  return crs === 'bd09mc' || crs === 'webmercator' || crs.startsWith('proj:');
}

/** A proj4 definition comes from the user or a file and may be no good. */
export function converterOf(mapping: PositionMapping, file: string): Converter {
  try {
    return converterToWgs84(mapping.crs);
  } catch {
    throw new UnusableData({ code: 'crs-unknown', file, values: { crs: mapping.crs.replace(/^proj:/, '') } });
  }
}

function problemOf(x: number | undefined, y: number | undefined, degrees: boolean): string | undefined {
  if (x === undefined || y === undefined) return 'coordinates-not-a-number';
  if (Number.isNaN(x) || Number.isNaN(y)) return 'coordinates-missing';
  if (x === 0 && y === 0) return 'coordinates-zero';
  if (!degrees) return undefined;
  if (isExchanged(x, y)) return 'coordinates-swapped';
  return Math.abs(x) > 180 || Math.abs(y) > 90 ? 'coordinates-out-of-range' : undefined;
}

function isExchanged(x: number, y: number): boolean {
  return Math.abs(y) > 90 && Math.abs(y) <= 180 && Math.abs(x) <= 90;
}

function allExchanged(raw: RawPosition[]): boolean {
  const placed = raw.filter(
    ({ x, y }) => x !== undefined && y !== undefined && !Number.isNaN(x + y) && (x !== 0 || y !== 0),
  );
  return placed.length > 0 && placed.every(({ x, y }) => isExchanged(x as number, y as number));
}

function featurePositions(content: FeatureContent): RawPosition[] {
  return content.table.rows.map((_, i) => ({ x: content.lng[i], y: content.lat[i], text: '', column: '' }));
}

function tablePositions(table: Table, mapping: PositionMapping): RawPosition[] {
  if (!hasPositionColumns(mapping)) {
    throw new UnusableData({
      code: 'no-coordinate-column',
      file: table.file,
      values: { headers: table.header.join(', ') },
    });
  }
  if (mapping.coordinates !== undefined) {
    const at = mappedColumn(table, mapping.coordinates);
    return table.rows.map((row) => pairPosition(row[at], mapping));
  }
  const lngAt = mappedColumn(table, mapping.lng);
  const latAt = mappedColumn(table, mapping.lat);
  return table.rows.map((row) => twoColumnPosition(row[lngAt], row[latAt], mapping));
}

function pairPosition(text: string, mapping: PositionMapping): RawPosition {
  const column = mapping.coordinates ?? '';
  const pair = readPair(text);
  if (!pair) {
    const value = readCoordinate(text);
    const missing = value !== undefined && Number.isNaN(value);
    return { x: missing ? Number.NaN : undefined, y: missing ? Number.NaN : undefined, text, column };
  }
  const [x, y] = mapping.coordinatesOrder === 'lat-lng' ? [pair[1], pair[0]] : pair;
  return { x, y, text, column };
}

function twoColumnPosition(lngText: string, latText: string, mapping: PositionMapping): RawPosition {
  const x = readCoordinate(lngText);
  const y = readCoordinate(latText);
  const bad = x === undefined || (y !== undefined && Number.isNaN(x)) ? mapping.lng : mapping.lat;
  const column = x === undefined || y === undefined || Number.isNaN(x + y) ? bad : mapping.lat;
  return { x, y, text: `${lngText}, ${latText}`, column: column ?? '' };
}
