import { z } from 'zod';
import { sourceReview } from '../review/edits.ts';
import { operatorSchema, standardSchema } from '../standards/standard-schema.ts';
import { forecastSchema } from './forecast-settings.ts';

/**
 * The project document: what is loaded, what is asked. JSON, versioned, checked on opening, saved and opened by the
 * page and run by the command line. Documented field by field in `README.md` beside this file.
 */
const crs = z.union([
  z.enum(['wgs84', 'gcj02', 'bd09', 'bd09mc', 'webmercator']),
  z.templateLiteral(['proj:', z.string()]),
]);

const position = {
  lng: z.string().optional(),
  lat: z.string().optional(),
  coordinates: z.string().optional(),
  coordinatesOrder: z.enum(['lng-lat', 'lat-lng']).optional(),
  crs,
};

/** Of a workbook or a GeoPackage: the sheet or layer that is read; absent: the first that holds data. */
const sheet = z.string().optional();

const mapping = z.discriminatedUnion('role', [
  z.strictObject({
    role: z.literal('facilities'),
    sheet,
    ...position,
    id: z.string().optional(),
    name: z.string().optional(),
    service: z.string().optional(),
    fixedService: z.string().optional(),
    capacity: z.string().optional(),
    landArea: z.string().optional(),
    floorArea: z.string().optional(),
    status: z.string().optional(),
    attributes: z.array(z.strictObject({ column: z.string(), as: z.string() })).optional(),
  }),
  z.strictObject({
    role: z.literal('people'),
    sheet,
    ...position,
    cell: z.string().optional(),
    name: z.string().optional(),
    demand: z.array(
      z.strictObject({ column: z.string(), as: z.string(), unit: z.enum(['people', 'm2', 'dwellings']) }),
    ),
  }),
  z.strictObject({
    role: z.literal('districts'),
    sheet,
    code: z.string().optional(),
    name: z.string().optional(),
    level: z.string().optional(),
    parent: z.string().optional(),
  }),
  z.strictObject({
    role: z.literal('streets'),
    sheet,
    toleranceMeters: z.number().min(0).max(50).optional(),
  }),
  z.strictObject({ role: z.literal('barriers'), sheet }),
  z.strictObject({
    role: z.literal('reach'),
    sheet,
    from: z.string(),
    to: z.string(),
    meters: z.string().optional(),
    minutes: z.string().optional(),
  }),
  z.strictObject({ role: z.literal('background'), sheet }),
]);

/** A file beside the project, or carried inside it (deflate, base64). A shapefile is a list of its parts. */
const fileReference = z.union([
  z.strictObject({ path: z.string().min(1) }),
  z.strictObject({
    name: z.string().min(1),
    deflated: z.base64(),
    /** Of the bytes before they were deflated: damage on the way is noticed. */
    sha256: z.string().optional(),
  }),
]);

const source = z.strictObject({
  files: z.array(fileReference).min(1),
  mapping,
  /** What was decided about single rows on import. Absent: the file is taken as it is. */
  review: sourceReview.optional(),
});

const meters = z.number().positive().finite();

const speed = z.number().min(0.2).max(3);

/** How people walk. */
const walking = z.strictObject({
  profile: z.enum(['adult', 'carer', 'older', 'wheelchair']).default('adult'),
  /** One speed for everybody; absent: by age group, see `walking-speeds.ts`. */
  metersPerSecond: speed.optional(),
  /** Speeds of single groups of people; they stand above the one for everybody. */
  speeds: z
    .strictObject({ adult: speed, general: speed, carer: speed, older: speed, frail: speed })
    .partial()
    .default({}),
  /** Limits in minutes, for every service, beside those in metres. */
  minutes: z.array(z.number().positive().max(120)).default([]),
  /** Farthest that a place or a facility may be from a street, metres. */
  maxSnapMeters: z.number().min(10).max(2000).default(400),
});

/** A standard that is judged, by id, with what the project changes about it. */
const chosenStandard = z.strictObject({
  id: z.string(),
  /** Radius within which a supply is shared; absent: the widest of the service. */
  catchmentMeters: meters.optional(),
  value: z.union([z.number(), z.tuple([z.number(), z.number()])]).optional(),
  operator: operatorSchema.optional(),
  limitMeters: meters.optional(),
  limitMinutes: z.number().positive().max(600).optional(),
  /** Share of a coverage that has to be reached, per cent. */
  share: z.number().min(0).max(100).optional(),
  group: z.string().optional(),
});

const enteredValue = z.strictObject({
  standard: z.string(),
  /** Code of a district, or `all`. */
  district: z.string(),
  value: z.union([z.number(), z.boolean()]),
  year: z.number().int(),
});

export const projectSchema = z.strictObject({
  format: z.literal('catchment-project'),
  version: z.literal(1),
  name: z.string(),
  /** Shown on screen beside the name, for example that a city is made up. */
  note: z.string().optional(),
  sources: z.array(source),
  settings: z.strictObject({
    /** H3 resolution of the cells, or `points` to judge people where they stand; `own` keeps the cells of the file, 10 otherwise. */
    resolution: z
      .union([z.number().int().min(5).max(12), z.literal('points'), z.literal('own')])
      .default('own'),
    /** Straight line × this factor is the second reading. null: straight line only. */
    detourFactor: z.number().min(1).max(5).nullable().default(1.3),
    /** Limits by service, metres; `*` is for every service without an entry of its own, else the library's count. */
    limits: z.record(z.string(), z.array(meters)).default({}),
    walking: walking.prefault({}),
    standards: z.array(chosenStandard).default([{ id: 'cn14-elder-land-per-person', catchmentMeters: 1000 }]),
    /** Standards of the user's own, in full. */
    customStandards: z.array(standardSchema).default([]),
    /** How standards measure reach: `auto` is along streets or a table where one is loaded, else straight. */
    standardsReading: z.enum(['auto', 'straight', 'detour', 'network']).default('auto'),
    /** Count what can be reached from inside a district, instead of what stands inside. */
    crossBoundary: z.boolean().default(false),
    /** Year judged; null: the target year of each standard. */
    year: z.number().int().nullable().default(null),
    /** Values written down for standards that no map can answer. */
    entered: z.array(enteredValue).default([]),
    /** Births, survival, take-up and new housing of the years to come; absent: the starting values. */
    forecast: forecastSchema.optional(),
  }),
});

export type Project = z.infer<typeof projectSchema>;
export type ProjectSource = Project['sources'][number];
export type FileReference = z.infer<typeof fileReference>;
export type ProjectSettings = Project['settings'];
