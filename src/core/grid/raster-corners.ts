import proj4 from 'proj4';
import type { PopulationRaster } from '../dataset/population.ts';
import type { HexLattice } from './hex-lattice.ts';

/** The raster's own units to WGS-84 degrees `[lng, lat]`; not finite where the projection has no such place. */
export type ToDegrees = (x: number, y: number) => [lng: number, lat: number];

export function rasterToDegrees(projection: string): ToDegrees {
  if (projection === '') return (x, y) => [x, y];
  const converter = proj4(projection, 'WGS84');
  return (x, y) => {
    const [lng, lat] = converter.forward([x, y]);
    return [lng, lat];
  };
}

/** One row of pixel corners: degrees, and coordinates in the lattice; each worked out when first asked for. */
export class CornerRow {
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  readonly face: Int8Array;
  readonly planeA: Float64Array;
  readonly planeB: Float64Array;
  private readonly isKnown: Uint8Array;
  private readonly raster: PopulationRaster;
  private readonly toDegrees: ToDegrees;
  private readonly lattice: HexLattice;
  private y = 0;

  constructor(raster: PopulationRaster, toDegrees: ToDegrees, lattice: HexLattice) {
    const corners = raster.width + 1;
    this.raster = raster;
    this.toDegrees = toDegrees;
    this.lattice = lattice;
    this.lng = new Float64Array(corners);
    this.lat = new Float64Array(corners);
    this.face = new Int8Array(corners);
    this.planeA = new Float64Array(corners);
    this.planeB = new Float64Array(corners);
    this.isKnown = new Uint8Array(corners);
  }

  /** Moves to the corners above pixel row `row`. */
  moveTo(row: number): void {
    this.y = this.raster.originY - row * this.raster.pixelHeight;
    this.isKnown.fill(0);
  }

  know(column: number): void {
    if (this.isKnown[column] === 1) return;
    this.isKnown[column] = 1;
    const [lng, lat] = this.toDegrees(this.raster.originX + column * this.raster.pixelWidth, this.y);
    this.lng[column] = lng;
    this.lat[column] = lat;
    this.face[column] = -1;
    if (!(Number.isFinite(lng) && Number.isFinite(lat))) return;
    this.lattice.locate(lng, lat);
    this.face[column] = this.lattice.face;
    this.planeA[column] = this.lattice.planeA;
    this.planeB[column] = this.lattice.planeB;
  }
}
