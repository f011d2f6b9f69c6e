import { CellBuckets } from './cell-buckets.ts';
import type { LinePoints, LineSet } from './line-points.ts';

/** Straight pieces of the lines: segment s runs from vertex s to vertex s + 1 of one line. Metres of the plane of the points. */
export interface LineSegments {
  side: number;
  buckets: CellBuckets;
  /** Position of every vertex, after the points of each level were joined. */
  x: Float64Array;
  y: Float64Array;
}

const SIDE_METERS = { least: 20, most: 20_000 };

/** Every segment in the cells it comes within `marginMeters` of. */
export function indexSegments(
  lines: LineSet,
  points: LinePoints,
  placeOf: (vertex: number) => number,
  marginMeters: number,
): LineSegments {
  const count = lines.lng.length;
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  for (let v = 0; v < count; v++) {
    const p = placeOf(v);
    x[v] = points.x[p];
    y[v] = points.y[p];
  }
  let [total, segments] = [0, 0];
  eachSegment(lines, (s) => {
    total += Math.hypot(x[s + 1] - x[s], y[s + 1] - y[s]);
    segments++;
  });
  // By the mean length, the cells that all segments touch stay a small multiple of their number.
  const mean = total / Math.max(1, segments);
  const side = Math.max(SIDE_METERS.least, 4 * marginMeters, Math.min(mean, SIDE_METERS.most));
  const buckets = new CellBuckets((put) => {
    eachSegment(lines, (s) =>
      visitCells([x[s], y[s], x[s + 1], y[s + 1]], side, marginMeters, (column, row) => put(s, column, row)),
    );
  });
  return { side, buckets, x, y };
}

function eachSegment(lines: LineSet, visit: (segment: number) => void): void {
  for (let l = 0; l + 1 < lines.start.length; l++)
    for (let s = lines.start[l]; s + 1 < lines.start[l + 1]; s++) visit(s);
}

/** Row by row of the cells, the columns that the segment passes there. */
function visitCells(
  [ax, ay, bx, by]: [number, number, number, number],
  side: number,
  margin: number,
  visit: (column: number, row: number) => void,
): void {
  const [low, high] = [Math.min(ay, by), Math.max(ay, by)];
  const rowTo = Math.floor((high + margin) / side);
  for (let row = Math.floor((low - margin) / side); row <= rowTo; row++) {
    const from = Math.max(low, Math.min(high, row * side - margin));
    const to = Math.min(high, Math.max(low, (row + 1) * side + margin));
    const slope = high === low ? 0 : (bx - ax) / (by - ay);
    const x1 = high === low ? ax : ax + (from - ay) * slope;
    const x2 = high === low ? bx : ax + (to - ay) * slope;
    const columnTo = Math.floor((Math.max(x1, x2) + margin) / side);
    for (let column = Math.floor((Math.min(x1, x2) - margin) / side); column <= columnTo; column++)
      visit(column, row);
  }
}

/** Nearest place of a segment: share of the way along it, and metres to it. */
export function footOn(
  segments: LineSegments,
  s: number,
  x: number,
  y: number,
): { t: number; meters: number } {
  const [ax, ay] = [segments.x[s], segments.y[s]];
  const [dx, dy] = [segments.x[s + 1] - ax, segments.y[s + 1] - ay];
  const square = dx * dx + dy * dy;
  const t = square === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / square));
  return { t, meters: Math.hypot(ax + t * dx - x, ay + t * dy - y) };
}

export interface Crossing {
  x: number;
  y: number;
  /** Shares of the way along the first and along the second segment. */
  t: number;
  u: number;
}

/**
 * Where two segments cross in their interiors, else undefined. Each is taken from its lower end and the lower of them
 * first, so that the digits do not hang on the order of the rows.
 */
export function crossingOf(segments: LineSegments, s: number, r: number): Crossing | undefined {
  const a = ascending(segments, s);
  const b = ascending(segments, r);
  if (Math.max(a.ay, a.by) < Math.min(b.ay, b.by) || Math.max(b.ay, b.by) < Math.min(a.ay, a.by)) return;
  if (a.bx < b.ax || b.bx < a.ax) return;
  const isSwapped = (a.ax - b.ax || a.ay - b.ay || a.bx - b.bx || a.by - b.by) > 0;
  const [first, second] = isSwapped ? [b, a] : [a, b];
  const [dx, dy] = [first.bx - first.ax, first.by - first.ay];
  const [ex, ey] = [second.bx - second.ax, second.by - second.ay];
  const cross = dx * ey - dy * ex;
  if (cross === 0) return;
  const [gx, gy] = [second.ax - first.ax, second.ay - first.ay];
  const t = (gx * ey - gy * ex) / cross;
  const u = (gx * dy - gy * dx) / cross;
  if (!(t > 0 && t < 1 && u > 0 && u < 1)) return;
  const along = [first.isReversed ? 1 - t : t, second.isReversed ? 1 - u : u];
  const [x, y] = [first.ax + t * dx, first.ay + t * dy];
  return { x, y, t: along[isSwapped ? 1 : 0], u: along[isSwapped ? 0 : 1] };
}

function ascending({ x, y }: LineSegments, s: number) {
  const isReversed = x[s] > x[s + 1] || (x[s] === x[s + 1] && y[s] > y[s + 1]);
  const [from, to] = isReversed ? [s + 1, s] : [s, s + 1];
  return { ax: x[from], ay: y[from], bx: x[to], by: y[to], isReversed };
}
