import type { Feature, FeatureCollection } from 'geojson';
import type { Barriers } from '../src/core/dataset/barriers.ts';
import type { Background } from '../src/core/formats/background.ts';
import type { Streets } from '../src/core/formats/streets.ts';
import type { WalkingNetwork } from '../src/core/project/walking.ts';
import { nestRings, ringsOf } from './districts-view.ts';
import type { NetworkView } from './protocol.ts';

/** Above this many streets only the larger ones are drawn: the map is a background, and has to stay quick. */
const MOST_STREETS_DRAWN = 60_000;
const LARGER =
  /^(motorway|trunk|primary|secondary|tertiary|unclassified|residential|pedestrian|living_street|road)/;

export function networkView({ graph, places, facilities, profile }: WalkingNetwork): NetworkView {
  const unlinked = (edges: Int32Array) =>
    Int32Array.from(Array.from(edges.keys()).filter((i) => edges[i] < 0));
  return {
    profile,
    junctions: graph.nodeCount,
    snapMeters: Float64Array.from(places.snapCm, (cm, i) => (places.edge[i] < 0 ? Number.NaN : cm / 100)),
    unlinkedPlaces: unlinked(places.edge),
    cutOffPlaces: Int32Array.from(Array.from(places.edge.keys()).filter((i) => places.isCutOff[i] === 1)),
    unlinkedFacilities: unlinked(facilities.edge),
  };
}

/** Barriers for drawing: areas and lines as they were read. */
export function barriersView({ drawn }: Barriers): FeatureCollection {
  const features: Feature[] = [];
  for (const { shapes, isArea } of drawn) {
    for (let row = 0; row < shapes.count; row++) {
      const rings = ringsOf(shapes, row);
      const geometry: Feature['geometry'] = isArea
        ? { type: 'MultiPolygon', coordinates: nestRings(rings) }
        : // A line is not closed: without the vertex that closes a ring.
          { type: 'MultiLineString', coordinates: rings.map((ring) => ring.slice(0, -1)) };
      features.push({ type: 'Feature', properties: {}, geometry });
    }
  }
  return { type: 'FeatureCollection', features };
}

/** The streets as a quiet background, in the tags that the map draws by. */
export function streetsBackground(streets: Streets): Background {
  const isMany = streets.wayTags.length > MOST_STREETS_DRAWN;
  const features: Feature[] = [];
  for (let way = 0; way < streets.wayTags.length; way++) {
    const { highway, name, bridge, tunnel, railway } = streets.wayTags[way];
    if (isMany && !LARGER.test(highway ?? '')) continue;
    const coordinates: [number, number][] = [];
    for (let r = streets.wayStart[way]; r < streets.wayStart[way + 1]; r++) {
      coordinates.push([streets.lng[streets.ref[r]], streets.lat[streets.ref[r]]]);
    }
    const properties = { highway: highway ?? (railway ? 'platform' : 'footway'), name, bridge, tunnel };
    features.push({ type: 'Feature', properties, geometry: { type: 'LineString', coordinates } });
  }
  return { file: streets.file, geojson: { type: 'FeatureCollection', features } };
}
