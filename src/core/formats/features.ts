import type { Converter } from '../crs/convert.ts';
import { type Issue, UnusableData } from '../issue.ts';
import type { Table } from '../table/table.ts';
import type { FeatureContent } from './content.ts';
import {
  distinctVertices,
  type FlatPositions,
  meanOfVertices,
  openRing,
  ShapesBuilder,
} from './shapes-builder.ts';

export type GeometryKind = FeatureContent['geometry'];

/** A geometry as read, in the file's own coordinates. A point has one part of one position. */
export interface RawGeometry {
  kind: GeometryKind;
  parts: FlatPositions[];
}

/** A feature as read: its geometry, or why it has none. */
export interface RawFeature {
  /** 1 + index in the file. */
  row: number;
  geometry: RawGeometry | Omit<Issue, 'severity' | 'row' | 'file'>;
}

export interface FeatureSource {
  file: string;
  format: FeatureContent['format'];
  /** proj4 definition or '' for WGS-84. */
  projection: string;
  toWgs84: Converter;
  features: RawFeature[];
  issues: Issue[];
  /** Lines are wanted, however few: points among them (gates of a street file) are handed over beside them. */
  wantsLines?: boolean;
  /** Table of the features that are kept, given their positions in `features`. */
  tableOf(kept: number[]): Table;
}

/**
 * Features as one kind of geometry in WGS-84. The kind most features have is kept; every feature left out is named with
 * its row. Throws UnusableData `no-usable-rows` when none is left.
 */
export function collectFeatures(source: FeatureSource): FeatureContent {
  const issues = source.issues;
  const kind = source.wantsLines ? lineKind(source.features) : majorityKind(source.features);
  const points = new PointsBeside();
  const shapes = new ShapesBuilder();
  const kept: number[] = [];
  const lng: number[] = [];
  const lat: number[] = [];
  source.features.forEach((feature, i) => {
    const isBeside = source.wantsLines && kind === 'line' && pointOf(feature) !== undefined;
    if (isBeside) {
      points.add(i, feature, source);
      return;
    }
    const outcome = usableParts(feature, kind, source.toWgs84);
    for (const found of outcome.issues) issues.push({ ...found, file: source.file, row: feature.row });
    if (!outcome.parts) return;
    kept.push(i);
    const position = kind === 'point' ? outcome.parts[0] : meanOfVertices(outcome.parts);
    lng.push(position[0]);
    lat.push(position[1]);
    if (kind !== 'point') shapes.add(outcome.parts);
  });
  if (kept.length === 0) {
    const example = issues.find((issue) => issue.severity === 'error');
    const reason = example?.code ?? 'geometry-missing';
    const values = { ...example?.values, rows: source.features.length, reason };
    throw new UnusableData({ code: 'no-usable-rows', file: source.file, values });
  }
  return {
    kind: 'features',
    format: source.format,
    table: source.tableOf(kept),
    geometry: kind,
    shapes: shapes.finish(),
    lng: Float64Array.from(lng),
    lat: Float64Array.from(lat),
    projection: source.projection,
    issues,
    ...(points.rows.length > 0 ? { besides: points.finish(source) } : {}),
  };
}

/** Points that stand among the lines, with their attributes. */
class PointsBeside {
  readonly rows: number[] = [];
  private readonly lng: number[] = [];
  private readonly lat: number[] = [];

  add(index: number, feature: RawFeature, source: FeatureSource): void {
    const { parts, issues } = usableParts(feature, 'point', source.toWgs84);
    for (const found of issues) source.issues.push({ ...found, file: source.file, row: feature.row });
    if (!parts) return;
    this.rows.push(index);
    this.lng.push(parts[0][0]);
    this.lat.push(parts[0][1]);
  }

  finish({ tableOf }: FeatureSource): NonNullable<FeatureContent['besides']> {
    return {
      table: tableOf(this.rows),
      lng: Float64Array.from(this.lng),
      lat: Float64Array.from(this.lat),
    };
  }
}

function pointOf({ geometry }: RawFeature): RawGeometry | undefined {
  return 'kind' in geometry && geometry.kind === 'point' ? geometry : undefined;
}

/** Lines where there is one; else what the file mostly holds, for the sentence that says so. */
function lineKind(features: RawFeature[]): GeometryKind {
  const hasLine = features.some(({ geometry }) => 'kind' in geometry && geometry.kind === 'line');
  return hasLine ? 'line' : majorityKind(features);
}

/** Polygons before lines before points when two kinds are equally frequent. */
function majorityKind(features: RawFeature[]): GeometryKind {
  const counts = { polygon: 0, line: 0, point: 0 };
  for (const { geometry } of features) if ('kind' in geometry) counts[geometry.kind]++;
  const kinds: GeometryKind[] = ['polygon', 'line', 'point'];
  return kinds.reduce((best, kind) => (counts[kind] > counts[best] ? kind : best));
}

interface Outcome {
  parts?: FlatPositions[];
  issues: Issue[];
}

function usableParts(feature: RawFeature, kind: GeometryKind, toWgs84: Converter): Outcome {
  const { geometry } = feature;
  if (!('kind' in geometry)) return { issues: [{ severity: 'error', ...geometry }] };
  if (geometry.kind !== kind) {
    const values = { kind: geometry.kind, kept: kind };
    return { issues: [{ severity: 'warning', code: 'geometry-mixed', values }] };
  }
  const parts: FlatPositions[] = [];
  for (const part of geometry.parts) {
    const converted = convertPart(part, toWgs84);
    if ('code' in converted) return { issues: [{ severity: 'error', ...converted }] };
    parts.push(kind === 'polygon' ? openRing(converted.positions) : converted.positions);
  }
  if (kind === 'point') return { parts, issues: [] };
  // A sliver left over from dissolving has no area: the shape does without it, and says so.
  const sound = parts.filter((part) => distinctVertices(part) >= (kind === 'polygon' ? 3 : 2));
  if (sound.length === parts.length) return { parts, issues: [] };
  const code = kind === 'polygon' ? 'ring-too-short' : 'line-too-short';
  return sound.length === 0
    ? { issues: [{ severity: 'error', code, values: { count: parts.length } }] }
    : {
        parts: sound,
        issues: [{ severity: 'warning', code, values: { count: parts.length - sound.length } }],
      };
}

function convertPart(
  part: FlatPositions,
  toWgs84: Converter,
): { positions: FlatPositions } | Omit<Issue, 'severity'> {
  const positions = new Array<number>(part.length);
  for (let i = 0; i < part.length; i += 2) {
    if (!Number.isFinite(part[i]) || !Number.isFinite(part[i + 1])) {
      return { code: 'coordinates-not-a-number', values: { text: `${part[i]}, ${part[i + 1]}` } };
    }
    const [lng, lat] = toWgs84(part[i], part[i + 1]);
    if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90)) {
      return { code: 'coordinates-out-of-range', values: { text: `${part[i]}, ${part[i + 1]}` } };
    }
    positions[i] = lng;
    positions[i + 1] = lat;
  }
  return { positions };
}
