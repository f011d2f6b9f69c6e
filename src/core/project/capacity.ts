import { allocate } from '../analysis/allocation.ts';
import { type AllocationDifference, allocationDifference } from '../analysis/allocation-difference.ts';
import type { Allocation } from '../analysis/allocation-result.ts';
import { allocateInOrder } from '../analysis/allocation-sequential.ts';
import type { Catchments } from '../analysis/catchments.ts';
import { type LedgerRow, ledger } from '../analysis/ledger.ts';
import { type Utilisation, utilisation } from '../analysis/utilisation.ts';
import { supplyColumn } from '../dataset/attributes.ts';
import { groupValues } from '../dataset/groups.ts';
import { type AccessKernel, accessBy } from './access-kernel.ts';
import { catchmentMatrix, type ServiceQuestion } from './catchment-matrix.ts';
import { lastOf } from './last.ts';
import type { Runner } from './load.ts';
import type { Memo } from './memo.ts';
import type { ProjectSettings } from './project.ts';
import type { SupplyId } from './supply-choice.ts';
import type { Prepared } from './workspace.ts';

/** What a service's supply is held against: whose need, how much each needs, and how it is given out. */
export interface CapacityQuestion extends ServiceQuestion {
  supply: SupplyId;
  /** Of the supply that one person needs: 1 place, or so many m². */
  perPerson: number;
  /** All at once by least walking, or facility by facility, the largest first. */
  order: 'together' | 'inTurn';
  kernel: AccessKernel;
}

/** Whom a facility takes: facility k of `rows` takes `people[e]` from `place[e]` over `meters[e]`, e in `start[k] … start[k+1]`. */
export interface Takes {
  start: Uint32Array;
  place: Int32Array;
  people: Float64Array;
  meters: Float64Array;
}

export interface CapacityAnswer {
  question: CapacityQuestion;
  /** The group's people by place. */
  values: Float64Array;
  allocation: Pick<Allocation, 'served' | 'noPlace' | 'outOfReach' | 'totals'>;
  rows: LedgerRow[];
  /** Open facilities of the service, in rows of the facilities; the uses and takes are in this order. */
  facilities: Int32Array;
  use: Utilisation;
  takes: Takes;
  /** Supply per person by place, in the unit of the supply; 0 where nothing reaches. */
  access: Float64Array;
  /** Supply per person of everybody together, whether it reaches them or not. */
  mean: number;
  difference: Omit<AllocationDifference, 'byPlace'>;
}

export interface CapacityTools {
  run: Runner;
  memo: Memo;
}

/**
 * Who has a place, by both ways of giving them out, and what each has of the supply by a floating catchment. Undefined when the
 * bands at hand do not make up the group, or the reading has nothing to measure on.
 */
export async function capacityOf(
  { run, memo }: CapacityTools,
  prepared: Prepared,
  settings: ProjectSettings,
  question: CapacityQuestion,
): Promise<CapacityAnswer | undefined> {
  const { loaded, demand, assignment } = prepared;
  const values = groupValues(demand.columns, question.group);
  const matrix = values && (await catchmentMatrix(prepared, settings, question, run, memo));
  if (!values || !matrix) return undefined;
  const supply = supplyColumn(loaded.facilities, question.supply);
  const persons = supply.map((amount) => amount / question.perPerson);
  const { together, inTurn } = await lastOf(
    memo,
    'capacity',
    allocationKey(prepared, settings, question),
    async () => ({
      together: await run(allocate(matrix, persons, values)),
      inTurn: await run(allocateInOrder(matrix, persons, values)),
    }),
  );
  const { byPlace: _byPlace, ...difference } = allocationDifference(together, inTurn);
  const chosen = question.order === 'together' ? together : inTurn;
  const { served, noPlace, outOfReach, totals } = chosen;
  const shared = accessBy(question.kernel, matrix, supply, values);
  return {
    question,
    values,
    allocation: { served, noPlace, outOfReach, totals },
    rows: ledger(chosen, values, loaded.districts, assignment),
    facilities: matrix.rows,
    use: utilisation(matrix, persons, values, chosen),
    takes: takesOf(matrix, chosen.takes),
    access: shared.access,
    mean: totals.people > 0 ? (shared.reachingSupply + shared.idleSupply) / totals.people : Number.NaN,
    difference,
  };
}

/** All that who has a place depends on: the kernel and the order change the map, not this. */
function allocationKey(prepared: Prepared, settings: ProjectSettings, question: CapacityQuestion): string {
  const { loaded, demandKey, network } = prepared;
  const { service, group, limit, reading, supply, perPerson } = question;
  return JSON.stringify([
    [service, group, limit.meters, reading, supply, perPerson],
    [settings.detourFactor, settings.walking, demandKey],
    [loaded.facilitiesKey, loaded.reachKey, network?.key],
  ]);
}

/** The entries of the matrix in which somebody is taken. */
function takesOf({ rows, start, place, meters }: Catchments, takes: Float64Array): Takes {
  const kept: number[] = [];
  const from = new Uint32Array(rows.length + 1);
  for (let f = 0; f < rows.length; f++) {
    for (let e = start[f]; e < start[f + 1]; e++) if (takes[e] > 0) kept.push(e);
    from[f + 1] = kept.length;
  }
  return {
    start: from,
    place: Int32Array.from(kept, (e) => place[e]),
    people: Float64Array.from(kept, (e) => takes[e]),
    meters: Float64Array.from(kept, (e) => meters[e]),
  };
}
