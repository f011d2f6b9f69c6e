import { EARTH_RADIUS_METERS } from '../analysis/distance.ts';
import { BLOCK, type Task } from '../task.ts';
import type { WalkingGraph } from './graph.ts';

/**
 * Places linked to the streets: each to the nearest walkable edge, at the foot of the perpendicular. `edge` is -1 where
 * no street was found within the search radius: unlinked, a class of its own.
 */
export interface Links {
  edge: Int32Array;
  /** Centimetres from the start of the edge to the foot. */
  offsetCm: Uint32Array;
  /** Straight centimetres from the place to the foot, walked off street. */
  snapCm: Uint32Array;
  /** Position of the foot, NaN when unlinked. */
  lng: Float64Array;
  lat: Float64Array;
}

export interface SnapOptions {
  /** Farthest a street may be, metres; the search widens 50 → 100 → 200 → this. */
  maxMeters: number;
  /** A component smaller than this is passed over while a larger one is in reach: an isolated courtyard path is a trap. */
  minComponentNodes: number;
}

export const SNAP_DEFAULTS: SnapOptions = { maxMeters: 400, minComponentNodes: 50 };

const RADIANS = Math.PI / 180;
const METERS_PER_DEGREE = EARTH_RADIUS_METERS * RADIANS;
/** Side of the buckets that say which pieces of street are near, metres. */
const BUCKET_METERS = 100;

/** Links every place. Among edges at the same distance the lower number wins. */
export function* snapToStreets(
  graph: WalkingGraph,
  places: { lng: Float64Array; lat: Float64Array },
  options: SnapOptions = SNAP_DEFAULTS,
): Task<Links> {
  const count = places.lng.length;
  const links: Links = {
    edge: new Int32Array(count).fill(-1),
    offsetCm: new Uint32Array(count),
    snapCm: new Uint32Array(count),
    lng: new Float64Array(count).fill(Number.NaN),
    lat: new Float64Array(count).fill(Number.NaN),
  };
  const index = indexPieces(graph);
  for (let i = 0; i < count; i++) {
    if (i % BLOCK === 0) yield { phase: 'snap', done: i, total: count };
    const foot = findFoot(graph, index, places.lng[i], places.lat[i], options);
    if (!foot) continue;
    links.edge[i] = foot.edge;
    links.offsetCm[i] = foot.offsetCm;
    links.snapCm[i] = Math.round(foot.meters * 100);
    links.lng[i] = foot.lng;
    links.lat[i] = foot.lat;
  }
  return links;
}

interface Foot {
  edge: number;
  offsetCm: number;
  meters: number;
  lng: number;
  lat: number;
}

/** The radii that are tried one after the other. */
function radii(maxMeters: number): number[] {
  return [...[50, 100, 200].filter((meters) => meters < maxMeters), maxMeters];
}

function findFoot(graph: WalkingGraph, index: PieceIndex, lng: number, lat: number, options: SnapOptions) {
  let trapped: Foot | undefined;
  for (const radius of radii(options.maxMeters)) {
    const [large, any] = nearestFeet(graph, index, lng, lat, radius, options.minComponentNodes);
    if (large) return large;
    trapped ??= any;
  }
  return trapped;
}

/** The nearest foot on a large component, and the nearest on any, within the radius. */
function nearestFeet(
  graph: WalkingGraph,
  index: PieceIndex,
  lng: number,
  lat: number,
  radius: number,
  minComponentNodes: number,
): [large: Foot | undefined, any: Foot | undefined] {
  let large: Foot | undefined;
  let any: Foot | undefined;
  const latReach = radius / METERS_PER_DEGREE;
  const lngReach = latReach / Math.cos(lat * RADIANS);
  const columnFrom = Math.max(0, Math.floor((lng - lngReach - index.west) / index.width));
  const columnTo = Math.min(index.columns - 1, Math.floor((lng + lngReach - index.west) / index.width));
  const rowFrom = Math.max(0, Math.floor((lat - latReach - index.south) / index.height));
  const rowTo = Math.min(index.rows - 1, Math.floor((lat + latReach - index.south) / index.height));
  for (let row = rowFrom; row <= rowTo; row++) {
    for (let column = columnFrom; column <= columnTo; column++) {
      const bucket = row * index.columns + column;
      for (let k = index.start[bucket]; k < index.start[bucket + 1]; k++) {
        const foot = footOn(
          graph,
          index.pieceEdge[index.piece[k]],
          index.piecePoint[index.piece[k]],
          lng,
          lat,
        );
        if (foot.meters > radius) continue;
        if (isBetter(foot, any)) any = foot;
        const nodes = graph.componentSize[graph.component[graph.edgeFrom[foot.edge]]];
        if (nodes >= minComponentNodes && isBetter(foot, large)) large = foot;
      }
    }
  }
  return [large, any];
}

function isBetter(foot: Foot, than: Foot | undefined): boolean {
  if (!than || foot.meters < than.meters) return true;
  return (
    foot.meters === than.meters &&
    (foot.edge < than.edge || (foot.edge === than.edge && foot.offsetCm < than.offsetCm))
  );
}

/** Foot of the perpendicular on the piece from `point` to the next, in a plane touching the globe at the place. */
function footOn(graph: WalkingGraph, edge: number, point: number, lng: number, lat: number): Foot {
  const xScale = METERS_PER_DEGREE * Math.cos(lat * RADIANS);
  const ax = (graph.pointLng[point] - lng) * xScale;
  const ay = (graph.pointLat[point] - lat) * METERS_PER_DEGREE;
  const dx = (graph.pointLng[point + 1] - lng) * xScale - ax;
  const dy = (graph.pointLat[point + 1] - lat) * METERS_PER_DEGREE - ay;
  const square = dx * dx + dy * dy;
  const t = square === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / square));
  const x = ax + t * dx;
  const y = ay + t * dy;
  const from = graph.pointCm[point];
  return {
    edge,
    offsetCm: from + Math.round(t * (graph.pointCm[point + 1] - from)),
    meters: Math.hypot(x, y),
    lng: lng + x / xScale,
    lat: lat + y / METERS_PER_DEGREE,
  };
}

/** Pieces of street (from one shape point to the next) by bucket. */
interface PieceIndex {
  west: number;
  south: number;
  width: number;
  height: number;
  columns: number;
  rows: number;
  start: Uint32Array;
  piece: Uint32Array;
  pieceEdge: Uint32Array;
  piecePoint: Uint32Array;
}

function indexPieces(graph: WalkingGraph): PieceIndex {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let p = 0; p < graph.pointLng.length; p++) {
    west = Math.min(west, graph.pointLng[p]);
    east = Math.max(east, graph.pointLng[p]);
    south = Math.min(south, graph.pointLat[p]);
    north = Math.max(north, graph.pointLat[p]);
  }
  const edgeCount = graph.edgeCm.length;
  const pieceCount = graph.pointLng.length - edgeCount;
  const pieceEdge = new Uint32Array(pieceCount);
  const piecePoint = new Uint32Array(pieceCount);
  let piece = 0;
  for (let e = 0; e < edgeCount; e++) {
    for (let p = graph.pointStart[e]; p < graph.pointStart[e + 1] - 1; p++, piece++) {
      pieceEdge[piece] = e;
      piecePoint[piece] = p;
    }
  }
  const middle = ((south + north) / 2) * RADIANS;
  const height = BUCKET_METERS / METERS_PER_DEGREE;
  const width = height / Math.max(0.01, Math.cos(middle));
  const columns = Math.floor((east - west) / width) + 1;
  const rows = Math.floor((north - south) / height) + 1;
  const index = { west, south, width, height, columns, rows, pieceEdge, piecePoint };
  const start = new Uint32Array(columns * rows + 1);
  forEachBucket(graph, index, (bucket) => start[bucket + 1]++);
  for (let b = 1; b < start.length; b++) start[b] += start[b - 1];
  const pieces = new Uint32Array(start[start.length - 1]);
  const next = start.slice();
  forEachBucket(graph, index, (bucket, p) => {
    pieces[next[bucket]++] = p;
  });
  return { ...index, start, piece: pieces };
}

/** Every bucket that a piece's box touches. Pieces are short: the box is a good stand-in for the line. */
function forEachBucket(
  graph: WalkingGraph,
  index: Omit<PieceIndex, 'start' | 'piece'>,
  visit: (bucket: number, piece: number) => void,
): void {
  const column = (lng: number) => Math.floor((lng - index.west) / index.width);
  const row = (lat: number) => Math.floor((lat - index.south) / index.height);
  for (let p = 0; p < index.piecePoint.length; p++) {
    const a = index.piecePoint[p];
    const columnA = column(graph.pointLng[a]);
    const columnB = column(graph.pointLng[a + 1]);
    const rowA = row(graph.pointLat[a]);
    const rowB = row(graph.pointLat[a + 1]);
    for (let r = Math.min(rowA, rowB); r <= Math.max(rowA, rowB); r++) {
      for (let c = Math.min(columnA, columnB); c <= Math.max(columnA, columnB); c++)
        visit(r * index.columns + c, p);
    }
  }
}
