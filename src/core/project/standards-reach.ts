import { type Catchments, catchments } from '../analysis/catchments.ts';
import type { ReachMethod } from '../analysis/coverage.ts';
import { type Nearest, nearestFacility } from '../analysis/nearest-facility.ts';
import { networkCatchments } from '../network/network-catchments.ts';
import { networkNearest } from '../network/reach.ts';
import {
  catchmentsFromTable,
  type MatchedReach,
  matchReach,
  nearestFromTable,
} from '../network/reach-from-table.ts';
import type { AskedReach, ReachShown, ReachSource } from '../standards/input.ts';
import type { CoverageLimit } from '../standards/rule.ts';
import type { Task } from '../task.ts';
import { metersOfMinutes } from './limits.ts';
import type { ProjectSettings } from './project.ts';
import { speedOf } from './walking-speeds.ts';
import type { Prepared } from './workspace.ts';

/** Distances that several standards ask for, kept as long as the data they are made from. */
export type ReachCache = Map<string, Nearest | Catchments | MatchedReach>;

type ReachSettings = Pick<ProjectSettings, 'standardsReading' | 'detourFactor' | 'walking'>;
type ReachData = Pick<Prepared, 'loaded' | 'demand' | 'network'>;

/** 绕行系数 where the project sets none. */
const DETOUR = 1.3;

/**
 * Measures for the standards: a clause's own reading first, else the project's; minutes at the speed of the group. A table of
 * distances stands for the streets. Driving times need such a table.
 */
export function standardsReach(data: ReachData, settings: ReachSettings, cache: ReachCache): ReachSource {
  const hasTable = data.loaded.reach !== undefined;
  const hasNetwork = hasTable || data.network !== undefined;
  const { standardsReading, detourFactor } = settings;
  const chosen = standardsReading === 'auto' ? (hasNetwork ? 'network' : 'straight') : standardsReading;
  const show = (reading: ReachMethod, meters: number): ReachShown => ({
    reading,
    meters,
    ...(reading === 'detour' ? { factor: detourFactor ?? DETOUR } : {}),
    fromTable: hasTable && reading === 'network',
  });
  return {
    ask(limit, group, wanted): AskedReach {
      const isDrive = 'minutes' in limit && limit.mode === 'drive';
      if (isDrive && !hasTable) return { missing: { reason: 'drive', values: { minutes: limit.minutes } } };
      const reading = isDrive ? 'network' : (wanted ?? chosen);
      if (reading === 'network' && !hasNetwork) return { missing: { reason: 'streets', values: {} } };
      const metersPerSecond = speedOf(settings.walking, group);
      const shown = show(reading, metersOf(limit, metersPerSecond));
      // A table of distances has no times of its own: the speed says what its minutes mean, and is shown.
      return { shown: 'minutes' in limit ? { ...shown, minutes: limit.minutes, metersPerSecond } : shown };
    },
    ofCatchment(meters) {
      const isChosen = standardsReading !== 'auto' && (chosen !== 'network' || hasNetwork);
      return show(isChosen ? chosen : 'straight', meters);
    },
    nearest: (rows, shown) => nearestOf(data, rows, shown, cache),
    catchments: (rows, shown) => catchmentsOf(data, rows, shown, cache),
  };
}

function metersOf(limit: CoverageLimit, metersPerSecond: number): number {
  return 'meters' in limit ? limit.meters : metersOfMinutes(limit.minutes, metersPerSecond);
}

function* nearestOf(
  { loaded, demand, network }: ReachData,
  rows: Int32Array,
  shown: ReachShown,
  cache: ReachCache,
): Task<Nearest> {
  const { reading, factor = 1, fromTable } = shown;
  const isAlong = reading === 'network';
  const key = `nearest:${isAlong ? speedKey(shown) : 'straight'}:${rows.join(',')}`;
  const known = cache.get(key) as Nearest | undefined;
  const found =
    known ??
    (isAlong && fromTable
      ? nearestFromTable(tableOf(loaded, demand, shown, cache), demand.count, rows)
      : isAlong && network
        ? yield* networkNearest(network.graph, network.places, network.facilities, rows)
        : yield* nearestFacility(demand, loaded.facilities, rows));
  cache.set(key, found);
  return factor === 1 ? found : { ...found, meters: found.meters.map((meters) => meters * factor) };
}

function* catchmentsOf(
  { loaded, demand, network }: ReachData,
  rows: Int32Array,
  shown: ReachShown,
  cache: ReachCache,
): Task<Catchments> {
  const { reading, factor = 1, meters, fromTable } = shown;
  const isAlong = reading === 'network';
  const key = `catchments:${meters}:${isAlong ? speedKey(shown) : factor}:${rows.join(',')}`;
  const known = cache.get(key) as Catchments | undefined;
  if (known) return known;
  const found =
    isAlong && fromTable
      ? catchmentsFromTable(tableOf(loaded, demand, shown, cache), rows, meters)
      : isAlong && network
        ? yield* networkCatchments(network.graph, network.places, network.facilities, rows, meters)
        : yield* catchments(demand, loaded.facilities, rows, meters, factor);
  cache.set(key, found);
  return found;
}

function speedKey({ fromTable, metersPerSecond = 1 }: ReachShown): string {
  return fromTable ? `table:${metersPerSecond}` : 'streets';
}

function tableOf(
  { reach, facilities }: ReachData['loaded'],
  demand: ReachData['demand'],
  { metersPerSecond = 1 }: ReachShown,
  cache: ReachCache,
): MatchedReach {
  if (!reach) throw new Error('a table of distances was asked for and is not there');
  const key = `table:${metersPerSecond}`;
  const known = cache.get(key) as MatchedReach | undefined;
  const matched = known ?? matchReach(reach, demand, facilities, metersPerSecond);
  cache.set(key, matched);
  return matched;
}
