import { z } from 'zod';

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

const mapping = z.discriminatedUnion('role', [
  z.strictObject({
    role: z.literal('facilities'),
    ...position,
    id: z.string().optional(),
    name: z.string().optional(),
    service: z.string().optional(),
    fixedService: z.string().optional(),
    capacity: z.string().optional(),
    landArea: z.string().optional(),
    floorArea: z.string().optional(),
    status: z.string().optional(),
  }),
  z.strictObject({
    role: z.literal('people'),
    ...position,
    cell: z.string().optional(),
    name: z.string().optional(),
    demand: z.array(
      z.strictObject({ column: z.string(), as: z.string(), unit: z.enum(['people', 'm2', 'dwellings']) }),
    ),
  }),
  z.strictObject({
    role: z.literal('districts'),
    code: z.string().optional(),
    name: z.string().optional(),
    level: z.string().optional(),
    parent: z.string().optional(),
  }),
  z.strictObject({
    role: z.literal('streets'),
    toleranceMeters: z.number().min(0).max(50).optional(),
  }),
  z.strictObject({ role: z.literal('barriers') }),
  z.strictObject({
    role: z.literal('reach'),
    from: z.string(),
    to: z.string(),
    meters: z.string().optional(),
    minutes: z.string().optional(),
  }),
  z.strictObject({ role: z.literal('background') }),
]);

/** A file beside the project, or carried inside it (deflate, base64). A shapefile is a list of its parts. */
const fileReference = z.union([
  z.strictObject({ path: z.string().min(1) }),
  z.strictObject({ name: z.string().min(1), deflated: z.base64() }),
]);

const source = z.strictObject({
  files: z.array(fileReference).min(1),
  mapping,
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
    /** Standards that are judged, by id, with the radius their catchment is taken at. */
    standards: z
      .array(z.strictObject({ id: z.string(), catchmentMeters: meters }))
      .default([{ id: 'cn14-elder-land-per-person', catchmentMeters: 1000 }]),
  }),
});

export type Project = z.infer<typeof projectSchema>;
export type ProjectSource = Project['sources'][number];
export type FileReference = z.infer<typeof fileReference>;
export type ProjectSettings = Project['settings'];
