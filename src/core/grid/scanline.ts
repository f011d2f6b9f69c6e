import type { PolygonSet } from '../dataset/population.ts';

/** Where one polygon of a set meets a stack of horizontal lines: x by x, row by row, ascending within a row. */
export interface Crossings {
  /** Row r owns `x[start[r]] .. x[start[r + 1]]`; always an even number: in, out, in, out. */
  start: Uint32Array;
  x: Float64Array;
}

/**
 * Crossings of polygon `polygon` with the lines lat = south + (row + ½) · step. Even-odd; an edge owns its lower end
 * and not its upper one, so that a line through a vertex is counted once.
 */
export function crossings(
  shapes: PolygonSet,
  polygon: number,
  south: number,
  step: number,
  rows: number,
): Crossings {
  const start = new Uint32Array(rows + 1);
  const rowAtOrAbove = (lat: number) => Math.min(rows, Math.max(0, Math.ceil((lat - south) / step - 0.5)));
  forEachEdge(shapes, polygon, (_x0, y0, _x1, y1) => {
    const last = rowAtOrAbove(y1);
    for (let row = rowAtOrAbove(y0); row < last; row++) start[row + 1]++;
  });
  for (let row = 0; row < rows; row++) start[row + 1] += start[row];
  const x = new Float64Array(start[rows]);
  const next = start.slice();
  forEachEdge(shapes, polygon, (x0, y0, x1, y1) => {
    const last = rowAtOrAbove(y1);
    const slope = (x1 - x0) / (y1 - y0);
    for (let row = rowAtOrAbove(y0); row < last; row++) {
      x[next[row]++] = x0 + (south + (row + 0.5) * step - y0) * slope;
    }
  });
  for (let row = 0; row < rows; row++) {
    if (start[row + 1] - start[row] > 1) x.subarray(start[row], start[row + 1]).sort();
  }
  return { start, x };
}

/** Edges of a polygon, the lower end first whatever way the ring runs; horizontal ones are left out. */
export function forEachEdge(
  shapes: PolygonSet,
  polygon: number,
  visit: (x0: number, y0: number, x1: number, y1: number) => void,
): void {
  const { polygonStart, ringStart, lng, lat } = shapes;
  for (let ring = polygonStart[polygon]; ring < polygonStart[polygon + 1]; ring++) {
    let before = ringStart[ring + 1] - 1;
    for (let vertex = ringStart[ring]; vertex < ringStart[ring + 1]; vertex++) {
      if (lat[before] < lat[vertex]) visit(lng[before], lat[before], lng[vertex], lat[vertex]);
      else if (lat[vertex] < lat[before]) visit(lng[vertex], lat[vertex], lng[before], lat[before]);
      before = vertex;
    }
  }
}

/** Range of vertices of a polygon: they lie together. */
export function vertexRange(shapes: PolygonSet, polygon: number): [from: number, to: number] {
  const { polygonStart, ringStart } = shapes;
  return [ringStart[polygonStart[polygon]], ringStart[polygonStart[polygon + 1]]];
}

export type Bounds = [west: number, south: number, east: number, north: number];

/** West above east when the polygon has no vertices. */
export function polygonBounds(shapes: PolygonSet, polygon: number): Bounds {
  const bounds: Bounds = [Infinity, Infinity, -Infinity, -Infinity];
  const [from, to] = vertexRange(shapes, polygon);
  for (let vertex = from; vertex < to; vertex++) {
    bounds[0] = Math.min(bounds[0], shapes.lng[vertex]);
    bounds[1] = Math.min(bounds[1], shapes.lat[vertex]);
    bounds[2] = Math.max(bounds[2], shapes.lng[vertex]);
    bounds[3] = Math.max(bounds[3], shapes.lat[vertex]);
  }
  return bounds;
}

/** Mean of the vertices, the closing ones left out: what Turf calls the centroid. NaN without vertices. */
export function vertexMean(shapes: PolygonSet, polygon: number): [lng: number, lat: number] {
  const [from, to] = vertexRange(shapes, polygon);
  let lng = 0;
  let lat = 0;
  for (let vertex = from; vertex < to; vertex++) {
    lng += shapes.lng[vertex];
    lat += shapes.lat[vertex];
  }
  return [lng / (to - from), lat / (to - from)];
}
