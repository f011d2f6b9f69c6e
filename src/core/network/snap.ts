import { METERS_PER_DEGREE } from '../analysis/distance.ts';
import { BLOCK, type Task } from '../task.ts';
import { cosineOfDegrees } from '../trigonometry.ts';
import type { BarrierIndex, BarriersAround } from './barrier-index.ts';
import type { WalkingGraph } from './graph.ts';
import { type PieceIndex, pieceIndexOf } from './piece-index.ts';

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
  /** 1 where a place is unlinked although streets are near: every one of them lies behind a barrier. */
  isCutOff: Uint8Array;
}

export interface SnapOptions {
  /** Farthest a street may be, metres; the search widens 50 → 100 → 200 → this. */
  maxMeters: number;
  /** A component smaller than this is passed over while a larger one is in reach: an isolated courtyard path is a trap. */
  minComponentNodes: number;
  /** Rivers, railways, walls that no link crosses: the next street is tried instead. */
  barriers?: BarrierIndex | undefined;
}

export const SNAP_DEFAULTS: SnapOptions = { maxMeters: 400, minComponentNodes: 50 };

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
    isCutOff: new Uint8Array(count),
  };
  yield { phase: 'snap', done: 0, total: count };
  const finder = new FootFinder(graph, options);
  for (let i = 0; i < count; i++) {
    if (i % BLOCK === 0) yield { phase: 'snap', done: i, total: count };
    const foot = finder.find(places.lng[i], places.lat[i]);
    if (foot.edge < 0) {
      links.isCutOff[i] = finder.isCutOff ? 1 : 0;
      continue;
    }
    links.edge[i] = foot.edge;
    links.offsetCm[i] = foot.offsetCm;
    links.snapCm[i] = Math.round(Math.sqrt(foot.square) * 100);
    links.lng[i] = places.lng[i] + foot.x / finder.xScale;
    links.lat[i] = places.lat[i] + foot.y / METERS_PER_DEGREE;
  }
  return links;
}

/** The best foot of a perpendicular so far. One object is used for all places: nothing is allocated in the loop. */
class Foot {
  edge = -1;
  offsetCm = 0;
  /** Squared metres from the place, and metres east and north of it. */
  square = 0;
  x = 0;
  y = 0;

  /** Nothing found yet, and nothing farther wanted. */
  clear(mostMeters: number): void {
    this.edge = -1;
    this.square = mostMeters * mostMeters;
  }

  offer(edge: number, offsetCm: number, square: number, x: number, y: number): void {
    if (square > this.square || (square === this.square && !this.yields(edge, offsetCm))) return;
    this.edge = edge;
    this.offsetCm = offsetCm;
    this.square = square;
    this.x = x;
    this.y = y;
  }

  private yields(edge: number, offsetCm: number): boolean {
    return this.edge < 0 || edge < this.edge || (edge === this.edge && offsetCm < this.offsetCm);
  }
}

/** Feet in a plane touching the globe at the place: over a few hundred metres the difference is far below a centimetre. */
class FootFinder {
  /** Metres a degree of longitude, at the last place. */
  xScale = 0;
  /** Whether a barrier kept the last place from a street. */
  isCutOff = false;
  private readonly index: PieceIndex;
  private readonly isLarge: Uint8Array;
  private readonly radii: number[];
  private readonly large = new Foot();
  private readonly any = new Foot();
  private readonly barriers: BarriersAround | undefined;

  constructor(
    private readonly graph: WalkingGraph,
    options: SnapOptions,
  ) {
    this.barriers = options.barriers?.look();
    this.index = pieceIndexOf(graph);
    this.isLarge = Uint8Array.from(graph.componentSize, (nodes) =>
      nodes >= options.minComponentNodes ? 1 : 0,
    );
    this.radii = [...[50, 100, 200].filter((meters) => meters < options.maxMeters), options.maxMeters];
  }

  /** The nearest foot on a large component, else the nearest on any; `edge` -1 where none is near. */
  find(lng: number, lat: number): Foot {
    this.xScale = METERS_PER_DEGREE * cosineOfDegrees(lat);
    this.isCutOff = false;
    for (const radius of this.radii) {
      this.large.clear(radius);
      this.any.clear(radius);
      this.scan(lng, lat, radius);
      if (this.large.edge >= 0) return this.large;
    }
    return this.any;
  }

  private scan(lng: number, lat: number, radius: number): void {
    const { west, south, width, height, columns, rows, start } = this.index;
    const lngReach = radius / this.xScale;
    const latReach = radius / METERS_PER_DEGREE;
    const columnFrom = Math.max(0, Math.floor((lng - lngReach - west) / width));
    const columnTo = Math.min(columns - 1, Math.floor((lng + lngReach - west) / width));
    const rowFrom = Math.max(0, Math.floor((lat - latReach - south) / height));
    const rowTo = Math.min(rows - 1, Math.floor((lat + latReach - south) / height));
    if (columnFrom > columnTo) return;
    this.barriers?.turnTo(lng, lat, lngReach, latReach, this.xScale);
    for (let row = rowFrom; row <= rowTo; row++) {
      // Buckets of a row are neighbours in memory: one run from the first to the last.
      this.offerPieces(lng, lat, start[row * columns + columnFrom], start[row * columns + columnTo + 1]);
    }
  }

  private offerPieces(lng: number, lat: number, low: number, high: number): void {
    const { pointLng, pointLat, pointCm, edgeFrom, component } = this.graph;
    const { point, edgeOfPoint } = this.index;
    const { large, any, xScale, barriers } = this;
    for (let k = low; k < high; k++) {
      const p = point[k];
      const ax = (pointLng[p] - lng) * xScale;
      const ay = (pointLat[p] - lat) * METERS_PER_DEGREE;
      const bx = (pointLng[p + 1] - lng) * xScale;
      const by = (pointLat[p + 1] - lat) * METERS_PER_DEGREE;
      const dx = bx - ax;
      const dy = by - ay;
      const along = -(ax * dx + ay * dy);
      const length = dx * dx + dy * dy;
      const t = along <= 0 ? 0 : along >= length ? 1 : along / length;
      // A foot at the far end is that end to the last bit, so that the edges that meet there tie.
      const x = t === 1 ? bx : ax + t * dx;
      const y = t === 1 ? by : ay + t * dy;
      const square = x * x + y * y;
      // The nearest on a large component is never nearer than the nearest on any.
      if (square > large.square) continue;
      const edge = edgeOfPoint[p];
      const isLarge = this.isLarge[component[edgeFrom[edge]]] === 1;
      // Only what would be taken is held against the barriers.
      if (!isLarge && square > any.square) continue;
      if (barriers?.isCrossed(x, y)) {
        this.isCutOff = true;
        continue;
      }
      const offsetCm = pointCm[p] + Math.round(t * (pointCm[p + 1] - pointCm[p]));
      any.offer(edge, offsetCm, square, x, y);
      if (isLarge) large.offer(edge, offsetCm, square, x, y);
    }
  }
}
