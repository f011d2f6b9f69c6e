import type { FeatureCollection } from 'geojson';
import type { CoverageRow, Limit } from '../src/core/analysis/coverage.ts';
import type { DistanceProfile } from '../src/core/analysis/distance-profile.ts';
import type { LifeCircle } from '../src/core/analysis/life-circle.ts';
import type { RobustReading, Variant } from '../src/core/analysis/robust-reading.ts';
import type { DemandUnit } from '../src/core/dataset/demand.ts';
import type { Facilities } from '../src/core/dataset/facilities.ts';
import type { ServiceId } from '../src/core/dataset/services.ts';
import type { Background } from '../src/core/formats/background.ts';
import type { InputFile } from '../src/core/formats/content.ts';
import type { Issue } from '../src/core/issue.ts';
import type { Route } from '../src/core/network/route.ts';
import type { CapacityAnswer, CapacityQuestion } from '../src/core/project/capacity.ts';
import type { CatchmentQuestion, FacilityCatchment } from '../src/core/project/facility-catchment.ts';
import type { FairnessAnswer, FairnessQuestion } from '../src/core/project/fairness.ts';
import type { FutureAnswer, FutureQuestion } from '../src/core/project/future.ts';
import type { OpenSource, SourceSummary } from '../src/core/project/load.ts';
import type { Project, ProjectSettings } from '../src/core/project/project.ts';
import type { SourceLook } from '../src/core/project/review-source.ts';
import type { StandardResult } from '../src/core/standards/evaluate.ts';
import type { Mapping, Role } from '../src/core/table/mapping.ts';
import type { Progress } from '../src/core/task.ts';

/**
 * What the page may ask of the computation. Every call runs in the worker in slices; the newest call of a kind wins and
 * the one before it fails with `cancelled`. Arrays that come back are the page's own.
 */
export interface Engine {
  /**
   * Reads files and says what they seem to hold; nothing is kept. Loose shapefile parts come back as one. `sheet`: which
   * one of a workbook or GeoPackage; absent: the first that holds data.
   */
  inspect(files: InputFile[], onProgress: OnProgress, sheet?: string): Promise<Inspection[]>;
  /** What a file would give under a mapping: counts and the rows that cannot be used. */
  check(source: OpenSource, onProgress: OnProgress): Promise<CheckReport>;
  /** Faults of the rows of a file with their fixes, and the system its coordinates seem to be in; nothing is changed. */
  review(
    source: OpenSource,
    beside: OpenSource[],
    saysSystem: boolean,
    onProgress: OnProgress,
  ): Promise<SourceLook | undefined>;
  /** Loads the sources, fills the cells, finds the districts. Later calls refer to what was opened last. */
  open(sources: OpenSource[], settings: ProjectSettings, onProgress: OnProgress): Promise<Overview>;
  /** Loads sources that are not a whole project yet, people or facilities still to come. Replaces what `open` is doing. */
  gather(sources: OpenSource[], onProgress: OnProgress): Promise<Gathered>;
  coverage(settings: ProjectSettings, service: ServiceId, group: string): Promise<CoverageView>;
  standards(settings: ProjectSettings): Promise<StandardResult[]>;
  /** What holds in every fair reading of one question: methods, and speeds where the limit is a time. */
  robust(settings: ProjectSettings, service: ServiceId, group: string, limit: Limit): Promise<RobustView>;
  /** Which services of a list lie within the limit of everybody, and which are missing. */
  lifeCircle(settings: ProjectSettings, services: ServiceId[], limit: Limit): Promise<LifeCircle>;
  /** The walk from a place to a facility along the streets. */
  route(place: number, facility: number): Promise<PlacedRoute>;
  /** Whom one facility reaches within each limit, by every method: its whole catchment, and those it is nearest for. */
  catchment(settings: ProjectSettings, question: CatchmentQuestion): Promise<FacilityCatchment[]>;
  /** Who has a place, who reaches one that is taken, who reaches none; and what each has of the supply. */
  capacity(
    settings: ProjectSettings,
    question: CapacityQuestion,
    onProgress: OnProgress,
  ): Promise<CapacityAnswer>;
  /** How unequally distance or supply is spread. */
  fairness(
    settings: ProjectSettings,
    question: FairnessQuestion,
    onProgress: OnProgress,
  ): Promise<FairnessAnswer>;
  /** Need and supply in years to come. */
  future(settings: ProjectSettings, question: FutureQuestion, onProgress: OnProgress): Promise<FutureAnswer>;
  /** The walking area of a facility, for show (示意): coordinates of a MultiPolygon, empty when it is not linked. */
  walkingArea(facility: number, limitMeters: number): Promise<[number, number][][][]>;
  /** The result files of the command line, name → text, byte for byte. */
  tables(
    name: string,
    settings: ProjectSettings,
    language: 'zh' | 'en',
    onProgress: OnProgress,
  ): Promise<Record<string, string>>;
  /** The project as one file that carries its data. */
  pack(project: Omit<Project, 'sources'>, sources: OpenSource[]): Promise<string>;
  /** Reads a project document; the paths it names are left for the page to bring. */
  unpack(file: InputFile): Promise<{ project: Project; sources: OpenSource[] }>;
}

/** A walk, with where its people live and where the facility stands: the ends of what is walked off the streets. */
export interface PlacedRoute extends Route {
  from: [lng: number, lat: number];
  to: [lng: number, lat: number];
}

export type OnProgress = (progress: Progress) => void;

/** A file, what it seems to be, and enough of it to show. */
export interface Inspection {
  files: InputFile[];
  /** Set when the file cannot be used at all. */
  failure?: Issue;
  role?: Role;
  /** The guess: a starting point for the user to confirm. */
  mapping?: Mapping;
  /** Where each guessed field came from. */
  confidence?: Record<string, 'header' | 'values' | 'none'>;
  format?: string;
  /** Sheets of a workbook or layers of a GeoPackage, and the one that was read. */
  sheets?: string[];
  sheet?: string;
  encoding?: string;
  delimiter?: string;
  /** Empty for a raster. */
  header: string[];
  /** The first rows, as text. */
  preview: string[][];
  rowCount: number;
  /** What was noticed while reading. */
  issues: Issue[];
}

export interface CheckReport {
  read: number;
  usable: number;
  issues: Issue[];
}

/** Sources as loaded, people or facilities perhaps still missing: what the map and the data list can already show. */
export interface Gathered {
  facilities: Facilities;
  /** Services in file order, each with the groups that can be answered for; the first is its own. */
  services: { id: ServiceId; open: number; planned: number; closed: number; groups: string[] }[];
  districts: DistrictsView | undefined;
  backgrounds: Background[];
  /** Rivers, railways, walls that no link crosses. */
  barriers: FeatureCollection | undefined;
  /** west, south, east, north: of the people, else of what is there. Undefined when nothing has a position. */
  bounds: [number, number, number, number] | undefined;
  sources: SourceSummary[];
  issues: Issue[];
}

/** The state of the project after loading: what the map and the data list need. */
export interface Overview extends Gathered {
  /** Undefined when no streets are loaded. */
  network: NetworkView | undefined;
  demand: {
    kind: 'cells' | 'points';
    resolution: number;
    count: number;
    lng: Float64Array;
    lat: Float64Array;
    /** All the people (or other unit of the first column) of each place: how strongly it is drawn. */
    people: Float64Array;
    /** The columns with their values by place: who lives there is told without asking again. */
    columns: { id: string; unit: DemandUnit; values: Float64Array; total: number }[];
    /** For drawing cells as hexagonal columns. */
    hexagon: { angleDegrees: number; radiusMeters: number };
  };
  /** District of each place, level by level. */
  assignment: Int32Array[];
  /** The same of each facility. */
  facilityAssignment: Int32Array[];
}

export interface DistrictsView {
  code: string[];
  name: string[];
  level: Int32Array;
  levels: string[];
  parent: Int32Array;
  /** One feature a district, `id` = its row; properties: row, name, level (number). */
  geojson: FeatureCollection;
  /** Where its name stands. */
  labelLng: Float64Array;
  labelLat: Float64Array;
}

/** Streets as the page needs to know them. */
export interface NetworkView {
  profile: ProjectSettings['walking']['profile'];
  junctions: number;
  /** Straight metres from each place to its street, NaN where none is near: unlinked. */
  snapMeters: Float64Array;
  /** Of all kinds: no street near, or cut off. */
  unlinkedPlaces: Int32Array;
  /** Those of them whose streets all lie behind a barrier. */
  cutOffPlaces: Int32Array;
  unlinkedFacilities: Int32Array;
}

/** A robust reading, and the ways in which the question was put. */
export interface RobustView {
  reading: RobustReading;
  variants: Omit<Variant, 'meters'>[];
}

/** One coverage, ready to be drawn: arrays by place in the order of `Overview.demand`. */
export interface CoverageView {
  service: ServiceId;
  group: string;
  limits: Limit[];
  limitsMeters: number[];
  /** How fast the group walks. */
  metersPerSecond: number;
  detourFactor: number | null;
  meters: Float64Array;
  facility: Int32Array;
  /** The same along the streets, where streets are loaded. */
  network:
    | { meters: Float64Array; facility: Int32Array; within: Uint16Array[]; metersPerSecond: number }
    | undefined;
  values: Float64Array;
  within: Uint16Array[];
  rows: CoverageRow[];
  profile: DistanceProfile;
  choice: { none: number; one: number; several: number }[];
}
