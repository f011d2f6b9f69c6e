import { facilitiesWithin } from '../analysis/catchments.ts';
import { networkCatchments } from '../network/network-catchments.ts';
import { networkNearest } from '../network/reach.ts';
import {
  catchmentsFromTable,
  type MatchedReach,
  matchReach,
  nearestFromTable,
} from '../network/reach-from-table.ts';
import { catchmentLimit } from './limits.ts';
import type { Runner } from './load.ts';
import type { Memo } from './memo.ts';
import type { NetworkReach } from './result.ts';
import type { WalkingNetwork } from './walking.ts';
import type { Prepared } from './workspace.ts';

/** What reach beyond the straight line is asked of: a service's open facilities, the limits in metres, the speed of the people asked about. */
export interface ReachQuestion {
  service: string;
  rows: Int32Array;
  limitsMeters: number[];
  metersPerSecond: number;
}

/** Reach of one service along the streets, or as a table of the user's says. Undefined when there is neither. */
export async function networkReach(
  prepared: Prepared,
  question: ReachQuestion,
  run: Runner,
  memo: Memo,
): Promise<NetworkReach | undefined> {
  const { metersPerSecond } = question;
  const table = await tableReach(prepared, metersPerSecond, memo);
  if (table) return { ...fromTable(table, prepared.demand.count, question), metersPerSecond };
  const { network } = prepared;
  return network && { ...(await alongStreets(prepared, network, question, run, memo)), metersPerSecond };
}

type BareReach = Omit<NetworkReach, 'metersPerSecond'>;

/** The user's table matched to places and facilities, once a speed (its times become metres). */
export async function tableReach(
  { loaded, demand, demandKey }: Pick<Prepared, 'loaded' | 'demand' | 'demandKey'>,
  metersPerSecond: number,
  memo: Memo,
): Promise<MatchedReach | undefined> {
  const { reach, reachKey, facilities, facilitiesKey } = loaded;
  if (!reach) return undefined;
  const key = `reach:${metersPerSecond}:${reachKey}:${demandKey}:${facilitiesKey}`;
  return memo.get(key, async () => matchReach(reach, demand, facilities, metersPerSecond));
}

function fromTable(
  reach: MatchedReach,
  placeCount: number,
  { rows, limitsMeters }: ReachQuestion,
): BareReach {
  const matrix = catchmentsFromTable(reach, rows, catchmentLimit(limitsMeters));
  return {
    nearest: nearestFromTable(reach, placeCount, rows),
    within: limitsMeters.map((limit) => facilitiesWithin(matrix, placeCount, limit)),
  };
}

async function alongStreets(
  { demand, demandKey, loaded }: Prepared,
  { graph, places, facilities, key: networkKey }: WalkingNetwork,
  { service, rows, limitsMeters }: ReachQuestion,
  run: Runner,
  memo: Memo,
): Promise<BareReach> {
  const key = `${service}:${demandKey}:${loaded.facilitiesKey}:${networkKey}`;
  const widest = catchmentLimit(limitsMeters);
  const nearest = await memo.get(`network-nearest:${key}`, () =>
    run(networkNearest(graph, places, facilities, rows)),
  );
  const matrix = await memo.get(`network-catchments:${widest}:${key}`, () =>
    run(networkCatchments(graph, places, facilities, rows, widest)),
  );
  return { nearest, within: limitsMeters.map((limit) => facilitiesWithin(matrix, demand.count, limit)) };
}
