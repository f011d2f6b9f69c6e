import type { ExportGeometry } from './export-table.ts';

const POINT = 1;
const POLYGON = 3;
const MULTI_POLYGON = 6;
const LITTLE_ENDIAN = 1;

/** A geometry as well-known binary (OGC 06-103r4, 8.2), little-endian, two dimensions. */
export function wkbOf(shape: ExportGeometry): Uint8Array {
  const writer = new WkbWriter(sizeOf(shape));
  writer.geometry(shape);
  return writer.bytes;
}

function sizeOf(shape: ExportGeometry): number {
  const ofPolygon = (rings: number[][][]) => rings.reduce((sum, ring) => sum + 4 + ring.length * 16, 9);
  if (shape.type === 'Point') return 21;
  if (shape.type === 'Polygon') return ofPolygon(shape.coordinates);
  return shape.coordinates.reduce((sum, rings) => sum + ofPolygon(rings), 9);
}

class WkbWriter {
  readonly bytes: Uint8Array;
  private readonly view: DataView;
  private at = 0;

  constructor(size: number) {
    this.bytes = new Uint8Array(size);
    this.view = new DataView(this.bytes.buffer);
  }

  geometry(shape: ExportGeometry): void {
    if (shape.type === 'Point') {
      this.head(POINT);
      this.corner(shape.coordinates);
    } else if (shape.type === 'Polygon') {
      this.polygon(shape.coordinates);
    } else {
      this.head(MULTI_POLYGON);
      this.count(shape.coordinates.length);
      for (const rings of shape.coordinates) this.polygon(rings);
    }
  }

  private polygon(rings: number[][][]): void {
    this.head(POLYGON);
    this.count(rings.length);
    for (const ring of rings) {
      this.count(ring.length);
      for (const corner of ring) this.corner(corner);
    }
  }

  private head(type: number): void {
    this.view.setUint8(this.at, LITTLE_ENDIAN);
    this.at += 1;
    this.count(type);
  }

  private count(value: number): void {
    this.view.setUint32(this.at, value, true);
    this.at += 4;
  }

  private corner([lng, lat]: number[]): void {
    this.view.setFloat64(this.at, lng, true);
    this.view.setFloat64(this.at + 8, lat, true);
    this.at += 16;
  }
}
