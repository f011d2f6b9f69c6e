import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readOsmPbf } from '../../src/core/formats/osm-pbf.ts';
import type { Streets, Tags } from '../../src/core/formats/streets.ts';
import { hilbertKeys } from '../../src/core/network/hilbert.ts';
import { walkableSegments } from '../../src/core/network/segments.ts';
import { runSync } from '../../src/core/task.ts';
import { randomSource } from '../builders/random.ts';

const POA = fileURLToPath(new URL('../../../shared/data/poa/poa_osm.pbf', import.meta.url));
/** Streets that end this near to the border of a tile are joined to their mirror image, degrees: about 50 m. */
const JOIN_DEGREES = 0.00045;

/** Porto Alegre, or undefined where its file is not beside the repository. */
export function portoAlegre(): Streets | undefined {
  if (!existsSync(POA)) return undefined;
  return runSync(readOsmPbf({ name: 'poa_osm.pbf', bytes: new Uint8Array(readFileSync(POA)) }));
}

/** A town of crooked blocks with dead ends, for where the real streets are not at hand. */
export function generatedTown(side = 193): Streets {
  const random = randomSource(7);
  const lng = Float64Array.from(
    { length: side * side },
    (_, v) => -51.2 + ((v % side) + 0.6 * random()) * 7e-4,
  );
  const lat = Float64Array.from(lng, (_, v) => -30.1 + (Math.floor(v / side) + 0.6 * random()) * 6e-4);
  const ways: number[][] = [];
  for (let v = 0; v < side * side; v++) {
    if (v % side < side - 1 && random() < 0.75) ways.push([v, v + 1]);
    if (v < side * (side - 1) && random() < 0.75) ways.push([v, v + side]);
  }
  return streetsOf(
    'generated',
    lng,
    lat,
    ways,
    ways.map(() => ({ highway: 'residential' })),
  );
}

function streetsOf(
  file: string,
  lng: Float64Array,
  lat: Float64Array,
  ways: number[][],
  wayTags: Tags[],
): Streets {
  const wayStart = new Uint32Array(ways.length + 1);
  ways.forEach((way, w) => {
    wayStart[w + 1] = wayStart[w] + way.length;
  });
  const ref = Uint32Array.from(ways.flat());
  const rest = { topological: true, nodeTags: new Map<number, Tags>(), issues: [] };
  return { file, format: 'osm-pbf', nodeCount: lng.length, lng, lat, wayStart, ref, wayTags, ...rest };
}

/** `side` × `side` tiles of one town, every second one mirrored, so that streets meet at the borders, where they are joined. */
export function mirroredCity(town: Streets, side = 6): Streets {
  const [west, east] = range(town.lng);
  const [south, north] = range(town.lat);
  const count = town.nodeCount;
  const lng = new Float64Array(count * side * side);
  const lat = new Float64Array(lng.length);
  const ways: number[][] = [];
  const wayTags: Tags[] = [];
  const nodeTags = new Map<number, Tags>();
  const join = (a: number, b: number) => {
    ways.push([a, b]);
    wayTags.push({ highway: 'footway' });
  };
  for (let tile = 0; tile < side * side; tile++) {
    const [column, row, base] = [tile % side, Math.floor(tile / side), tile * count];
    for (let v = 0; v < count; v++) {
      const x = column % 2 ? east - town.lng[v] : town.lng[v] - west;
      const y = row % 2 ? north - town.lat[v] : town.lat[v] - south;
      lng[base + v] = west + column * (east - west) + x;
      lat[base + v] = south + row * (north - south) + y;
      // The same node of the next tile is its mirror image across the common border.
      if (column < side - 1 && east - west - x < JOIN_DEGREES) join(base + v, base + count + v);
      if (row < side - 1 && north - south - y < JOIN_DEGREES) join(base + v, base + side * count + v);
    }
    for (let w = 0; w < town.wayTags.length; w++) {
      ways.push(Array.from(town.ref.subarray(town.wayStart[w], town.wayStart[w + 1]), (v) => base + v));
      wayTags.push(town.wayTags[w]);
    }
    for (const [v, tags] of town.nodeTags) nodeTags.set(base + v, tags);
  }
  return { ...streetsOf(`${side} × ${side} ${town.file}`, lng, lat, ways, wayTags), nodeTags };
}

export function range(values: Float64Array): [least: number, most: number] {
  return values.reduce(([least, most], v) => [Math.min(least, v), Math.max(most, v)], [Infinity, -Infinity]);
}

/** A graph as the yardstick takes it: every street node a node, numbered along the curve, an arc for every sense of walking. */
export interface PlainGraph {
  nodeCount: number;
  lng: Float64Array;
  lat: Float64Array;
  first: Uint32Array;
  target: Uint32Array;
  arcCm: Uint32Array;
}

export function plainGraph(streets: Streets): PlainGraph {
  const { from, to, cm, directions, lng, lat } = walkableSegments(streets, 'adult');
  const used = new Uint8Array(lng.length);
  for (let p = 0; p < from.length; p++) used[from[p]] = used[to[p]] = 1;
  const rows = Uint32Array.from(lng.keys()).filter((v) => used[v] === 1);
  const keys = hilbertKeys(lng, lat);
  rows.sort((a, b) => keys[a] - keys[b] || a - b);
  const numberOf = new Uint32Array(lng.length);
  rows.forEach((row, number) => {
    numberOf[row] = number;
  });
  const first = new Uint32Array(rows.length + 1);
  // An arc leads from the facility's side to the walker's, as in the graph of the app.
  const arcs = (visit: (at: number, to: number, cm: number) => void) => {
    for (let p = 0; p < from.length; p++) {
      if (directions[p] & 1) visit(numberOf[to[p]], numberOf[from[p]], cm[p]);
      if (directions[p] & 2) visit(numberOf[from[p]], numberOf[to[p]], cm[p]);
    }
  };
  arcs((at) => first[at + 1]++);
  for (let v = 1; v < first.length; v++) first[v] += first[v - 1];
  const next = first.slice();
  const target = new Uint32Array(first[rows.length]);
  const arcCm = new Uint32Array(target.length);
  arcs((at, other, length) => {
    target[next[at]] = other;
    arcCm[next[at]++] = length;
  });
  const at = (values: Float64Array) => Float64Array.from(rows, (row) => values[row]);
  return { nodeCount: rows.length, lng: at(lng), lat: at(lat), first, target, arcCm };
}
