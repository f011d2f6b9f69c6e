import { z } from 'zod';
import { UnusableData } from '../../core/issue.ts';

/** Sections in their usual order. */
export const SECTIONS = [
  'purpose',
  'data',
  'method',
  'services',
  'districts',
  'standards',
  'capacity',
  'fairness',
  'future',
  'proposals',
  'limits',
  'clauses',
  'provenance',
] as const;

export type SectionId = (typeof SECTIONS)[number];

/**
 * What a user changes about a report: which sections in which order, their titles, words of their own, what stands on the map sheet.
 * Documented in README.md beside this file.
 */
const templateSchema = z.strictObject({
  /** In order; a section that is not named is left out. Absent: all. */
  sections: z
    .array(
      z.strictObject({
        id: z.enum(SECTIONS),
        title: z.string().optional(),
        /** Paragraphs of one's own, before those of the section. */
        text: z.string().optional(),
      }),
    )
    .optional(),
  title: z.string().optional(),
  purpose: z.string().optional(),
  /** 制图单位: who made it. */
  author: z.string().optional(),
  /** 审图号: of the map, where it has been approved. */
  approval: z.string().optional(),
  /** Shown on it, YYYY-MM-DD. */
  date: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
  /** Of the data, in words: 2024 年末. */
  dataDate: z.string().optional(),
  /** Services that get a map each; absent: the first. */
  maps: z.array(z.string()).optional(),
  /** Levels of districts that get tables; absent: all. */
  levels: z.array(z.string()).optional(),
});

export type ReportTemplate = z.infer<typeof templateSchema>;

/** Reads a template. Throws UnusableData `template-invalid` with the field and the reason. */
export function parseTemplate(text: string, file: string): ReportTemplate {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new UnusableData({
      code: 'template-invalid',
      file,
      values: { field: 'JSON', reason: (error as Error).message },
    });
  }
  const parsed = templateSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  throw new UnusableData({
    code: 'template-invalid',
    file,
    values: { field: first.path.join('.') || '–', reason: first.message },
  });
}
