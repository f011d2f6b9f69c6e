import type { Feature } from 'geojson';
import type { Background } from '../src/core/formats/background.ts';
import type { Streets } from '../src/core/formats/streets.ts';
import type { WalkingNetwork } from '../src/core/project/walking.ts';
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
    unlinkedFacilities: unlinked(facilities.edge),
  };
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
