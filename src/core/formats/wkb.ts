import type { RawFeature } from './features.ts';
import { type GeometryPart, geometryOfParts } from './mixed-geometry.ts';

/** Thrown while walking one geometry, and turned into the feature's issue. */
class DamagedGeometry extends Error {}

class UnsupportedGeometry extends Error {}

const ENVELOPE_BYTES = [0, 32, 48, 48, 64];
const MAX_DEPTH = 4;

/**
 * The geometry of a GeoPackage cell (OGC 12-128r18, 2.1.3): a header with flags and a box, then well-known binary. Heights and
 * measures are passed over.
 */
export function geometryOfBlob(blob: Uint8Array): RawFeature['geometry'] {
  const flags = blob[3] ?? 0;
  const envelope = ENVELOPE_BYTES[(flags >> 1) & 7];
  if (blob.length < 8 || blob[0] !== 0x47 || blob[1] !== 0x50 || envelope === undefined)
    return { code: 'gpkg-geometry-damaged' };
  if ((flags >> 4) & 1) return { code: 'geometry-missing' };
  const reader = new WkbReader(blob, 8 + envelope);
  try {
    reader.geometry(0);
    return geometryOfParts(reader.parts);
  } catch (error) {
    if (error instanceof DamagedGeometry) return { code: 'gpkg-geometry-damaged' };
    if (!(error instanceof UnsupportedGeometry)) throw error;
    return { code: 'geometry-unsupported', values: { type: error.message } };
  }
}

/** Every count is held against the bytes at hand, so that a damaged one can neither loop nor fill the memory. */
class WkbReader {
  readonly parts: GeometryPart[] = [];
  private readonly view: DataView;

  constructor(
    blob: Uint8Array,
    private at: number,
  ) {
    this.view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  }

  geometry(depth: number): void {
    this.need(5);
    const isLittle = this.view.getUint8(this.at) === 1;
    const code = this.view.getUint32(this.at + 1, isLittle);
    this.at += 5;
    const type = (code & 0x0fffffff) % 1000;
    const doubles = doublesOf(code);
    if (type === 1) this.part('point', 1, doubles, isLittle);
    else if (type === 2) this.part('line', this.count(isLittle), doubles, isLittle);
    else if (type === 3) {
      const rings = this.count(isLittle);
      for (let i = 0; i < rings; i++) this.part('polygon', this.count(isLittle), doubles, isLittle);
    } else if (type >= 4 && type <= 7) {
      if (depth >= MAX_DEPTH) throw new DamagedGeometry();
      const members = this.count(isLittle);
      for (let i = 0; i < members; i++) this.geometry(depth + 1);
    } else throw new UnsupportedGeometry(`WKB ${code}`);
  }

  private part(kind: GeometryPart['kind'], count: number, doubles: number, isLittle: boolean): void {
    this.need(count * doubles * 8);
    const positions: number[] = [];
    for (let i = 0; i < count; i++, this.at += doubles * 8) {
      positions.push(this.view.getFloat64(this.at, isLittle), this.view.getFloat64(this.at + 8, isLittle));
    }
    // An empty point is written as two not-a-numbers.
    if (kind === 'point' && Number.isNaN(positions[0])) return;
    this.parts.push({ kind, positions });
  }

  private count(isLittle: boolean): number {
    this.need(4);
    const count = this.view.getUint32(this.at, isLittle);
    this.at += 4;
    return count;
  }

  private need(bytes: number): void {
    if (this.at + bytes > this.view.byteLength) throw new DamagedGeometry();
  }
}

/** Numbers a position: two, and one each for height and measure, in ISO's way (+1000, +2000) or PostGIS's (high bits). */
function doublesOf(code: number): number {
  const iso = Math.floor((code & 0x0fffffff) / 1000);
  const hasZ = iso === 1 || iso === 3 || (code & 0x80000000) !== 0;
  const hasM = iso === 2 || iso === 3 || (code & 0x40000000) !== 0;
  return 2 + Number(hasZ) + Number(hasM);
}
