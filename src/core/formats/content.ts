import type { PolygonSet, PopulationRaster } from '../dataset/population.ts';
import type { Table } from '../table/table.ts';

/** A file handed over: its name and its bytes. A shapefile given as loose parts is several of these. */
export interface InputFile {
  name: string;
  bytes: Uint8Array;
}

/** What a file turned out to hold, before anyone has said what it means. */
export type FileContent = TableContent | FeatureContent | RasterContent;

/** Of a file with several tables (sheets of a workbook, layers of a GeoPackage): which was read, and which there are. */
export interface SheetNames {
  sheet?: string;
  sheets?: string[];
}

export interface TableContent extends SheetNames {
  kind: 'table';
  format: 'csv' | 'xlsx' | 'gpkg';
  table: Table;
}

/** Features with attributes: one table row a feature, geometry beside it. Coordinates as in the file (see `crs`). */
export interface FeatureContent extends SheetNames {
  kind: 'features';
  format: 'geojson' | 'shapefile' | 'kml' | 'gpkg';
  table: Table;
  geometry: 'point' | 'line' | 'polygon';
  /**
   * For polygons: one polygon a row (a MultiPolygon is one polygon of many rings). For lines: one line a row, its parts
   * as open rings. Empty set for points.
   */
  shapes: PolygonSet;
  /** For points: one position a row, NaN where missing. For polygons and lines: the mean of the vertices (Turf's centroid). */
  lng: Float64Array;
  lat: Float64Array;
  /** proj4 definition from the .prj, '' for WGS-84. Shapes and positions are already converted to WGS-84. */
  projection: string;
  /** Features left out, with their reason. */
  issues: import('../issue.ts').Issue[];
  /** Points among lines, where streets were asked for: gates. One position a row of their own table. */
  besides?: { table: Table; lng: Float64Array; lat: Float64Array };
}

export interface RasterContent {
  kind: 'raster';
  format: 'geotiff';
  file: string;
  raster: PopulationRaster;
}
