import type { DistrictAssignment, Districts } from '../dataset/districts.ts';
import { type CoverageRow, coverage, type ReachMethod } from './coverage.ts';

/** One of the ways the same question could fairly be asked: a method, a speed, and the limit they make in metres. */
export interface Variant {
  method: ReachMethod;
  /** m/s; it matters only where the limit is a time. */
  metersPerSecond: number;
  meters: Float64Array;
  limitMeters: number;
}

/** What a place's verdict is worth: the same in all variants, or not. Nobody there is a class of its own. */
export const CERTAIN_COVERED = 0;
export const CERTAIN_UNCOVERED = 1;
export const UNCERTAIN = 2;
export const NOBODY = 3;

/** The range of a figure over all variants, for a district or the whole area. */
export interface RobustRow {
  district: number;
  level: string;
  total: number;
  leastCovered: number;
  mostCovered: number;
  /** People whose own verdict is the same in all variants. */
  certainCovered: number;
  certainUncovered: number;
}

export interface RobustReading {
  verdict: Uint8Array;
  rows: RobustRow[];
}

/**
 * Asks one question in several fair ways and says what holds in all of them. For every row,
 * certainCovered ≤ leastCovered ≤ mostCovered ≤ total − certainUncovered.
 */
export function robustReading(
  values: Float64Array,
  variants: Variant[],
  districts: Districts | undefined,
  assignment: DistrictAssignment,
): RobustReading {
  const verdict = new Uint8Array(values.length);
  for (let i = 0; i < values.length; i++) {
    let covered = 0;
    for (const { meters, limitMeters } of variants) if (meters[i] <= limitMeters) covered++;
    if (!(values[i] > 0)) verdict[i] = NOBODY;
    else if (covered === variants.length) verdict[i] = CERTAIN_COVERED;
    else verdict[i] = covered === 0 ? CERTAIN_UNCOVERED : UNCERTAIN;
  }
  const rowsOf = (meters: Float64Array, limitMeters: number) =>
    coverage(
      values,
      [{ method: 'straight', meters, limits: [{ meters: limitMeters }] }],
      districts,
      assignment,
    );
  const answers = variants.map(({ meters, limitMeters }) => rowsOf(meters, limitMeters));
  // The certain ones are counted by the same sums: 0 m where the verdict holds, unreachable elsewhere.
  const where = (wanted: number) =>
    rowsOf(
      Float64Array.from(verdict, (v) => (v === wanted ? 0 : Number.POSITIVE_INFINITY)),
      0,
    );
  const covered = where(CERTAIN_COVERED);
  const uncovered = where(CERTAIN_UNCOVERED);
  return {
    verdict,
    rows: covered.map((row, r) =>
      rangeOf(
        row,
        uncovered[r],
        answers.map((answer) => answer[r].covered),
      ),
    ),
  };
}

function rangeOf(certain: CoverageRow, uncovered: CoverageRow, answers: number[]): RobustRow {
  return {
    district: certain.district,
    level: certain.level,
    total: certain.total,
    leastCovered: Math.min(...answers),
    mostCovered: Math.max(...answers),
    certainCovered: certain.covered,
    certainUncovered: uncovered.covered,
  };
}
