import { EARTH_RADIUS_METERS } from '../analysis/distance.ts';
import type { Tags } from '../formats/streets.ts';
import { extentOf } from '../formats/streets-extent.ts';
import { CellBuckets } from './cell-buckets.ts';

/** Lines in flat arrays: line l runs over vertices `start[l] .. start[l + 1] - 1`. WGS-84 degrees. */
export interface LineSet {
  file: string;
  start: Uint32Array;
  lng: Float64Array;
  lat: Float64Array;
}

/** Every distinct position of the lines on each level. Coordinates in metres of a plane that touches the middle of the lines. */
export interface LinePoints {
  count: number;
  x: Float64Array;
  y: Float64Array;
  /** From the plane back to degrees. */
  degreesPerX: number;
  degreesPerY: number;
  /** A vertex at the point, for its position in degrees. */
  vertex: Uint32Array;
  level: Int16Array;
  /** How many times a line passes or ends here. */
  uses: Uint32Array;
  isEnd: Uint8Array;
  /** Point of each vertex, line of each vertex, level of each line. */
  pointOf: Uint32Array;
  lineOf: Uint32Array;
  lineLevel: Int16Array;
}

/** Level of a street: `layer`, else one up on a bridge and one down in a tunnel. */
export function levelOf(tags: Tags): number {
  const layer = Number.parseInt(tags.layer ?? '', 10);
  // Many exports write layer 0 into every row: it says nothing of a bridge.
  if (layer) return Math.max(-100, Math.min(100, layer));
  if (isYes(tags.bridge)) return 1;
  return isYes(tags.tunnel) ? -1 : 0;
}

function isYes(value: string | undefined): boolean {
  return value !== undefined && !/^(no|f|false|0|)$/i.test(value);
}

export function distinctPoints(lines: LineSet, tags: readonly Tags[]): LinePoints {
  const vertexCount = lines.lng.length;
  const lineCount = lines.start.length - 1;
  const lineLevel = Int16Array.from({ length: lineCount }, (_, l) => levelOf(tags[l]));
  const lineOf = new Uint32Array(vertexCount);
  for (let l = 0; l < lineCount; l++) lineOf.fill(l, lines.start[l], lines.start[l + 1]);
  const { pointOf, vertex } = identify(lines, lineOf, lineLevel);
  const count = vertex.length;
  const { south, north } = extentOf(lines.lng, lines.lat);
  const metersPerDegree = (EARTH_RADIUS_METERS * Math.PI) / 180;
  const xScale = metersPerDegree * Math.cos((((south + north) / 2) * Math.PI) / 180);
  const points: LinePoints = {
    count,
    x: Float64Array.from(vertex, (v) => lines.lng[v] * xScale),
    y: Float64Array.from(vertex, (v) => lines.lat[v] * metersPerDegree),
    degreesPerX: 1 / xScale,
    degreesPerY: 1 / metersPerDegree,
    vertex,
    level: Int16Array.from(vertex, (v) => lineLevel[lineOf[v]]),
    uses: new Uint32Array(count),
    isEnd: new Uint8Array(count),
    pointOf,
    lineOf,
    lineLevel,
  };
  for (let v = 0; v < vertexCount; v++) points.uses[pointOf[v]]++;
  for (let l = 0; l < lineCount; l++) {
    points.isEnd[pointOf[lines.start[l]]] = 1;
    points.isEnd[pointOf[lines.start[l + 1] - 1]] = 1;
  }
  return points;
}

/** Numbers the distinct (position, level) of all vertices, in a hash table of typed arrays. */
function identify(lines: LineSet, lineOf: Uint32Array, lineLevel: Int16Array) {
  const vertexCount = lines.lng.length;
  let slots = 16;
  while (slots < vertexCount * 2) slots *= 2;
  const slotPoint = new Int32Array(slots).fill(-1);
  const pointOf = new Uint32Array(vertexCount);
  const vertex: number[] = [];
  const number = new Float64Array(1);
  const bits = new Uint32Array(number.buffer);
  const hash = (value: number, seed: number) => {
    // -0 and 0 are one place.
    number[0] = value + 0;
    return Math.imul(seed ^ bits[0], 0x9e3779b1) ^ Math.imul(bits[1], 0x85ebca6b);
  };
  const isSame = (u: number, v: number) =>
    lines.lng[u] === lines.lng[v] &&
    lines.lat[u] === lines.lat[v] &&
    lineLevel[lineOf[u]] === lineLevel[lineOf[v]];
  for (let v = 0; v < vertexCount; v++) {
    let slot = hash(lines.lat[v], hash(lines.lng[v], lineLevel[lineOf[v]]));
    slot = (slot ^ (slot >>> 15)) & (slots - 1);
    while (slotPoint[slot] >= 0 && !isSame(vertex[slotPoint[slot]], v)) slot = (slot + 1) & (slots - 1);
    if (slotPoint[slot] < 0) slotPoint[slot] = vertex.push(v) - 1;
    pointOf[v] = slotPoint[slot];
  }
  return { pointOf, vertex: Uint32Array.from(vertex) };
}

/**
 * Order in which points are preferred, whatever the order of the rows: the more lines, the better (a junction stays where
 * it is); then by position and level.
 */
export function comparePoints(points: LinePoints, p: number, q: number): number {
  return (
    points.uses[q] - points.uses[p] ||
    points.x[p] - points.x[q] ||
    points.y[p] - points.y[q] ||
    points.level[p] - points.level[q]
  );
}

/** Every pair of points within the tolerance, once. */
export function closePairs(
  points: LinePoints,
  toleranceMeters: number,
  visit: (p: number, q: number) => void,
): void {
  // Wide cells: few points have a neighbouring cell within the tolerance.
  const side = Math.max(16 * toleranceMeters, 1);
  const buckets = new CellBuckets((put) => {
    for (let p = 0; p < points.count; p++)
      put(p, Math.floor(points.x[p] / side), Math.floor(points.y[p] / side));
  });
  const square = toleranceMeters * toleranceMeters;
  for (let p = 0; p < points.count; p++) {
    const [x, y] = [points.x[p], points.y[p]];
    const [columnTo, rowTo] = [(x + toleranceMeters) / side, (y + toleranceMeters) / side];
    for (let row = Math.floor((y - toleranceMeters) / side); row <= rowTo; row++) {
      for (let column = Math.floor((x - toleranceMeters) / side); column <= columnTo; column++) {
        const bucket = buckets.bucketAt(column, row);
        if (bucket < 0) continue;
        for (let k = buckets.start[bucket]; k < buckets.start[bucket + 1]; k++) {
          const q = buckets.item[k];
          if (q <= p) continue;
          const [dx, dy] = [points.x[q] - x, points.y[q] - y];
          if (dx * dx + dy * dy <= square) visit(p, q);
        }
      }
    }
  }
}
