import type { CoverageRow } from '../core/analysis/coverage.ts';
import { type CoverageQuestion, rowsOf } from './coverage-finding.ts';
import { type DistrictNames, districtName } from './names.ts';
import type { Say } from './words/index.ts';

/** A line of the table by district. Numbers stay numbers: they are sorted by, and written by the cell. */
export interface CoverageLine {
  district: number;
  name: string;
  total: number;
  covered: number;
  uncovered: number;
  share: number;
}

export type CoverageColumn = 'name' | 'total' | 'covered' | 'uncovered' | 'share';

export function coverageLines(
  rows: readonly CoverageRow[],
  question: Pick<CoverageQuestion, 'limitMeters' | 'limitMinutes' | 'reading'>,
  level: string,
  districts: DistrictNames | undefined,
  say: Say,
): CoverageLine[] {
  return rowsOf(rows, question)
    .filter((row) => row.level === level)
    .map(({ district, total, covered, share }) => ({
      district,
      name: districtName(district, districts, say),
      total,
      covered,
      uncovered: total - covered,
      share,
    }));
}
