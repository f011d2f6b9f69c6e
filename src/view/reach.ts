import type { Limit } from '../core/analysis/coverage.ts';
import type { CoverageQuestion } from './coverage-finding.ts';
import { limitPlace } from './limits.ts';

/** A coverage result as far as a reading of it needs: straight metres, and the same along the streets where there are any. */
export interface ReachResult {
  limits: readonly Limit[];
  meters: Float64Array;
  facility: Int32Array;
  within: readonly Uint16Array[];
  network: { meters: Float64Array; facility: Int32Array; within: readonly Uint16Array[] } | undefined;
}

/** What one reading says of every place: its metres are `meters` × `factor`. */
export interface ReachReading {
  meters: Float64Array;
  factor: number;
  facility: Int32Array;
  /** Facilities within the limit of the question. */
  within: Uint16Array;
}

export function reachOf(
  result: ReachResult,
  question: Pick<CoverageQuestion, 'reading' | 'detourFactor' | 'limitMeters' | 'limitMinutes'>,
): ReachReading {
  const { meters, facility, within } =
    question.reading === 'network' && result.network ? result.network : result;
  return {
    meters,
    facility,
    factor: factorOf(question),
    within: within[limitPlace(result.limits, question)],
  };
}

/** Times the straight line; 1 along the streets, which are measured as they are. */
export function factorOf({
  reading,
  detourFactor,
}: Pick<CoverageQuestion, 'reading' | 'detourFactor'>): number {
  return reading === 'detour' && detourFactor !== null ? detourFactor : 1;
}

/** People with none, one, several facilities within the limit. */
export function choiceCounts(values: Float64Array, within: Uint16Array) {
  const counts = { none: 0, one: 0, several: 0 };
  for (let i = 0; i < values.length; i++) {
    if (values[i] > 0) counts[within[i] === 0 ? 'none' : within[i] === 1 ? 'one' : 'several'] += values[i];
  }
  return counts;
}
