import type { GeometryKind, RawFeature } from './features.ts';
import type { FlatPositions } from './shapes-builder.ts';

export interface GeometryPart {
  kind: GeometryKind;
  positions: FlatPositions;
}

/**
 * One geometry out of parts that may be of several kinds: an outline and the point of its label count as the outline.
 * Several points are no place.
 */
export function geometryOfParts(parts: readonly GeometryPart[]): RawFeature['geometry'] {
  const sound = parts.filter(({ positions }) => positions.length > 0);
  const kind = (['polygon', 'line', 'point'] as const).find((one) => sound.some((part) => part.kind === one));
  if (!kind) return { code: 'geometry-missing' };
  const chosen = sound.filter((part) => part.kind === kind).map((part) => part.positions);
  if (kind === 'point' && chosen.length > 1)
    return { code: 'geometry-unsupported', values: { type: `MultiPoint (${chosen.length})` } };
  return { kind, parts: chosen };
}
