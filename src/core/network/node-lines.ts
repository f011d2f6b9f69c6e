import type { Streets, Tags } from '../formats/streets.ts';
import { refuseProjected } from '../formats/streets-extent.ts';
import { type Checked, type Issue, UnusableData } from '../issue.ts';
import type { Task } from '../task.ts';
import { LineJoins } from './line-joins.ts';
import { distinctPoints, type LinePoints, type LineSet } from './line-points.ts';
import { indexSegments } from './line-segments.ts';
import { type Crossings, findCrossings, findTouches, type Split } from './line-splits.ts';

export type { LineSet } from './line-points.ts';

export interface NodingOptions {
  /** How far apart ends may be and still be meant to meet, metres. */
  toleranceMeters: number;
}

export const NODING_DEFAULTS: NodingOptions = { toleranceMeters: 1 };

/**
 * Streets from lines without topology; line l carries `tags[l]` and becomes one way.
 *
 * - Vertices within the tolerance and on the same level become one node (a join of two interior vertices is not passed on
 *   to a third).
 * - An end within the tolerance of another line's interior on its level splits it there.
 * - Lines that cross on the same level are split there.
 * - Levels: `layer`, else a bridge is one up and a tunnel one down. The end of a bridge or tunnel joins what it meets
 *   whatever the level, as it does in OSM.
 *
 * The order of the lines changes nothing but the numbering. What was joined is in the notes `streets-ends-joined` {count,
 * meters}, `streets-t-junctions` {count}, `streets-crossings-split` {count}. Throws UnusableData `streets-projected`,
 * `streets-none`.
 */
export function* nodeLines(
  lines: LineSet,
  tags: readonly Tags[],
  { toleranceMeters }: NodingOptions = NODING_DEFAULTS,
): Task<Checked<Streets>> {
  refuseProjected(lines.lng, lines.lat, lines.file);
  const whole = withoutStubs(lines, tags);
  if (whole.tags.length === 0) throw new UnusableData({ code: 'streets-none', file: lines.file });
  yield { phase: 'node-streets', done: 0, total: 1 };
  const points = distinctPoints(whole.lines, whole.tags);
  const joins = new LineJoins(whole.lines, points, toleranceMeters);
  const place = joins.representatives();
  const placeOf = (vertex: number) => place[joins.find(points.pointOf[vertex])];
  const segments = indexSegments(whole.lines, points, placeOf, toleranceMeters);
  const found = yield* findTouches(points, joins, segments, place, toleranceMeters);
  const stopped = new Set(found.filter((touch) => touch.isSameLevel).map((touch) => touch.node));
  const endsHere = (root: number) => !stopped.has(root) && !joins.passesStraight(root);
  const touches = found.filter((touch) => touch.isSameLevel || endsHere(touch.node));
  joins.joinLevels(endsHere);
  const crossings = yield* findCrossings(points, joins, segments, touches);
  const streets = assemble({ ...whole, points, joins }, crossings, [...touches, ...crossings.splits]);
  const ends = new Set(touches.filter((touch) => touch.isEnd).map((touch) => touch.node));
  const passes = touches.filter((touch) => !touch.isEnd).length;
  streets.issues = [
    ...joinedNote(points, joins),
    ...note('streets-t-junctions', ends.size),
    ...note('streets-crossings-split', crossings.x.length + passes),
  ].map((issue) => ({ ...issue, file: lines.file }));
  return { value: streets, issues: streets.issues };
}

interface Whole {
  lines: LineSet;
  tags: readonly Tags[];
}

/** Lines of two vertices and more: everything after may count on a first and a last segment. */
function withoutStubs(lines: LineSet, tags: readonly Tags[]): Whole {
  const rows = tags.map((_, l) => l).filter((l) => lines.start[l + 1] - lines.start[l] >= 2);
  if (rows.length === tags.length) return { lines, tags };
  const start = [0];
  for (const l of rows) start.push(start[start.length - 1] + lines.start[l + 1] - lines.start[l]);
  const gather = (values: Float64Array) => {
    const all = new Float64Array(start[start.length - 1]);
    rows.forEach((l, i) => {
      all.set(values.subarray(lines.start[l], lines.start[l + 1]), start[i]);
    });
    return all;
  };
  const kept = { ...lines, start: Uint32Array.from(start), lng: gather(lines.lng), lat: gather(lines.lat) };
  return { lines: kept, tags: rows.map((l) => tags[l]) };
}

interface Noded extends Whole {
  points: LinePoints;
  joins: LineJoins;
}

/** Lines as runs of nodes, numbered in the order in which the lines pass them. */
function assemble({ lines, tags, points, joins }: Noded, crossings: Crossings, splits: Split[]): Streets {
  splits.sort((a, b) => a.segment - b.segment || a.t - b.t || a.node - b.node);
  const place = joins.representatives();
  const number = new Int32Array(points.count + crossings.x.length).fill(-1);
  const lng: number[] = [];
  const lat: number[] = [];
  const numberOf = (node: number) => {
    const root = node < points.count ? joins.find(node) : node;
    if (number[root] < 0) {
      const isPoint = node < points.count;
      const vertex = isPoint ? points.vertex[place[root]] : -1;
      const k = node - points.count;
      lng.push(isPoint ? lines.lng[vertex] : crossings.x[k] * points.degreesPerX);
      number[root] = lat.push(isPoint ? lines.lat[vertex] : crossings.y[k] * points.degreesPerY) - 1;
    }
    return number[root];
  };
  const [ref, wayStart, wayTags]: [number[], number[], Tags[]] = [[], [0], []];
  let next = 0;
  for (let l = 0; l < tags.length; l++) {
    const run: number[] = [];
    const pass = (node: number) => {
      const row = numberOf(node);
      if (run[run.length - 1] !== row) run.push(row);
    };
    for (let v = lines.start[l]; v < lines.start[l + 1]; v++) {
      pass(points.pointOf[v]);
      for (; next < splits.length && splits[next].segment === v; next++) pass(splits[next].node);
    }
    if (run.length < 2) continue;
    for (const row of run) ref.push(row);
    wayStart.push(ref.length);
    wayTags.push(tags[l]);
  }
  if (wayTags.length === 0) throw new UnusableData({ code: 'streets-none', file: lines.file });
  return {
    file: lines.file,
    format: 'lines',
    topological: true,
    nodeCount: lng.length,
    lng: Float64Array.from(lng),
    lat: Float64Array.from(lat),
    wayStart: Uint32Array.from(wayStart),
    ref: Uint32Array.from(ref),
    wayTags,
    nodeTags: new Map(),
    issues: [],
  };
}

/** How many places were moved onto another, and by how much at most. */
function joinedNote(points: LinePoints, joins: LineJoins): Issue[] {
  const place = joins.representatives();
  let [count, farthest] = [0, 0];
  for (let p = 0; p < points.count; p++) {
    const q = place[joins.find(p)];
    const meters = Math.hypot(points.x[p] - points.x[q], points.y[p] - points.y[q]);
    if (meters > 0) count++;
    farthest = Math.max(farthest, meters);
  }
  return note('streets-ends-joined', count, { meters: Math.round(farthest * 100) / 100 });
}

function note(code: string, count: number, values: Record<string, number> = {}): Issue[] {
  return count === 0 ? [] : [{ severity: 'note', code, values: { count, ...values } }];
}
