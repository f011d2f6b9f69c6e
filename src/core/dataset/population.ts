import type { DemandColumn } from './demand.ts';

/**
 * People (or land, or dwellings) as read, before they are put onto cells. Four shapes, because offices keep them in
 * four ways; `grid/` turns each into a `Demand`. Values are in file order; `row` is the spreadsheet row of each.
 */
export type Population = PopulationCells | PopulationPoints | PopulationRaster | PopulationPolygons;

export interface PopulationCells {
  kind: 'cells';
  /** H3 resolution shared by all rows. */
  resolution: number;
  /** H3 index of each row as the two 32-bit halves h3-js takes: a cell is `[low, high]`. */
  indexLow: Uint32Array;
  indexHigh: Uint32Array;
  /** Positions written in the file, if any: used when people are judged as points. NaN where absent. */
  lng: Float64Array;
  lat: Float64Array;
  columns: DemandColumn[];
}

export interface PopulationPoints {
  kind: 'points';
  lng: Float64Array;
  lat: Float64Array;
  /** Name of each place (a compound, a building), or '' */
  name: string[];
  columns: DemandColumn[];
}

export interface PopulationRaster {
  kind: 'raster';
  width: number;
  height: number;
  /** Row-major from the top left; people per pixel; NaN where the raster has no data. */
  values: Float32Array | Float64Array;
  /** Position of the outer corner of the first pixel, and the size of a pixel, in the raster's own units. pixelHeight is positive: rows run southwards. */
  originX: number;
  originY: number;
  pixelWidth: number;
  pixelHeight: number;
  /** The raster's coordinate system as a proj4 definition; '' means WGS-84 degrees. */
  projection: string;
  column: DemandColumn['id'];
}

export interface PopulationPolygons {
  kind: 'polygons';
  shapes: PolygonSet;
  name: string[];
  columns: DemandColumn[];
}

/**
 * Many polygons in flat arrays. Polygon p owns rings `polygonStart[p] .. polygonStart[p+1]`; ring r owns vertices
 * `ringStart[r] .. ringStart[r+1]`, the closing vertex left out. Inside is even-odd, so holes and multi-part shapes
 * need no flags.
 */
export interface PolygonSet {
  count: number;
  polygonStart: Uint32Array;
  ringStart: Uint32Array;
  /** WGS-84 degrees. */
  lng: Float64Array;
  lat: Float64Array;
}
