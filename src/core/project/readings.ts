import type { Limit } from '../analysis/coverage.ts';
import { type LifeCircle, lifeCircle } from '../analysis/life-circle.ts';
import { type RobustReading, robustReading, type Variant } from '../analysis/robust-reading.ts';
import { groupValues } from '../dataset/groups.ts';
import type { ServiceId } from '../dataset/services.ts';
import type { ProjectSettings } from './project.ts';
import type { ServiceCoverage } from './result.ts';
import type { Prepared, Workspace } from './workspace.ts';

/** Walking speeds that a robust reading tries: older people, general planning, adults (m/s). */
export const ROBUST_SPEEDS = [0.8, 1.0, 1.2];

/** The fair ways to ask one question of a coverage: every method at hand, and every speed where the limit is a time. */
export function variantsOf(coverage: ServiceCoverage, limit: Limit): Variant[] {
  const { nearest, detourFactor, network } = coverage;
  const methods: Pick<Variant, 'method' | 'meters'>[] = [{ method: 'straight', meters: nearest.meters }];
  if (detourFactor !== null) {
    methods.push({ method: 'detour', meters: nearest.meters.map((meters) => meters * detourFactor) });
  }
  if (network) methods.push({ method: 'network', meters: network.nearest.meters });
  const { minutes } = limit;
  if (minutes === undefined) {
    return methods.map((one) => ({ ...one, metersPerSecond: Number.NaN, limitMeters: limit.meters }));
  }
  return methods.flatMap((one) =>
    ROBUST_SPEEDS.map((speed) => ({ ...one, metersPerSecond: speed, limitMeters: minutes * 60 * speed })),
  );
}

/** What holds in all the fair readings of one question. Undefined when the group cannot be answered for. */
export async function robustOf(
  workspace: Workspace,
  prepared: Prepared,
  settings: ProjectSettings,
  service: ServiceId,
  group: string,
  limit: Limit,
): Promise<{ reading: RobustReading; variants: Variant[] } | undefined> {
  const coverage = await workspace.coverage(prepared, settings, service, group);
  if (!coverage) return undefined;
  const variants = variantsOf(coverage, limit);
  const reading = robustReading(coverage.values, variants, prepared.loaded.districts, prepared.assignment);
  return { reading, variants };
}

/** Which services of a list lie within the limit of everybody: along the streets where they are loaded, else straight. */
export async function lifeCircleOf(
  workspace: Workspace,
  prepared: Prepared,
  settings: ProjectSettings,
  services: ServiceId[],
  limit: Limit,
): Promise<LifeCircle> {
  const { columns } = prepared.demand;
  const people = groupValues(columns, 'people') ?? columns[0].values;
  const reach: { service: string; meters: Float64Array }[] = [];
  for (const service of services) {
    const coverage = await workspace.coverage(prepared, settings, service, columns[0].id);
    if (!coverage) continue;
    reach.push({ service, meters: (coverage.network?.nearest ?? coverage.nearest).meters });
  }
  return lifeCircle(people, reach, limit.meters, prepared.loaded.districts, prepared.assignment);
}
