import type { PolygonSet } from '../dataset/population.ts';

/** A ring or line part as read: x, y, x, y … in the order of the file. */
export type FlatPositions = readonly number[];

/** Collects shapes of unknown number into the flat arrays of a PolygonSet. */
export class ShapesBuilder {
  private readonly polygonStart: number[] = [0];
  private readonly ringStart: number[] = [0];
  private readonly lng: number[] = [];
  private readonly lat: number[] = [];

  /** One shape of several rings; positions are taken as they are, the closing vertex already left out. */
  add(rings: readonly FlatPositions[]): void {
    for (const ring of rings) {
      for (let i = 0; i < ring.length; i += 2) {
        this.lng.push(ring[i]);
        this.lat.push(ring[i + 1]);
      }
      this.ringStart.push(this.lng.length);
    }
    this.polygonStart.push(this.ringStart.length - 1);
  }

  finish(): PolygonSet {
    return {
      count: this.polygonStart.length - 1,
      polygonStart: Uint32Array.from(this.polygonStart),
      ringStart: Uint32Array.from(this.ringStart),
      lng: Float64Array.from(this.lng),
      lat: Float64Array.from(this.lat),
    };
  }
}

/** The rings of one shape of a set, for regrouping. */
export function ringsOf(shapes: PolygonSet, polygon: number): number[][] {
  const rings: number[][] = [];
  for (let r = shapes.polygonStart[polygon]; r < shapes.polygonStart[polygon + 1]; r++) {
    const ring: number[] = [];
    for (let v = shapes.ringStart[r]; v < shapes.ringStart[r + 1]; v++)
      ring.push(shapes.lng[v], shapes.lat[v]);
    rings.push(ring);
  }
  return rings;
}

/** The ring without its closing vertex, when it has one. */
export function openRing(ring: FlatPositions): FlatPositions {
  const end = ring.length - 2;
  return ring.length > 2 && ring[0] === ring[end] && ring[1] === ring[end + 1] ? ring.slice(0, end) : ring;
}

export function distinctVertices(ring: FlatPositions): number {
  const seen = new Set<string>();
  for (let i = 0; i < ring.length && seen.size < 3; i += 2) seen.add(`${ring[i]} ${ring[i + 1]}`);
  return seen.size;
}

/** Mean of all vertices, holes included, as Turf's centroid has it. */
export function meanOfVertices(rings: readonly FlatPositions[]): [lng: number, lat: number] {
  let lng = 0;
  let lat = 0;
  let count = 0;
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      lng += ring[i];
      lat += ring[i + 1];
      count++;
    }
  }
  return [lng / count, lat / count];
}
