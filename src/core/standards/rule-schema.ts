import { z } from 'zod';
import type { Rule } from './rule.ts';

/** The rules of `rule.ts` as they are checked in a project file. */
const services = z.array(z.string()).min(1);
const number = z.number().finite();
const words = z.strictObject({ zh: z.string(), en: z.string() });
const tier = z.enum(['province', 'prefecture', 'county', 'township', 'community', 'village']);

const condition = z.union([
  z.strictObject({ attribute: z.string(), atLeast: number }),
  z.strictObject({ attribute: z.string(), below: number }),
  z.strictObject({ attribute: z.string(), is: z.array(z.string()).min(1) }),
]);
const where = z.array(condition).optional();
const supply = z.strictObject({ services, attribute: z.string(), where });
const limit = z.union([
  z.strictObject({ meters: number.positive() }),
  z.strictObject({ minutes: number.positive(), mode: z.enum(['walk', 'drive']) }),
]);
const share = number.min(0).max(100);
const group = z.string().min(1);

const kinds = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ratio'), supply, group, per: number.positive() }),
  z.strictObject({ kind: z.literal('share'), part: supply, whole: supply }),
  z.strictObject({
    kind: z.literal('share-of-districts'),
    tier,
    supply,
    atLeast: number,
    perGroup: group.optional(),
  }),
  z.strictObject({
    kind: z.literal('count-per-district'),
    tiers: z.array(tier).min(1),
    supply,
    when: z
      .array(z.union([z.strictObject({ group, atLeast: number }), z.strictObject({ group, above: number })]))
      .min(1)
      .optional(),
  }),
  z.strictObject({
    kind: z.literal('coverage'),
    supply,
    group,
    limit,
    share,
    reading: z.enum(['straight', 'network']).optional(),
  }),
  z.strictObject({
    kind: z.literal('coverage-of-all'),
    baskets: z.array(z.strictObject({ zh: z.string(), en: z.string(), services })).min(1),
    group,
    limit,
    share,
  }),
  z.strictObject({ kind: z.literal('total'), supply, unit: number.positive() }),
  z.strictObject({
    kind: z.literal('facility-size'),
    services,
    attribute: z.string(),
    dividedBy: z.string().optional(),
    where,
    unit: number.positive().optional(),
    flag: z.boolean().optional(),
    judgedAs: z.enum(['<=', '>=']).optional(),
  }),
  z.strictObject({ kind: z.literal('catchment-people'), services, group, limit: limit.optional() }),
  z.strictObject({ kind: z.literal('mobile-visits'), services, tier, period: z.enum(['week', 'month']) }),
  z.strictObject({ kind: z.literal('inequality'), supply, group, tier }),
  z.strictObject({
    kind: z.literal('tiers'),
    levels: z.array(z.strictObject({ tier, zh: z.string(), en: z.string(), supply })).min(1),
  }),
  z.strictObject({ kind: z.literal('entered'), why: words }),
  z.strictObject({ kind: z.literal('checked'), why: words }),
]);

/** Typed by the hand-written rules, whose comments say what each field means: the compiler holds the two together. */
export const ruleSchema: z.ZodType<Rule> = kinds;
