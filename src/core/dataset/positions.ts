import { type Converter, converterToWgs84, type LngLat } from '../crs/convert.ts';
import type { FeatureContent, TableContent } from '../formats/content.ts';
import { UnusableData } from '../issue.ts';
import { degreeScale, readCoordinate, readPair } from '../table/coordinate.ts';
import type { PositionMapping } from '../table/mapping.ts';
import type { Table } from '../table/table.ts';
import { BLOCK, type Task } from '../task.ts';
import { mappedColumn, type RowIssues } from './rows.ts';

/** A file of degrees × 10⁶ may hold a few rows that are something else. */
const SCALED_SHARE = 0.9;

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
export function* readPositions(
  content: TableContent | FeatureContent,
  mapping: PositionMapping,
  found: RowIssues,
): Task<Positions> {
  const { table } = content;
  const convert = converterOf(mapping, table.file);
  const raw = content.kind === 'features' ? featurePositions(content) : tablePositions(table, mapping);
  const positions = { lng: nanArray(raw.length), lat: nanArray(raw.length) };
  const degrees = !isMetric(mapping);
  if (degrees) scaleToDegrees(raw, found);
  const exchange = degrees && allExchanged(raw);
  if (exchange) found.addFile('warning', 'coordinates-swapped-all', raw[0].column, { rows: raw.length });
  for (let row = 0; row < raw.length; row++) {
    const position = exchange ? { ...raw[row], x: raw[row].y, y: raw[row].x } : raw[row];
    const place = place84(position, degrees, convert);
    if (typeof place === 'string') {
      const severity = place === 'coordinates-swapped' ? 'warning' : 'error';
      found.add(
        severity,
        place,
        row,
        position.column,
        position.text === '' ? undefined : { text: position.text },
      );
    } else [positions.lng[row], positions.lat[row]] = place;
    if ((row + 1) % BLOCK === 0) yield { phase: 'check-rows', done: row + 1, total: raw.length };
  }
  return positions;
}

/** The numbers of every row as they are written, east and north in the system of the file; NaN where there are none. */
export function writtenPositions(
  content: TableContent | FeatureContent,
  mapping: PositionMapping,
): { x: Float64Array; y: Float64Array } {
  const raw =
    content.kind === 'features' ? featurePositions(content) : tablePositions(content.table, mapping);
  return {
    x: Float64Array.from(raw, ({ x }) => x ?? Number.NaN),
    y: Float64Array.from(raw, ({ y }) => y ?? Number.NaN),
  };
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

/** The position in WGS-84, or the code of what is wrong with it. */
function place84({ x, y }: RawPosition, degrees: boolean, convert: Converter): LngLat | string {
  const problem = problemOf(x, y, degrees);
  if (problem || x === undefined || y === undefined) return problem ?? 'coordinates-not-a-number';
  const place = convert(x, y);
  return Math.abs(place[0]) <= 180 && Math.abs(place[1]) <= 90 ? place : 'coordinates-out-of-range';
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
  const placed = raw.filter(isPlaced);
  return placed.length > 0 && placed.every(({ x, y }) => isExchanged(x as number, y as number));
}

/** Degrees written × 10⁶ are divided where nearly all rows are such; said once, with the factor. */
function scaleToDegrees(raw: RawPosition[], found: RowIssues): void {
  const placed = raw.filter(isPlaced);
  const scaled = placed.filter(({ x, y }) => degreeScale(x as number, y as number) !== 1);
  if (scaled.length === 0 || scaled.length < placed.length * SCALED_SHARE) return;
  const factor = degreeScale(scaled[0].x as number, scaled[0].y as number);
  let rows = 0;
  for (const position of scaled) {
    const [x, y] = [position.x as number, position.y as number];
    if (degreeScale(x, y) !== factor) continue;
    position.x = x / factor;
    position.y = y / factor;
    rows++;
  }
  found.addFile('warning', 'coordinates-scaled', scaled[0].column, { rows, factor });
}

function isPlaced({ x, y }: RawPosition): boolean {
  return x !== undefined && y !== undefined && !Number.isNaN(x + y) && (x !== 0 || y !== 0);
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
