import type { DistrictAssignment, Districts } from '../dataset/districts.ts';
import type { PolygonSet } from '../dataset/population.ts';
import { BLOCK, type Task } from '../task.ts';
import { forEachEdge, polygonBounds } from './scanline.ts';

/**
 * Point in polygon for many points and many polygons. A coarse grid says which polygons may own a place; each
 * polygon keeps its edges in bins of latitude, so a question meets only the edges that cross the point's own strip.
 *
 * Even-odd, counting edges strictly to the east; an edge owns its lower end, not its upper one, and is always
 * computed from its lower end. So a point on a border that two polygons share, vertex for vertex, lies in exactly one.
 */
export interface PolygonIndex {
  shapes: PolygonSet;
  /** Four a polygon: west, south, east, north. */
  bounds: Float64Array;
  /** Polygon p owns bins `binStart[p] .. binStart[p + 1]`, equal strips from its south to its north. */
  binStart: Uint32Array;
  /** Bin b owns entries `edgeStart[b] .. edgeStart[b + 1]` of `edges`, five numbers each: x0, y0, y1, slope, max x. */
  edgeStart: Uint32Array;
  edges: Float64Array;
  grid: CandidateGrid;
}

interface CandidateGrid {
  west: number;
  south: number;
  cellsPerLng: number;
  cellsPerLat: number;
  side: number;
  /** Grid cell g may lie in polygons `candidates[start[g]] .. candidates[start[g + 1]]`, ascending. */
  start: Uint32Array;
  candidates: Uint32Array;
}

const EDGE = 5;

export function buildPolygonIndex(shapes: PolygonSet): PolygonIndex {
  const bounds = new Float64Array(shapes.count * 4);
  const binStart = new Uint32Array(shapes.count + 1);
  for (let polygon = 0; polygon < shapes.count; polygon++) {
    bounds.set(polygonBounds(shapes, polygon), polygon * 4);
    let edgeCount = 0;
    forEachEdge(shapes, polygon, () => edgeCount++);
    binStart[polygon + 1] = binStart[polygon] + Math.max(1, Math.ceil(edgeCount / 2));
  }
  const index: PolygonIndex = {
    shapes,
    bounds,
    binStart,
    edgeStart: new Uint32Array(binStart[shapes.count] + 1),
    edges: new Float64Array(0),
    grid: candidateGrid(bounds, shapes.count),
  };
  const { edgeStart } = index;
  forEachBinned(index, (bin) => edgeStart[bin + 1]++);
  for (let bin = 0; bin < edgeStart.length - 1; bin++) edgeStart[bin + 1] += edgeStart[bin];
  const edges = new Float64Array(edgeStart[edgeStart.length - 1] * EDGE);
  const next = edgeStart.slice();
  forEachBinned(index, (bin, x0, y0, x1, y1) => {
    edges.set([x0, y0, y1, (x1 - x0) / (y1 - y0), Math.max(x0, x1)], next[bin]++ * EDGE);
  });
  index.edges = edges;
  return index;
}

function forEachBinned(
  index: PolygonIndex,
  visit: (bin: number, x0: number, y0: number, x1: number, y1: number) => void,
): void {
  for (let polygon = 0; polygon < index.shapes.count; polygon++) {
    forEachEdge(index.shapes, polygon, (x0, y0, x1, y1) => {
      const last = binOf(index, polygon, y1);
      for (let bin = binOf(index, polygon, y0); bin <= last; bin++) visit(bin, x0, y0, x1, y1);
    });
  }
}

function binOf({ bounds, binStart }: PolygonIndex, polygon: number, lat: number): number {
  const south = bounds[polygon * 4 + 1];
  const height = bounds[polygon * 4 + 3] - south;
  const bins = binStart[polygon + 1] - binStart[polygon];
  // Monotonous in lat, so an edge's bins cover every latitude between its ends.
  const bin = height > 0 ? Math.floor(((lat - south) / height) * bins) : 0;
  return binStart[polygon] + Math.min(bins - 1, Math.max(0, bin));
}

/** Whether a position, WGS-84 degrees, lies in a polygon. False for NaN. */
export function polygonContains(index: PolygonIndex, polygon: number, lng: number, lat: number): boolean {
  const { bounds, edgeStart, edges } = index;
  const p = polygon * 4;
  if (!(lng >= bounds[p] && lat >= bounds[p + 1] && lng <= bounds[p + 2] && lat <= bounds[p + 3]))
    return false;
  const bin = binOf(index, polygon, lat);
  let isInside = false;
  for (let e = edgeStart[bin] * EDGE; e < edgeStart[bin + 1] * EDGE; e += EDGE) {
    if (lat < edges[e + 1] || lat >= edges[e + 2] || lng >= edges[e + 4]) continue;
    if (lng < edges[e] + (lat - edges[e + 1]) * edges[e + 3]) isInside = !isInside;
  }
  return isInside;
}

/** Visits the polygons that may contain a position, ascending, until `visit` returns true. */
export function findPolygon(
  { grid, bounds }: PolygonIndex,
  lng: number,
  lat: number,
  visit: (polygon: number) => boolean,
): void {
  const column = Math.floor((lng - grid.west) * grid.cellsPerLng);
  const row = Math.floor((lat - grid.south) * grid.cellsPerLat);
  if (!(column >= 0 && row >= 0 && column <= grid.side && row <= grid.side)) return;
  const cell = Math.min(row, grid.side - 1) * grid.side + Math.min(column, grid.side - 1);
  for (let i = grid.start[cell]; i < grid.start[cell + 1]; i++) {
    const p = grid.candidates[i] * 4;
    if (lng < bounds[p] || lat < bounds[p + 1] || lng > bounds[p + 2] || lat > bounds[p + 3]) continue;
    if (visit(grid.candidates[i])) return;
  }
}

function candidateGrid(bounds: Float64Array, count: number): CandidateGrid {
  const all = [Infinity, Infinity, -Infinity, -Infinity];
  for (let p = 0; p < count * 4; p += 4) {
    for (let i = 0; i < 2; i++) {
      all[i] = Math.min(all[i], bounds[p + i]);
      all[i + 2] = Math.max(all[i + 2], bounds[p + i + 2]);
    }
  }
  const side = Math.min(512, Math.max(1, Math.ceil(4 * Math.sqrt(count))));
  const perDegree = (span: number) => (span > 0 && Number.isFinite(span) ? side / span : 1);
  const grid: CandidateGrid = {
    west: all[0],
    south: all[1],
    cellsPerLng: perDegree(all[2] - all[0]),
    cellsPerLat: perDegree(all[3] - all[1]),
    side,
    start: new Uint32Array(side * side + 1),
    candidates: new Uint32Array(0),
  };
  forEachCovered(grid, bounds, count, (cell) => grid.start[cell + 1]++);
  for (let cell = 0; cell < side * side; cell++) grid.start[cell + 1] += grid.start[cell];
  grid.candidates = new Uint32Array(grid.start[side * side]);
  const next = grid.start.slice();
  forEachCovered(grid, bounds, count, (cell, polygon) => {
    grid.candidates[next[cell]++] = polygon;
  });
  return grid;
}

function forEachCovered(
  grid: CandidateGrid,
  bounds: Float64Array,
  count: number,
  visit: (cell: number, polygon: number) => void,
): void {
  const clamp = (value: number) => Math.min(grid.side - 1, Math.max(0, Math.floor(value)));
  for (let polygon = 0; polygon < count; polygon++) {
    const [west, south, east, north] = bounds.subarray(polygon * 4, polygon * 4 + 4);
    if (!(west <= east)) continue;
    const lastColumn = clamp((east - grid.west) * grid.cellsPerLng);
    const lastRow = clamp((north - grid.south) * grid.cellsPerLat);
    for (let row = clamp((south - grid.south) * grid.cellsPerLat); row <= lastRow; row++) {
      for (let column = clamp((west - grid.west) * grid.cellsPerLng); column <= lastColumn; column++) {
        visit(row * grid.side + column, polygon);
      }
    }
  }
}

/**
 * The district of every place at every level, -1 where there is none. Where districts of a level overlap, the lower
 * row owns the place. For demand give `peopleLng, peopleLat`; for facilities their own positions.
 */
export function* assignDistricts(
  places: { lng: Float64Array; lat: Float64Array },
  districts: Districts,
): Task<DistrictAssignment> {
  const index = buildPolygonIndex(districts.shapes);
  const count = places.lng.length;
  const levels = districts.levels.length;
  const assignment = districts.levels.map(() => new Int32Array(count).fill(-1));
  for (let place = 0; place < count; place++) {
    if (place % BLOCK === 0) yield { phase: 'assign-districts', done: place, total: count };
    const lng = places.lng[place];
    const lat = places.lat[place];
    let open = levels;
    findPolygon(index, lng, lat, (row) => {
      const level = assignment[districts.level[row]];
      if (level[place] === -1 && polygonContains(index, row, lng, lat)) {
        level[place] = row;
        open--;
      }
      return open === 0;
    });
  }
  return assignment;
}
