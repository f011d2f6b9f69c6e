import { cellToLatLng, getHexagonEdgeLengthAvg, latLngToCell, polygonToCells } from 'h3-js';
import type { PolygonSet } from '../dataset/population.ts';
import { BLOCK, type Task } from '../task.ts';
import { keyFromText, keyHigh, keyLow, splitKeys } from './cell-index.ts';
import { grown } from './cell-table.ts';
import { type HexLattice, hexLattice } from './hex-lattice.ts';
import { FACES } from './icosahedron.ts';
import { keyOrder, pick } from './key-order.ts';
import { buildPolygonIndex, type PolygonIndex, polygonContains } from './polygon-index.ts';
import { polygonBounds } from './scanline.ts';

/** Cells and their centres, ascending by index; WGS-84 degrees. */
export interface AreaCells {
  count: number;
  indexLow: Uint32Array;
  indexHigh: Uint32Array;
  lng: Float64Array;
  lat: Float64Array;
}

const METERS_PER_DEGREE = 111195;
/** Larger areas could hold a whole face of the icosahedron, or reach beyond what one plane can show. */
const WIDEST_DEGREES = 25;

/**
 * The cells of a resolution whose centre lies in a polygon (even-odd, edges straight in degrees), as h3's
 * `polygonToCells` defines it; an area wider than 25° is left to that function.
 */
export function* fillArea(shapes: PolygonSet, polygon: number, resolution: number): Task<AreaCells> {
  const [west, south, east, north] = polygonBounds(shapes, polygon);
  const lattice = hexLattice(resolution);
  const found = new FoundCells(lattice, buildPolygonIndex(shapes), polygon);
  const isWide = east - west > WIDEST_DEGREES || north - south > WIDEST_DEGREES;
  if (isWide || !lattice.exact) {
    for (const cell of polygonToCells(ringsOf(shapes, polygon), resolution, true)) {
      const [lat, lng] = cellToLatLng(cell);
      found.addCell(keyFromText(cell), lng, lat);
    }
  } else if (west <= east) {
    const outline = denseOutline(shapes, polygon, 20 * getHexagonEdgeLengthAvg(resolution, 'm'));
    for (const face of facesOf(lattice, outline)) {
      const rows = rowRanges(lattice, face, outline);
      for (let row = 0; row < rows.least.length; row++) {
        if (row % 32 === 0) yield { phase: 'fill-area', done: row, total: rows.least.length };
        found.addRow(face, rows.firstB + row, rows.least[row], rows.most[row]);
      }
    }
  }
  return found.sorted(resolution);
}

class FoundCells {
  private count = 0;
  private key = new Float64Array(BLOCK);
  private lng = new Float64Array(BLOCK);
  private lat = new Float64Array(BLOCK);
  private readonly edgeCells = new Set<number>();

  constructor(
    private readonly lattice: HexLattice,
    private readonly index: PolygonIndex,
    private readonly polygon: number,
  ) {}

  addRow(face: number, b: number, firstA: number, lastA: number): void {
    const { lattice, index, polygon } = this;
    for (let a = firstA; a <= lastA; a++) {
      const margin = lattice.planeToDegrees(face, a, b);
      const { lng, lat } = lattice;
      if (margin > lattice.edgeZone) {
        if (polygonContains(index, polygon, lng, lat))
          this.push(lattice.keyOf(face, a, b, lng, lat), lng, lat);
      } else if (margin > -lattice.edgeZone) {
        // On a seam: whichever cell h3 sees here.
        this.addSeamCell(keyFromText(latLngToCell(lat, lng, lattice.resolution)));
      }
    }
  }

  /** A cell near a seam is met by the rows of two faces; one further in belongs to its own face's rows alone. */
  private addSeamCell(key: number): void {
    if (this.edgeCells.has(key)) return;
    this.edgeCells.add(key);
    const { lattice } = this;
    const [lat, lng] = cellToLatLng([keyLow(key), keyHigh(key, lattice.resolution)]);
    lattice.locate(lng, lat);
    if (lattice.project(lattice.face, lng, lat) <= lattice.edgeZone) this.addCell(key, lng, lat);
  }

  addCell(key: number, lng: number, lat: number): void {
    if (polygonContains(this.index, this.polygon, lng, lat)) this.push(key, lng, lat);
  }

  private push(key: number, lng: number, lat: number): void {
    if (this.count === this.key.length) {
      this.key = grown(this.key, this.count * 2);
      this.lng = grown(this.lng, this.count * 2);
      this.lat = grown(this.lat, this.count * 2);
    }
    this.key[this.count] = key;
    this.lng[this.count] = lng;
    this.lat[this.count] = lat;
    this.count++;
  }

  sorted(resolution: number): AreaCells {
    const order = keyOrder(this.key, this.count, resolution);
    return {
      count: order.length,
      ...splitKeys(pick(this.key, order), resolution),
      lng: pick(this.lng, order),
      lat: pick(this.lat, order),
    };
  }
}

/** The rings as flat lng, lat pairs, two a piece: from here to there, no longer than `pieceMeters`. */
function denseOutline(shapes: PolygonSet, polygon: number, pieceMeters: number): number[] {
  const { polygonStart, ringStart, lng, lat } = shapes;
  const outline: number[] = [];
  for (let ring = polygonStart[polygon]; ring < polygonStart[polygon + 1]; ring++) {
    let before = ringStart[ring + 1] - 1;
    for (let vertex = ringStart[ring]; vertex < ringStart[ring + 1]; vertex++) {
      const east = lng[vertex] - lng[before];
      const north = lat[vertex] - lat[before];
      const pieces = Math.max(1, Math.ceil((Math.hypot(east, north) * METERS_PER_DEGREE) / pieceMeters));
      for (let piece = 0; piece < pieces; piece++) {
        const from = piece / pieces;
        const to = (piece + 1) / pieces;
        outline.push(lng[before] + east * from, lat[before] + north * from);
        outline.push(lng[before] + east * to, lat[before] + north * to);
      }
      before = vertex;
    }
  }
  return outline;
}

function facesOf(lattice: HexLattice, outline: number[]): number[] {
  const isTouched = new Uint8Array(FACES);
  for (let i = 0; i < outline.length; i += 2) {
    for (let face = 0; face < FACES; face++) {
      if (lattice.project(face, outline[i], outline[i + 1]) > -lattice.edgeZone) isTouched[face] = 1;
    }
  }
  return [...isTouched.keys()].filter((face) => isTouched[face] === 1);
}

interface RowRanges {
  /** The lattice coordinate b of the first row, and the least and most a worth looking at in each. */
  firstB: number;
  least: Float64Array;
  most: Float64Array;
}

/** What rows of the lattice the outline spans, with a cell to spare on every side. */
function rowRanges(lattice: HexLattice, face: number, outline: number[]): RowRanges {
  const planeA = new Float64Array(outline.length / 2);
  const planeB = new Float64Array(outline.length / 2);
  let south = Number.POSITIVE_INFINITY;
  let north = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < planeA.length; i++) {
    lattice.project(face, outline[2 * i], outline[2 * i + 1]);
    planeA[i] = lattice.planeA;
    planeB[i] = lattice.planeB;
    south = Math.min(south, lattice.planeB);
    north = Math.max(north, lattice.planeB);
  }
  const firstB = Math.floor(south) - 1;
  const rows = Math.ceil(north) + 2 - firstB;
  const least = new Float64Array(rows).fill(Number.POSITIVE_INFINITY);
  const most = new Float64Array(rows).fill(Number.NEGATIVE_INFINITY);
  for (let i = 0; i < planeA.length; i += 2) {
    const low = planeB[i] <= planeB[i + 1] ? i : i + 1;
    const high = low === i ? i + 1 : i;
    const height = planeB[high] - planeB[low];
    const aAt = (b: number) => {
      const share =
        height > 0 ? Math.min(1, Math.max(0, (b - planeB[low]) / height)) : b > planeB[low] ? 1 : 0;
      return planeA[low] + share * (planeA[high] - planeA[low]);
    };
    const last = Math.ceil(planeB[high]) + 1;
    for (let b = Math.floor(planeB[low]) - 1; b <= last; b++) {
      const one = aAt(b - 1);
      const other = aAt(b + 1);
      const row = b - firstB;
      least[row] = Math.min(least[row], Math.floor(Math.min(one, other)) - 1);
      most[row] = Math.max(most[row], Math.ceil(Math.max(one, other)) + 1);
    }
  }
  return { firstB, least, most };
}

function ringsOf(shapes: PolygonSet, polygon: number): number[][][] {
  const { polygonStart, ringStart, lng, lat } = shapes;
  const rings: number[][][] = [];
  for (let ring = polygonStart[polygon]; ring < polygonStart[polygon + 1]; ring++) {
    const points: number[][] = [];
    for (let v = ringStart[ring]; v < ringStart[ring + 1]; v++) points.push([lng[v], lat[v]]);
    rings.push(points);
  }
  return rings;
}
