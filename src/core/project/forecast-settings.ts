import { z } from 'zod';
import type { ServiceId } from '../dataset/services.ts';

const year = z.number().int().min(1900).max(2200);
const share = z.number().min(0).max(1);

/** New dwellings, where they stand, and the year they are lived in. */
const housing = z.strictObject({
  year,
  dwellings: z.number().min(0).max(10_000_000),
  personsPerDwelling: z.number().min(0).max(20),
  /** Code of a district, of any level; or a position. Neither: nobody knows where yet, and it does not count. */
  district: z.string().optional(),
  lng: z.number().min(-180).max(180).optional(),
  lat: z.number().min(-90).max(90).optional(),
});

/**
 * What the years to come are thought to bring. The starting values are round figures for the user to change, no
 * forecast of anybody's: 6.4 births per 1,000 are about those of the whole of China in 2023.
 */
export const forecastSchema = z.strictObject({
  /** The year the people were counted. */
  startYear: year.default(2024),
  targetYears: z.array(year).max(12).default([2025, 2030, 2035]),
  births: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('rate'), perThousand: z.number().min(0).max(100) }),
      /** In the whole area; shared among the districts by their people. */
      z.strictObject({ kind: z.literal('number'), perYear: z.number().min(0).max(100_000_000) }),
    ])
    .default({ kind: 'rate', perThousand: 6.4 }),
  survival: z.enum(['none', 'simple']).default('simple'),
  /** Share of the group that uses a service. */
  takeUp: z.record(z.string(), share).default({}),
  housing: z.array(housing).max(500).default([]),
  /** Planned facilities count from `openingYear` on. */
  withPlanned: z.boolean().default(true),
  openingYear: year.default(2030),
});

export type ForecastSettings = z.infer<typeof forecastSchema>;
export type NewHousing = ForecastSettings['housing'][number];

export const DEFAULT_FORECAST: ForecastSettings = forecastSchema.parse({});

/**
 * Share of its group that uses a service, where the user has said nothing: everybody, but for what only some want. Homes and
 * stations after the pattern of 9073 in Chinese plans (7 % cared for in the community, 3 % in homes); childcare a third.
 */
const STARTING_TAKE_UP: Record<ServiceId, number> = {
  childcare: 0.3,
  'elder-station': 0.07,
  'elder-home': 0.03,
};

export function takeUpOf({ takeUp }: Pick<ForecastSettings, 'takeUp'>, service: ServiceId): number {
  return takeUp[service] ?? STARTING_TAKE_UP[service] ?? 1;
}
