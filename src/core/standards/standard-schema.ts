import { z } from 'zod';
import { ruleSchema } from './rule-schema.ts';

/** `~=`: 约、左右, ±5 %. `range`: both ends included. `rule`, `benchmark`: the source sets no number. */
export const OPERATORS = ['>=', '>', '<=', '<', '=', '~=', 'range', 'rule', 'benchmark'] as const;

export type Operator = (typeof OPERATORS)[number];

export const operatorSchema = z.enum(OPERATORS);

const number = z.number().finite();

export const targetSchema = z.union([number, z.tuple([number, number])]).nullable();

const words = z.strictObject({ zh: z.string(), en: z.string() });

/** A standard, of the library or of the user's own. A project carries its own ones in full, so that it opens anywhere. */
export const standardSchema = z.object({
  id: z.string().min(1),
  /** Another number of the same clause: hills beside plains. */
  variantOf: z.string().optional(),
  zh: z.string(),
  en: z.string(),
  /** The kind of service in the source's word, for lists. */
  serviceType: z.string().default('all'),
  measure: z.string().default(''),
  operator: operatorSchema,
  value: targetSchema,
  unit: z.string().default(''),
  baseYear: z.number().nullable().default(null),
  baseValue: targetSchema.default(null),
  targetYear: z.number().nullable().default(null),
  jurisdiction: z.string().default(''),
  /** The source's own word: binding 约束性, expected 预期性, stated, benchmark, standard, mandatory, local … */
  force: z.string().default('stated'),
  /** Found in the text of the document named, or in one that names it. False: never on by default. */
  verified: z.boolean().default(false),
  verification: z.string().default(''),
  formula: z.string().default(''),
  note: z.string().default(''),
  computability: z.string().default('full'),
  source: z.strictObject({ title: z.string(), section: z.string() }),
  rule: ruleSchema,
  scope: words.optional(),
  profile: z.string().default('own'),
});
