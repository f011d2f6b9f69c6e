import { cellsToMultiPolygon, cellToBoundary, gridDisk, latLngToCell } from 'h3-js';
import { catchmentSearch } from './bounded-search.ts';
import { BACKWARD, FORWARD, type WalkingGraph } from './graph.ts';
import { facilitySeeds } from './reach.ts';
import type { Links } from './snap.ts';

/**
 * Hexagons of about 20 m across: finer than the gap between parallel streets. Their outline is drawn, never computed with:
 * a cell is judged by its own metres.
 */
const SHAPE_RESOLUTION = 12;
/** Every place on a reached street is within this of a sample, so that a street leaves no gap. */
const SAMPLE_CM = 900;

/**
 * The walking area of a facility, for show (示意): the streets reached within the limit with a seam of one small hexagon on
 * both sides. It holds every node within the limit, and no node that lies more than its own edges beyond it: hexagons
 * that would hold such a node, and no reached one, are taken out. [lng, lat] rings, outer first, closed.
 */
export function catchmentShape(
  graph: WalkingGraph,
  facilities: Links,
  facility: number,
  limitMeters: number,
): [number, number][][][] {
  if (facilities.edge[facility] < 0) return [];
  const limitCm = Math.floor(limitMeters * 100);
  const search = catchmentSearch(graph, limitCm);
  try {
    search.run(facilitySeeds(graph, facilities, Int32Array.of(facility)), limitCm);
    const { distanceCm } = search;
    const reached = Array.from(search.touched.subarray(0, search.reached));
    const streets = new Set<string>();
    const beyond = new Set<number>();
    walkOwnEdge(graph, facilities, facility, limitCm, streets);
    for (const node of reached) {
      for (let arc = graph.first[node]; arc < graph.first[node + 1]; arc++) {
        const rest = limitCm - distanceCm[node];
        sampleEdge(graph, graph.arcEdge[arc], node, rest, streets);
        if (distanceCm[graph.target[arc]] > limitCm) beyond.add(graph.target[arc]);
      }
    }
    const kept = new Set(reached.map((node) => cellAt(graph.lng[node], graph.lat[node])));
    const area = new Set([...streets].flatMap((cell) => gridDisk(cell, 1)));
    for (const cell of kept) area.add(cell);
    removeForeign(graph, area, kept, (node) => distanceCm[node] <= limitCm || beyond.has(node));
    return cellsToMultiPolygon([...area], true) as [number, number][][][];
  } finally {
    search.release();
  }
}

function cellAt(lng: number, lat: number): string {
  return latLngToCell(lat, lng, SHAPE_RESOLUTION);
}

/** The stretch of the facility's own edge that is within the limit, off street metres counted. */
function walkOwnEdge(
  graph: WalkingGraph,
  facilities: Links,
  facility: number,
  limitCm: number,
  streets: Set<string>,
): void {
  const edge = facilities.edge[facility];
  const rest = limitCm - facilities.snapCm[facility];
  if (rest < 0) return;
  const at = facilities.offsetCm[facility];
  const forward = (graph.edgeDirections[edge] & FORWARD) > 0 ? Math.max(0, at - rest) : at;
  const backward = (graph.edgeDirections[edge] & BACKWARD) > 0 ? Math.min(graph.edgeCm[edge], at + rest) : at;
  sampleStretch(graph, edge, forward, backward, streets);
}

/** The stretch of an edge that can be walked to `node` with the centimetres that are left. */
function sampleEdge(
  graph: WalkingGraph,
  edge: number,
  node: number,
  restCm: number,
  streets: Set<string>,
): void {
  const length = graph.edgeCm[edge];
  const stretch = Math.min(restCm, length);
  if (graph.edgeTo[edge] === node && (graph.edgeDirections[edge] & FORWARD) > 0) {
    sampleStretch(graph, edge, length - stretch, length, streets);
  }
  if (graph.edgeFrom[edge] === node && (graph.edgeDirections[edge] & BACKWARD) > 0) {
    sampleStretch(graph, edge, 0, stretch, streets);
  }
}

function sampleStretch(
  graph: WalkingGraph,
  edge: number,
  fromCm: number,
  toCm: number,
  streets: Set<string>,
): void {
  let point = graph.pointStart[edge];
  const last = graph.pointStart[edge + 1] - 1;
  const samples = Math.max(1, Math.ceil((toCm - fromCm) / SAMPLE_CM));
  for (let s = 0; s <= samples; s++) {
    const cm = fromCm + ((toCm - fromCm) * s) / samples;
    while (point < last - 1 && graph.pointCm[point + 1] < cm) point++;
    const span = graph.pointCm[point + 1] - graph.pointCm[point];
    const t = span > 0 ? (cm - graph.pointCm[point]) / span : 0;
    const lng = graph.pointLng[point] + t * (graph.pointLng[point + 1] - graph.pointLng[point]);
    const lat = graph.pointLat[point] + t * (graph.pointLat[point + 1] - graph.pointLat[point]);
    streets.add(cellAt(lng, lat));
  }
}

/** Takes out hexagons that hold a node which is not reached nor next to one, and no node that is reached. */
function removeForeign(
  graph: WalkingGraph,
  area: Set<string>,
  kept: Set<string>,
  belongs: (node: number) => boolean,
): void {
  const positions = boundsOf(area);
  for (let node = 0; node < graph.nodeCount; node++) {
    if (belongs(node) || !positions(graph.lng[node], graph.lat[node])) continue;
    const cell = cellAt(graph.lng[node], graph.lat[node]);
    if (!kept.has(cell)) area.delete(cell);
  }
}

/** A quick test of what can lie in the area at all: its box. */
function boundsOf(area: Set<string>): (lng: number, lat: number) => boolean {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const cell of area) {
    for (const [lng, lat] of cellToBoundary(cell, true)) {
      west = Math.min(west, lng);
      east = Math.max(east, lng);
      south = Math.min(south, lat);
      north = Math.max(north, lat);
    }
  }
  return (lng, lat) => lng >= west && lng <= east && lat >= south && lat <= north;
}
