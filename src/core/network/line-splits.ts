import { BLOCK, type Task } from '../task.ts';
import { type LineJoins, SAME_PLACE_METERS } from './line-joins.ts';
import type { LinePoints } from './line-points.ts';
import { crossingOf, footOn, type LineSegments } from './line-segments.ts';

/** A node on the way along a segment. Nodes below the number of points are points; the others are crossings. */
export interface Split {
  segment: number;
  t: number;
  node: number;
}

/** A point that lies on, or an end that stops at, the interior of a segment. */
export interface Touch extends Split {
  isEnd: boolean;
  isSameLevel: boolean;
}

/** For every joined point, the segments of other lines it touches: of each line the nearest. */
export function* findTouches(
  points: LinePoints,
  joins: LineJoins,
  segments: LineSegments,
  place: Uint32Array,
  toleranceMeters: number,
): Task<Touch[]> {
  const touches: Touch[] = [];
  for (let p = 0; p < points.count; p++) {
    if (p % (BLOCK * 16) === 0) yield { phase: 'node-streets', done: p, total: points.count * 2 };
    if (joins.find(p) !== p) continue;
    const best = new Map<number, Touch & { meters: number }>();
    const [x, y] = [points.x[place[p]], points.y[place[p]]];
    const isEnd = joins.isEnd[p] === 1;
    const { buckets, side } = segments;
    const bucket = buckets.bucketAt(Math.floor(x / side), Math.floor(y / side));
    if (bucket < 0) continue;
    for (let k = buckets.start[bucket]; k < buckets.start[bucket + 1]; k++) {
      const segment = buckets.item[k];
      const line = points.lineOf[segment];
      const isSameLevel = points.lineLevel[line] === points.level[p];
      if (!isSameLevel && !isEnd) continue;
      // An end on the ground below a bridge is not on the bridge, unless it was drawn to the very place.
      const reaches = isEnd && (isSameLevel || points.level[p] !== 0);
      const { t, meters } = footOn(segments, segment, x, y);
      if (meters > (reaches ? toleranceMeters : SAME_PLACE_METERS) || t <= 0 || t >= 1) continue;
      if (joins.find(points.pointOf[segment]) === p || joins.find(points.pointOf[segment + 1]) === p)
        continue;
      const found = { segment, t, node: p, isEnd, isSameLevel, meters };
      if (meters < (best.get(line)?.meters ?? Infinity)) best.set(line, found);
    }
    touches.push(...best.values());
  }
  return touches;
}

export interface Crossings {
  splits: Split[];
  /** Position of each crossing in the plane of the points. */
  x: number[];
  y: number[];
}

/** Crossings of segments on one level that do not meet already. Their nodes are numbered from the number of points up. */
export function* findCrossings(
  points: LinePoints,
  joins: LineJoins,
  segments: LineSegments,
  touches: readonly Split[],
): Task<Crossings> {
  const { buckets } = segments;
  const crossings: Crossings = { splits: [], x: [], y: [] };
  const touched = new Set<number>();
  for (const { segment, node } of touches) touched.add(segment * points.count + joins.find(node));
  const root = (vertex: number) => joins.find(points.pointOf[vertex]);
  const meets = (s: number, r: number) => {
    const [a, b, c, d] = [root(s), root(s + 1), root(r), root(r + 1)];
    if (a === c || a === d || b === c || b === d) return true;
    const isTouched = (segment: number, node: number) => touched.has(segment * points.count + node);
    return isTouched(s, c) || isTouched(s, d) || isTouched(r, a) || isTouched(r, b);
  };
  for (let bucket = 0; bucket < buckets.bucketCount; bucket++) {
    if (bucket % BLOCK === 0)
      yield { phase: 'node-streets', done: buckets.bucketCount + bucket, total: buckets.bucketCount * 2 };
    for (let i = buckets.start[bucket]; i < buckets.start[bucket + 1]; i++) {
      for (let k = i + 1; k < buckets.start[bucket + 1]; k++) {
        const [s, r] = [buckets.item[i], buckets.item[k]];
        if (points.lineLevel[points.lineOf[s]] !== points.lineLevel[points.lineOf[r]]) continue;
        const crossing = crossingOf(segments, s, r);
        // Two segments may share several cells: the crossing is counted in its own.
        if (!crossing || !isInBucket(segments, bucket, crossing.x, crossing.y) || meets(s, r)) continue;
        const node = points.count + crossings.x.push(crossing.x) - 1;
        crossings.y.push(crossing.y);
        crossings.splits.push({ segment: s, t: crossing.t, node }, { segment: r, t: crossing.u, node });
      }
    }
  }
  return crossings;
}

function isInBucket({ buckets, side }: LineSegments, bucket: number, x: number, y: number): boolean {
  return (
    Math.floor(x / side) === buckets.bucketColumn[bucket] &&
    Math.floor(y / side) === buckets.bucketRow[bucket]
  );
}
