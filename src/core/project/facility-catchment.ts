import { catchments } from '../analysis/catchments.ts';
import type { Limit, ReachMethod } from '../analysis/coverage.ts';
import type { Nearest } from '../analysis/nearest-facility.ts';
import type { Demand, DemandUnit } from '../dataset/demand.ts';
import { groupsOf, groupValues } from '../dataset/groups.ts';
import { ExactSums } from '../exact-sums.ts';
import { networkCatchments } from '../network/network-catchments.ts';
import { catchmentsFromTable } from '../network/reach-from-table.ts';
import type { Runner } from './load.ts';
import type { Memo } from './memo.ts';
import { tableReach } from './network-reach.ts';
import type { ProjectSettings } from './project.ts';
import type { WalkingNetwork } from './walking.ts';
import type { Prepared, Workspace } from './workspace.ts';

/** Whom one facility reaches by one method. */
export interface FacilityCatchment {
  method: ReachMethod;
  groups: {
    group: string;
    unit: DemandUnit;
    /** People within each limit: the whole catchment, shared with other facilities. */
    within: number[];
    /** Those of them for whom no facility of the service is nearer. */
    nearest: number[];
  }[];
}

/** Which facility, within which limits; the group whose speed made metres of the minutes. */
export interface CatchmentQuestion {
  facility: number;
  group: string;
  limits: Limit[];
}

export interface CatchmentTools {
  workspace: Workspace;
  run: Runner;
  memo: Memo;
}

/** A facility's places and their metres, as one row of a matrix of catchments. */
interface Row {
  place: Int32Array;
  meters: Float64Array;
}

/**
 * The catchment of one facility: straight, by the detour factor, and along the streets (or by the user's table), for every
 * group that can be answered for. A facility that is not open yet is asked about all the same; it is nearest for nobody.
 */
export async function facilityCatchment(
  { workspace, run, memo }: CatchmentTools,
  prepared: Prepared,
  settings: ProjectSettings,
  { facility, group, limits }: CatchmentQuestion,
): Promise<FacilityCatchment[]> {
  const { demand, loaded } = prepared;
  const service = loaded.facilities.service[facility];
  const coverage = await workspace.coverage(prepared, settings, service, group);
  if (!coverage) return [];
  const widest = Math.max(...limits.map((limit) => limit.meters));
  const rows = Int32Array.of(facility);
  const straight = await run(catchments(demand, loaded.facilities, rows, widest));
  const ask = (method: ReachMethod, row: Row, nearest: Nearest) => ({
    method,
    groups: peopleOf(demand, facility, row, nearest, limits),
  });
  const answers = [ask('straight', straight, coverage.nearest)];
  const { detourFactor: factor } = settings;
  if (factor !== null) {
    const longer = { ...straight, meters: straight.meters.map((meters) => meters * factor) };
    answers.push(ask('detour', longer, coverage.nearest));
  }
  const { network } = coverage;
  if (!network) return answers;
  // The table stands in place of streets, as it does for coverage.
  const table = await tableReach(prepared, coverage.metersPerSecond, memo);
  const walked = table
    ? catchmentsFromTable(table, rows, widest)
    : prepared.network && (await run(networkRow(prepared.network, rows, widest)));
  if (walked) answers.push(ask('network', walked, network.nearest));
  return answers;
}

function networkRow({ graph, places, facilities }: WalkingNetwork, rows: Int32Array, widest: number) {
  return networkCatchments(graph, places, facilities, rows, widest);
}

function peopleOf(
  { columns }: Demand,
  facility: number,
  { place, meters }: Row,
  nearest: Nearest,
  limits: Limit[],
): FacilityCatchment['groups'] {
  return groupsOf(columns).flatMap((group) => {
    const values = groupValues(columns, group);
    if (!values) return [];
    const sums = new ExactSums(limits.length * 2);
    for (let e = 0; e < place.length; e++) {
      const value = values[place[e]];
      if (!(value > 0)) continue;
      limits.forEach((limit, k) => {
        if (meters[e] > limit.meters) return;
        sums.add(k * 2, value);
        if (nearest.facility[place[e]] === facility) sums.add(k * 2 + 1, value);
      });
    }
    const all = Array.from(sums.values());
    const every = (offset: number) => limits.map((_, k) => all[k * 2 + offset]);
    const unit = columns.find((column) => column.id === group)?.unit ?? 'people';
    return [{ group, unit, within: every(0), nearest: every(1) }];
  });
}
