import type { CoverageView } from '../../../workers/protocol.ts';
import { serviceOf } from '../../core/dataset/services.ts';
import type { ProjectSettings } from '../../core/project/project.ts';
import type { CoverageQuestion } from '../../view/coverage-finding.ts';
import { groupUnit } from '../../view/names.ts';
import type { SessionState } from '../store/session.ts';

/** Limits of a service as the settings have them, ascending. */
export function limitsFor(settings: ProjectSettings, service: string): number[] {
  return [...(settings.limits[service] ?? serviceOf(service).limits)].sort((a, b) => a - b);
}

/** What the shown result answers: the result's own service and group, under the chosen limit and reading. */
export function questionOf(
  coverage: CoverageView,
  session: SessionState,
  columns: Parameters<typeof groupUnit>[1],
): CoverageQuestion {
  const { limitsMeters } = coverage;
  return {
    service: coverage.service,
    group: coverage.group,
    unit: groupUnit(coverage.group, columns),
    limitMeters: limitsMeters[Math.min(session.limitIndex, limitsMeters.length - 1)],
    reading: coverage.detourFactor === null ? 'straight' : session.reading,
    detourFactor: coverage.detourFactor,
  };
}

/** Times the straight line. */
export function factorOf({ reading, detourFactor }: CoverageQuestion): number {
  return reading === 'detour' && detourFactor !== null ? detourFactor : 1;
}

/** Limits with a key that stays while their metres are dragged: which of them it is. */
export function numberedLimits(limits: readonly number[]): { id: string; k: number; meters: number }[] {
  return limits.map((meters, k) => ({ id: `limit-${k}`, k, meters }));
}
