import { METERS_PER_DEGREE } from '../analysis/distance.ts';
import { cosineOfDegrees } from '../trigonometry.ts';
import type { WalkingGraph } from './graph.ts';
import { runningSum } from './order.ts';

/** Side of the buckets, metres, unless the streets lie so far apart that most buckets would be empty. */
const BUCKET_METERS = 100;
const MOST_BUCKETS_PER_PIECE = 8;

/**
 * Pieces of street (from one shape point to the next) by bucket. A piece is named by its first point: bucket b of `row × columns
 * + column` holds `point[start[b]] .. point[start[b + 1] - 1]`.
 */
export interface PieceIndex extends Lattice {
  start: Uint32Array;
  point: Uint32Array;
  /** By shape point of the graph. */
  edgeOfPoint: Uint32Array;
}

interface Lattice {
  west: number;
  south: number;
  /** Degrees. */
  width: number;
  height: number;
  columns: number;
  rows: number;
}

const indexes = new WeakMap<Float64Array, PieceIndex>();

/** Made once a graph: facilities, cells and the ends of routes are all linked by it. */
export function pieceIndexOf(graph: WalkingGraph): PieceIndex {
  let index = indexes.get(graph.pointLng);
  if (!index) {
    index = indexPieces(graph);
    indexes.set(graph.pointLng, index);
  }
  return index;
}

function indexPieces(graph: WalkingGraph): PieceIndex {
  const edgeOfPoint = new Uint32Array(graph.pointLng.length);
  for (let e = 0; e < graph.edgeCm.length; e++) {
    for (let p = graph.pointStart[e]; p < graph.pointStart[e + 1]; p++) edgeOfPoint[p] = e;
  }
  const lattice = latticeOver(graph);
  const counts = new Uint32Array(lattice.columns * lattice.rows + 1);
  forEachBucket(graph, edgeOfPoint, lattice, counts);
  const start = runningSum(counts);
  const point = new Uint32Array(start[start.length - 1]);
  forEachBucket(graph, edgeOfPoint, lattice, start.slice(), point);
  return { ...lattice, start, point, edgeOfPoint };
}

function latticeOver(graph: WalkingGraph): Lattice {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let p = 0; p < graph.pointLng.length; p++) {
    const lng = graph.pointLng[p];
    const lat = graph.pointLat[p];
    if (lng < west) west = lng;
    if (lng > east) east = lng;
    if (lat < south) south = lat;
    if (lat > north) north = lat;
  }
  const middle = Math.max(0.01, cosineOfDegrees((south + north) / 2));
  const most = graph.pointLng.length * MOST_BUCKETS_PER_PIECE + 1024;
  for (let meters = BUCKET_METERS; ; meters *= 2) {
    const height = meters / METERS_PER_DEGREE;
    const width = height / middle;
    const columns = Math.floor((east - west) / width) + 1;
    const rows = Math.floor((north - south) / height) + 1;
    if (columns * rows <= most) return { west, south, width, height, columns, rows };
  }
}

/**
 * Every bucket that a piece's box touches: pieces are short, and the box is a good stand-in for the line. Counts them into
 * `slot[b + 1]`, or, with `point`, puts each piece where `slot[b]` says and moves that on.
 */
function forEachBucket(
  graph: WalkingGraph,
  edgeOfPoint: Uint32Array,
  lattice: Lattice,
  slot: Uint32Array,
  point?: Uint32Array,
): void {
  const { pointLng, pointLat } = graph;
  const { west, south, width, height, columns } = lattice;
  for (let p = 0; p + 1 < pointLng.length; p++) {
    if (edgeOfPoint[p] !== edgeOfPoint[p + 1]) continue;
    // Never negative, so that dropping the fraction is the floor.
    const columnA = Math.trunc((pointLng[p] - west) / width);
    const columnB = Math.trunc((pointLng[p + 1] - west) / width);
    const rowA = Math.trunc((pointLat[p] - south) / height);
    const rowB = Math.trunc((pointLat[p + 1] - south) / height);
    const lastRow = Math.max(rowA, rowB);
    const lastColumn = Math.max(columnA, columnB);
    for (let r = Math.min(rowA, rowB); r <= lastRow; r++) {
      for (let c = Math.min(columnA, columnB); c <= lastColumn; c++) {
        const bucket = r * columns + c;
        if (point) point[slot[bucket]++] = p;
        else slot[bucket + 1]++;
      }
    }
  }
}
