import { METERS_PER_DEGREE } from '../analysis/distance.ts';
import type { PolygonSet } from '../dataset/population.ts';
import type { Streets } from '../formats/streets.ts';
import { cosineOfDegrees } from '../trigonometry.ts';

/**
 * Straight pieces (of streets, of borders) in square buckets, to ask how far the nearest one is. The plane is local:
 * metres east and north with the longitudes shortened by the cosine of the middle latitude, off by less than 1 % over a
 * city. Built once, asked for thousands of places.
 */
export interface SegmentIndex {
  count: number;
  /** Four a piece: x and y of its ends, metres from `west`, `south`. */
  ends: Float64Array;
  west: number;
  south: number;
  /** Metres a degree of longitude. */
  xScale: number;
  side: number;
  columns: number;
  rows: number;
  /** Bucket b holds the pieces `item[start[b] .. start[b + 1]]`. */
  start: Uint32Array;
  item: Uint32Array;
}

const BUCKET_METERS = 150;
const MOST_BUCKETS = 1 << 20;

/** `pieces`: four numbers a piece, lng and lat of its ends in WGS-84 degrees. */
export function indexSegments(pieces: Float64Array): SegmentIndex {
  const count = pieces.length / 4;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < pieces.length; i += 2) {
    west = Math.min(west, pieces[i]);
    east = Math.max(east, pieces[i]);
    south = Math.min(south, pieces[i + 1]);
    north = Math.max(north, pieces[i + 1]);
  }
  if (count === 0) [west, south, east, north] = [0, 0, 0, 0];
  const xScale = METERS_PER_DEGREE * Math.max(0.01, cosineOfDegrees((south + north) / 2));
  const [width, height] = [(east - west) * xScale, (north - south) * METERS_PER_DEGREE];
  const side = Math.max(BUCKET_METERS, Math.sqrt((width * height) / MOST_BUCKETS));
  const ends = new Float64Array(pieces.length);
  for (let i = 0; i < pieces.length; i += 2) {
    ends[i] = (pieces[i] - west) * xScale;
    ends[i + 1] = (pieces[i + 1] - south) * METERS_PER_DEGREE;
  }
  const columns = Math.floor(width / side) + 1;
  const rows = Math.floor(height / side) + 1;
  const index: SegmentIndex = {
    ...{ count, ends, west, south, xScale, side, columns, rows },
    start: new Uint32Array(columns * rows + 1),
    item: new Uint32Array(0),
  };
  forEachBucket(index, (bucket) => index.start[bucket + 1]++);
  for (let b = 1; b < index.start.length; b++) index.start[b] += index.start[b - 1];
  index.item = new Uint32Array(index.start[index.start.length - 1]);
  const next = index.start.slice();
  forEachBucket(index, (bucket, piece) => {
    index.item[next[bucket]++] = piece;
  });
  return index;
}

function forEachBucket(index: SegmentIndex, visit: (bucket: number, piece: number) => void): void {
  const { ends, side, columns, count } = index;
  for (let piece = 0; piece < count; piece++) {
    const [x0, y0, x1, y1] = ends.subarray(piece * 4, piece * 4 + 4);
    const last = { column: Math.floor(Math.max(x0, x1) / side), row: Math.floor(Math.max(y0, y1) / side) };
    for (let row = Math.floor(Math.min(y0, y1) / side); row <= last.row; row++) {
      for (let column = Math.floor(Math.min(x0, x1) / side); column <= last.column; column++) {
        visit(row * columns + column, piece);
      }
    }
  }
}

/** Metres from a place to the nearest piece; Infinity when none is within `mostMeters`. */
export function nearestSegmentMeters(
  index: SegmentIndex,
  lng: number,
  lat: number,
  mostMeters: number,
): number {
  const x = (lng - index.west) * index.xScale;
  const y = (lat - index.south) * METERS_PER_DEGREE;
  const { side, columns, rows } = index;
  const [column, row] = [Math.floor(x / side), Math.floor(y / side)];
  let best = mostMeters * mostMeters;
  let found = false;
  for (let ring = 0; (ring - 1) * side <= Math.sqrt(best); ring++) {
    for (let r = Math.max(0, row - ring); r <= Math.min(rows - 1, row + ring); r++) {
      const isEdge = r === row - ring || r === row + ring;
      const step = isEdge ? 1 : Math.max(1, 2 * ring);
      for (let c = column - ring; c <= column + ring; c += step) {
        if (c < 0 || c >= columns) continue;
        const bucket = r * columns + c;
        for (let slot = index.start[bucket]; slot < index.start[bucket + 1]; slot++) {
          const square = squareToPiece(index.ends, index.item[slot], x, y);
          if (square > best) continue;
          best = square;
          found = true;
        }
      }
    }
  }
  return found ? Math.sqrt(best) : Infinity;
}

function squareToPiece(ends: Float64Array, piece: number, x: number, y: number): number {
  const at = piece * 4;
  const [dx, dy] = [ends[at + 2] - ends[at], ends[at + 3] - ends[at + 1]];
  const [px, py] = [x - ends[at], y - ends[at + 1]];
  const length = dx * dx + dy * dy;
  const along = length > 0 ? Math.min(1, Math.max(0, (px * dx + py * dy) / length)) : 0;
  const [ex, ey] = [px - along * dx, py - along * dy];
  return ex * ex + ey * ey;
}

/** Every piece of every way, or of the ways that `wanted` lets through. */
export function streetPieces(streets: Streets, wanted: (way: number) => boolean = () => true): Float64Array {
  const pieces: number[] = [];
  for (let way = 0; way < streets.wayTags.length; way++) {
    if (!wanted(way)) continue;
    for (let i = streets.wayStart[way]; i + 1 < streets.wayStart[way + 1]; i++) {
      const [a, b] = [streets.ref[i], streets.ref[i + 1]];
      pieces.push(streets.lng[a], streets.lat[a], streets.lng[b], streets.lat[b]);
    }
  }
  return Float64Array.from(pieces);
}

/** The borders of every polygon, or of some. */
export function borderPieces(shapes: PolygonSet, polygons: Iterable<number>): Float64Array {
  const pieces: number[] = [];
  for (const polygon of polygons) {
    for (let ring = shapes.polygonStart[polygon]; ring < shapes.polygonStart[polygon + 1]; ring++) {
      const [from, to] = [shapes.ringStart[ring], shapes.ringStart[ring + 1]];
      for (let i = from, j = to - 1; i < to; j = i++) {
        pieces.push(shapes.lng[j], shapes.lat[j], shapes.lng[i], shapes.lat[i]);
      }
    }
  }
  return Float64Array.from(pieces);
}
