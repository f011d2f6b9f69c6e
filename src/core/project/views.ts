import { z } from 'zod';
import { ACCESS_METHODS, DECAYS } from './access-kernel.ts';

/** What a step of a presentation is there to say: how it is, what is missing, what is proposed, what that changes. */
export const STAGES = ['present', 'gap', 'plan', 'effect', 'other'] as const;

export type Stage = (typeof STAGES)[number];

/** The middle of what was seen of the map, its zoom, and the room it had, pixels: shown again on any screen. */
const extent = z.strictObject({
  lng: z.number().min(-180).max(180),
  lat: z.number().min(-85).max(85),
  zoom: z.number().min(0).max(22),
  width: z.number().positive(),
  height: z.number().positive(),
});

/** By what stays when rows are sorted anew: a code, or a position. */
const selection = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('district'), code: z.string() }),
  z.strictObject({ kind: z.enum(['place', 'facility']), lng: z.number(), lat: z.number() }),
]);

const capacity = z.strictObject({
  mode: z.enum(['without', 'access', 'use']),
  order: z.enum(['together', 'inTurn']),
  kernel: z.strictObject({ method: z.enum(ACCESS_METHODS), decay: z.enum(DECAYS) }),
  supply: z.string().optional(),
  perPerson: z.record(z.string(), z.number().positive()).default({}),
});

/** What was looked at. A service, level or standard that the data no longer has is left out when it is shown again. */
const look = z.strictObject({
  step: z.string(),
  subject: z.enum(['service', 'circle']),
  service: z.string().optional(),
  group: z.string().optional(),
  limitMeters: z.number().positive().optional(),
  limitMinutes: z.number().positive().optional(),
  reading: z.enum(['straight', 'detour', 'network']),
  cellMode: z.enum(['distance', 'choice', 'difference']),
  isRobust: z.boolean(),
  circleServices: z.array(z.string()).optional(),
  circleMinutes: z.number().positive(),
  shortfallSubject: z.enum(['standards', 'capacity', 'fairness', 'future']),
  shortfallMode: z.enum(['districts', 'cells']),
  standardId: z.string().optional(),
  capacity,
  fairnessValue: z.enum(['distance', 'supply']),
  futureYear: z.number().int().optional(),
  level: z.string().optional(),
  /** Ids of the scenarios that were shown. */
  scenarios: z.array(z.string()).default([]),
  selection: selection.optional(),
});

export const viewSchema = z.strictObject({
  id: z.string().min(1),
  name: z.string(),
  stage: z.enum(STAGES),
  /** Absent where there was no map. */
  extent: extent.optional(),
  look,
  /** The finding as it was when the view was kept; it is computed anew whenever the view is shown. */
  sentence: z.string(),
  /** For whoever speaks; never on the big screen. */
  note: z.string(),
});

/** A view that was kept, to be shown again as a step of a presentation. */
export type KeptView = z.infer<typeof viewSchema>;
export type ViewLook = KeptView['look'];
export type ViewExtent = NonNullable<KeptView['extent']>;
