import type { DemandUnit } from '../dataset/demand.ts';
import type { ServiceId } from '../dataset/services.ts';

/**
 * What the columns of a file mean: guessed by `guess.ts`, shown, confirmed or changed by the user, saved in the
 * project. Columns are named by their header; a field that is absent is not in the file.
 */
export type Mapping = SheetMapping &
  (
    | FacilityMapping
    | PeopleMapping
    | DistrictMapping
    | StreetsMapping
    | ReachMapping
    | BarriersMapping
    | BackgroundMapping
  );

/** Of a workbook or a GeoPackage: the sheet or layer that is read; absent: the first that holds data. */
export interface SheetMapping {
  sheet?: string;
}

export type Role = Mapping['role'];

/** Where the positions are, and in which coordinate system. */
export interface PositionMapping {
  lng?: string;
  lat?: string;
  /** One column that holds both, for example "104.07,30.62". */
  coordinates?: string;
  /** Order inside `coordinates`. */
  coordinatesOrder?: 'lng-lat' | 'lat-lng';
  crs: CoordinateSystem;
}

/** `proj:` is followed by a proj4 definition. Never applied without the user having seen it. */
export type CoordinateSystem = 'wgs84' | 'gcj02' | 'bd09' | 'bd09mc' | 'webmercator' | `proj:${string}`;

export interface FacilityMapping extends PositionMapping {
  role: 'facilities';
  id?: string;
  name?: string;
  /** Column of type words, translated by `serviceFromWords`. */
  service?: string;
  /** All rows are this service; wins over `service`. */
  fixedService?: ServiceId;
  capacity?: string;
  landArea?: string;
  floorArea?: string;
  status?: string;
  /** Attributes of `data/attributes`, by id. */
  attributes?: { column: string; as: string }[];
}

export interface PeopleMapping extends PositionMapping {
  role: 'people';
  /** Column of H3 indices. */
  cell?: string;
  name?: string;
  /** Empty for a raster, and for polygons or points without a count: each then counts as one compound. */
  demand: { column: string; as: string; unit: DemandUnit }[];
}

export interface DistrictMapping {
  role: 'districts';
  code?: string;
  name?: string;
  level?: string;
  parent?: string;
}

/** Streets that are walked: OSM PBF or XML, OSMnx GraphML, lines as GeoJSON or shapefile. Their tags say the rest. */
export interface StreetsMapping {
  role: 'streets';
  /** How far apart the ends of lines without topology may be and still meet, metres; 1 when absent. */
  toleranceMeters?: number;
}

/** A table of distances or times from places to facilities, in place of streets. Either `meters` or `minutes`. */
export interface ReachMapping {
  role: 'reach';
  from: string;
  to: string;
  meters?: string;
  minutes?: string;
}

/** Rivers, railways, walls (polygons or lines): nobody crosses them on the way to the street. */
export interface BarriersMapping {
  role: 'barriers';
}

/** Water, railways, parks: drawn behind the result, not computed with. */
export interface BackgroundMapping {
  role: 'background';
}
