import type { CoverageView } from '../../../workers/protocol.ts';
import { serviceOf } from '../../core/dataset/services.ts';
import type { ProjectSettings } from '../../core/project/project.ts';
import type { CoverageQuestion, ReadingName } from '../../view/coverage-finding.ts';
import { pickLimit } from '../../view/limits.ts';
import { groupUnit } from '../../view/names.ts';
import type { SessionState } from '../store/session.ts';

/** Limits of a service as the settings have them, ascending. */
export function limitsFor(settings: ProjectSettings, service: string): number[] {
  return [...(settings.limits[service] ?? settings.limits['*'] ?? serviceOf(service).limits)].sort(
    (a, b) => a - b,
  );
}

/** What the shown result answers: the result's own service and group, under the chosen limit and reading. */
export function questionOf(
  coverage: CoverageView,
  session: SessionState,
  columns: Parameters<typeof groupUnit>[1],
): CoverageQuestion {
  const { meters, minutes } = pickLimit(coverage.limits, session.limitIndex, session.limitMinutes);
  return {
    service: coverage.service,
    group: coverage.group,
    unit: groupUnit(coverage.group, columns),
    limitMeters: meters,
    limitMinutes: minutes,
    // The answer's own speed: the settings may be a step ahead while the slider is dragged.
    metersPerSecond: coverage.metersPerSecond,
    reading: readingAtHand(coverage, session.reading),
    detourFactor: coverage.detourFactor,
  };
}

/** The chosen reading where the result has it, else the straight line. */
function readingAtHand({ detourFactor, network }: CoverageView, wanted: ReadingName): ReadingName {
  const isThere = wanted === 'detour' ? detourFactor !== null : wanted !== 'network' || network !== undefined;
  return isThere ? wanted : 'straight';
}

/** The same for times. */
export function numberedMinutes(minutes: readonly number[]): { id: string; k: number; minutes: number }[] {
  return minutes.map((one, k) => ({ id: `minutes-${k}`, k, minutes: one }));
}

/** Limits with a key that stays while their metres are dragged: which of them it is. */
export function numberedLimits(limits: readonly number[]): { id: string; k: number; meters: number }[] {
  return limits.map((meters, k) => ({ id: `limit-${k}`, k, meters }));
}
