import type { Issue } from '../issue.ts';

/** Tags of a street or a node, as OSM writes them. */
export type Tags = Record<string, string>;

/**
 * Streets as read, before anyone has said who may walk them: ways as runs of nodes. Way w passes
 * `ref[wayStart[w]] .. ref[wayStart[w + 1] - 1]`, rows of nodes. Where `topological`, ways meet where they share a node,
 * and only there; lines without topology are noded first (`network/node-lines`).
 */
export interface Streets {
  file: string;
  format: 'osm-pbf' | 'osm-xml' | 'graphml' | 'lines';
  topological: boolean;
  nodeCount: number;
  /** WGS-84 degrees. */
  lng: Float64Array;
  lat: Float64Array;
  wayStart: Uint32Array;
  ref: Uint32Array;
  wayTags: Tags[];
  /** Tags of the few nodes that have any that matter on foot (gates, kerbs, crossings), by row. */
  nodeTags: Map<number, Tags>;
  issues: Issue[];
}

/** The tags that decide who may walk where, or name a street. Others are dropped on reading. */
export const STREET_TAGS: ReadonlySet<string> = new Set([
  'access',
  'area',
  'barrier',
  'bridge',
  'conveying',
  'foot',
  'footway',
  'highway',
  'incline',
  'indoor',
  'kerb',
  'layer',
  'level',
  'locked',
  'man_made',
  'motorroad',
  'name',
  'oneway:foot',
  'public_transport',
  'railway',
  'ramp',
  'ramp:stroller',
  'ramp:wheelchair',
  'route',
  'service',
  'sidewalk',
  'sidewalk:both',
  'sidewalk:left',
  'sidewalk:right',
  'smoothness',
  'surface',
  'tunnel',
  'wheelchair',
]);

/** Whether a way could be a street at all; what may be walked is decided later, by profile. */
export function couldBeStreet(tags: Tags): boolean {
  return (
    tags.highway !== undefined ||
    tags.route === 'ferry' ||
    tags.railway === 'platform' ||
    tags.public_transport === 'platform' ||
    tags.man_made === 'pier'
  );
}
