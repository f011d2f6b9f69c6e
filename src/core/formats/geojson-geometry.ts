import type { RawFeature } from './features.ts';

export type JsonRecord = Record<string, unknown>;

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Thrown while walking one geometry, and turned into the feature's issue. */
class BadPosition extends Error {
  readonly text: string;
  constructor(value: unknown) {
    super('bad position');
    this.text = (JSON.stringify(value) ?? '').slice(0, 80);
  }
}

/** The geometry of a feature in the file's own coordinates, or the reason why it cannot be used. */
export function rawGeometry(geometry: unknown): RawFeature['geometry'] {
  if (!isRecord(geometry)) return { code: 'geometry-missing' };
  const { type, coordinates } = geometry;
  try {
    switch (type) {
      case 'Point':
        return { kind: 'point', parts: [flat([coordinates])] };
      case 'MultiPoint':
        return multiPoint(coordinates);
      case 'LineString':
        return { kind: 'line', parts: [flat(coordinates)] };
      case 'MultiLineString':
        return { kind: 'line', parts: list(coordinates).map(flat) };
      case 'Polygon':
        return polygon(list(coordinates).map(flat));
      case 'MultiPolygon':
        return polygon(list(coordinates).flatMap((rings) => list(rings).map(flat)));
      default:
        return { code: 'geometry-unsupported', values: { type: typeof type === 'string' ? type : '' } };
    }
  } catch (error) {
    if (!(error instanceof BadPosition)) throw error;
    return { code: 'coordinates-not-a-number', values: { text: error.text } };
  }
}

function polygon(parts: number[][]): RawFeature['geometry'] {
  return parts.length === 0 ? { code: 'geometry-missing' } : { kind: 'polygon', parts };
}

/** One point written as a MultiPoint is common in exports; several points are no place. */
function multiPoint(coordinates: unknown): RawFeature['geometry'] {
  const points = list(coordinates);
  if (points.length !== 1)
    return { code: 'geometry-unsupported', values: { type: `MultiPoint (${points.length})` } };
  return { kind: 'point', parts: [flat(points)] };
}

function list(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new BadPosition(value);
  return value;
}

function flat(positions: unknown): number[] {
  const out: number[] = [];
  for (const position of list(positions)) {
    const [x, y] = list(position);
    if (typeof x !== 'number' || typeof y !== 'number') throw new BadPosition(position);
    out.push(x, y);
  }
  return out;
}
