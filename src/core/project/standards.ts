import { UnusableData } from '../issue.ts';
import { evaluateStandard, type StandardResult } from '../standards/evaluate.ts';
import { resolveStandard } from '../standards/resolved.ts';
import { type Standard, standardOf } from '../standards/standard.ts';
import type { Runner } from './load.ts';
import type { Memo } from './memo.ts';
import type { ProjectSettings } from './project.ts';
import { type ReachCache, standardsReach } from './standards-reach.ts';
import type { Prepared } from './workspace.ts';

/**
 * Every standard of the settings held against the data, each kept under the key of all that it depends on: another limit of a
 * service judges nothing anew. Throws UnusableData `standard-unknown`.
 */
export async function standardsOf(
  prepared: Prepared,
  settings: ProjectSettings,
  run: Runner,
  memo: Memo,
): Promise<StandardResult[]> {
  const { loaded, demand, demandKey, assignment, facilityAssignment, network } = prepared;
  const { crossBoundary, year, entered, standardsReading, detourFactor, walking } = settings;
  const dataKey = [demandKey, loaded.facilitiesKey, network?.key, loaded.reachKey].join(':');
  const cache = await memo.get(`standards-reach:${dataKey}`, async (): Promise<ReachCache> => new Map());
  const input = {
    demand,
    facilities: loaded.facilities,
    districts: loaded.districts,
    assignment,
    facilityAssignment,
    reach: standardsReach(prepared, settings, cache),
    crossBoundary,
    year,
  };
  const measured = { standardsReading, detourFactor, walking, crossBoundary, year };
  const results: StandardResult[] = [];
  for (const override of settings.standards) {
    const standard = resolveStandard(standardNamed(override.id, settings), override);
    const own = entered.filter((one) => one.standard === override.id);
    const key = `standard:${JSON.stringify([standard, own, measured])}:${dataKey}:${loaded.districtsKey}`;
    results.push(await memo.get(key, () => run(evaluateStandard(standard, { ...input, entered: own }))));
  }
  return results;
}

/** A standard of the user's own stands before one of the library with the same id. */
export function standardNamed(
  id: string,
  { customStandards }: Pick<ProjectSettings, 'customStandards'>,
): Standard {
  const standard = customStandards.find((one) => one.id === id) ?? standardOf(id);
  if (!standard) throw new UnusableData({ code: 'standard-unknown', values: { id } });
  return standard;
}
