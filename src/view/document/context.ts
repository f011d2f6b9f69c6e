import type { CoverageRow, Limit } from '../../core/analysis/coverage.ts';
import type { ServiceCoverage } from '../../core/project/result.ts';
import type { ReportData } from '../../core/report/report-data.ts';
import type { CoverageQuestion } from '../coverage-finding.ts';
import { groupUnit } from '../names.ts';
import type { Language, Say } from '../words/index.ts';
import type { TableCell, Tracer } from './document.ts';
import type { ReportTemplate } from './template.ts';

/** All that a section is made from. */
export interface Context {
  data: ReportData;
  template: ReportTemplate;
  say: Say;
  language: Language;
  tracer: Tracer;
}

/** Each service once, with its own group: what a report speaks of. */
export function mainCoverages({ result }: ReportData): ServiceCoverage[] {
  const seen = new Set<string>();
  return result.coverages.filter(({ service }) => !seen.has(service) && seen.add(service));
}

/** The reading of a report for one service: the streets where they were measured. */
export function questionFor(
  { reading, result }: ReportData,
  one: ServiceCoverage,
  limit: Limit,
): CoverageQuestion {
  const asked = one.rows.some((row) => row.method === reading) ? reading : 'straight';
  return {
    service: one.service,
    group: one.group,
    unit: groupUnit(one.group, result.demand.columns),
    limitMeters: limit.meters,
    ...(limit.minutes === undefined
      ? {}
      : { limitMinutes: limit.minutes, metersPerSecond: one.metersPerSecond }),
    reading: asked,
    detourFactor: one.detourFactor,
  };
}

/** Mark of a figure of coverage, with all that it depends on beside the files. */
export function coverageMark(
  tracer: Tracer,
  one: ServiceCoverage,
  { limitMeters, limitMinutes, method }: Pick<CoverageRow, 'limitMeters' | 'limitMinutes' | 'method'>,
): string {
  return tracer.mark('coverage', {
    service: one.service,
    group: one.group,
    rule: 'metres <= limit',
    limit_m: limitMeters,
    ...(limitMinutes === undefined
      ? {}
      : { limit_min: limitMinutes, meters_per_second: one.metersPerSecond }),
    method,
    ...(method === 'detour' ? { detour_factor: one.detourFactor ?? 1 } : {}),
  });
}

/** Levels of districts that a report tells about. */
export function levelsShown({ data, template }: Context): string[] {
  const levels = data.result.districts?.levels ?? [];
  return template.levels ? levels.filter((level) => template.levels?.includes(level)) : levels;
}

export const words = (text: string): TableCell => ({ text });

export const figure = (value: number, write: (value: number) => string): TableCell => ({
  text: write(value),
  ...(Number.isNaN(value) ? {} : { value }),
});
