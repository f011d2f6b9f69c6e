import { type Catchments, catchments } from '../analysis/catchments.ts';
import type { Limit, ReachMethod } from '../analysis/coverage.ts';
import { openFacilitiesOf } from '../dataset/facilities.ts';
import type { ServiceId } from '../dataset/services.ts';
import { networkCatchments } from '../network/network-catchments.ts';
import { catchmentsFromTable } from '../network/reach-from-table.ts';
import { catchmentLimit, limitsOf } from './limits.ts';
import type { Runner } from './load.ts';
import type { Memo } from './memo.ts';
import { tableReach } from './network-reach.ts';
import type { ProjectSettings } from './project.ts';
import { speedOf } from './walking-speeds.ts';
import type { Prepared } from './workspace.ts';

/** One service, for one group, within one limit, by one reading. */
export interface ServiceQuestion {
  service: ServiceId;
  group: string;
  limit: Limit;
  reading: ReachMethod;
}

/**
 * Which places the open facilities of a service reach within the limit, by the reading of the question: what coverage counts
 * as covered is what has an entry here. Made as wide as coverage makes it and kept under the same key, then cut to the
 * limit. Undefined where the reading has nothing to measure on: no streets, no factor.
 */
export async function catchmentMatrix(
  prepared: Prepared,
  settings: ProjectSettings,
  { service, group, limit, reading }: ServiceQuestion,
  run: Runner,
  memo: Memo,
): Promise<Catchments | undefined> {
  const { loaded, demand, demandKey, network } = prepared;
  const rows = openFacilitiesOf(loaded.facilities, service);
  const metersPerSecond = speedOf(settings.walking, group);
  const all = limitsOf(settings, service, metersPerSecond).map((one) => one.meters);
  const widest = catchmentLimit([...all, limit.meters]);
  const key = `${widest}:${service}:${demandKey}:${loaded.facilitiesKey}`;
  if (reading !== 'network') {
    const factor = reading === 'detour' ? settings.detourFactor : 1;
    if (factor === null) return undefined;
    const matrix = await memo.get(`catchments:${key}`, () =>
      run(catchments(demand, loaded.facilities, rows, widest)),
    );
    return withinLimit(matrix, limit.meters, factor);
  }
  // A table of distances stands in place of streets, as it does for coverage.
  const table = await tableReach(prepared, metersPerSecond, memo);
  if (table) return withinLimit(catchmentsFromTable(table, rows, widest), limit.meters);
  if (!network) return undefined;
  const { graph, places, facilities } = network;
  const matrix = await memo.get(`network-catchments:${key}:${network.key}`, () =>
    run(networkCatchments(graph, places, facilities, rows, widest)),
  );
  return withinLimit(matrix, limit.meters);
}

/** The part of a matrix whose metres × `factor` do not pass the limit (≤); its metres are those of the reading. */
export function withinLimit(matrix: Catchments, limitMeters: number, factor = 1): Catchments {
  const { rows, start, place, meters } = matrix;
  const kept: number[] = [];
  const from = new Uint32Array(rows.length + 1);
  for (let f = 0; f < rows.length; f++) {
    for (let e = start[f]; e < start[f + 1]; e++) if (meters[e] * factor <= limitMeters) kept.push(e);
    from[f + 1] = kept.length;
  }
  return {
    rows,
    limitMeters,
    start: from,
    place: Int32Array.from(kept, (e) => place[e]),
    meters: Float64Array.from(kept, (e) => meters[e] * factor),
  };
}
