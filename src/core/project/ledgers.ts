import { allocate } from '../analysis/allocation.ts';
import { ledger } from '../analysis/ledger.ts';
import { openFacilitiesOf, servicesOf } from '../dataset/facilities.ts';
import { groupValues } from '../dataset/groups.ts';
import { serviceOf } from '../dataset/services.ts';
import type { ServiceLedger } from '../report/ledger-table.ts';
import { limitsOf } from './limits.ts';
import type { Runner } from './load.ts';
import type { Memo } from './memo.ts';
import type { ProjectSettings } from './project.ts';
import { type ReachCache, standardsReach } from './standards-reach.ts';
import { speedOf } from './walking-speeds.ts';
import type { Prepared } from './workspace.ts';

/**
 * Who is served, in reach but without a place, or out of reach: for every service whose places were surveyed and whose
 * group is in the data, within its first limit, measured as the standards are.
 */
export async function ledgersOf(
  prepared: Prepared,
  settings: ProjectSettings,
  run: Runner,
  memo: Memo,
): Promise<ServiceLedger[]> {
  const { loaded, demand, demandKey, assignment, network } = prepared;
  const { facilities, districts } = loaded;
  const dataKey = [demandKey, loaded.facilitiesKey, network?.key, loaded.reachKey].join(':');
  const cache = await memo.get(`standards-reach:${dataKey}`, async (): Promise<ReachCache> => new Map());
  const reach = standardsReach(prepared, settings, cache);
  const ledgers: ServiceLedger[] = [];
  for (const service of servicesOf(facilities)) {
    const { group } = serviceOf(service);
    const people = groupValues(demand.columns, group);
    const rows = openFacilitiesOf(facilities, service);
    const [limit] = limitsOf(settings, service, speedOf(settings.walking, group));
    if (!people || !limit || rows.every((row) => Number.isNaN(facilities.capacity[row]))) continue;
    const asked = reach.ask({ meters: limit.meters }, group);
    if (!('shown' in asked)) continue;
    const matrix = await run(reach.catchments(rows, asked.shown));
    const allocation = await run(allocate(matrix, facilities.capacity, people));
    ledgers.push({ service, group, rows: ledger(allocation, people, districts, assignment) });
  }
  return ledgers;
}
