import { allocate } from '../core/analysis/allocation.ts';
import { type AllocationDifference, allocationDifference } from '../core/analysis/allocation-difference.ts';
import type { Allocation } from '../core/analysis/allocation-result.ts';
import { allocateInOrder } from '../core/analysis/allocation-sequential.ts';
import { cumulativeSupply, nearestInMatrix } from '../core/analysis/cumulative.ts';
import { type Decay, decayWeights } from '../core/analysis/decay.ts';
import { balancedFloatingCatchment, floatingCatchment } from '../core/analysis/floating-catchment.ts';
import { presentPeople } from '../core/analysis/people-units.ts';
import { utilisation } from '../core/analysis/utilisation.ts';
import { exactSum } from '../core/exact-sums.ts';
import type { AccessColumn } from '../core/report/access-table.ts';
import { runSync } from '../core/task.ts';
import type { AccessInputs } from './access-inputs.ts';

export const METHODS = [
  '2sfca',
  'e2sfca',
  'bfca',
  'allocation',
  'sequential',
  'nearest',
  'cumulative',
] as const;
export type AccessMethod = (typeof METHODS)[number];

/** Columns by place and, where places are given out, by facility; and figures for the summary. */
export interface AccessAnswer {
  places: Record<string, AccessColumn>;
  facilities?: Record<string, AccessColumn>;
  figures: Record<string, number>;
}

export function answerAccess(
  method: AccessMethod,
  decay: Decay | undefined,
  inputs: AccessInputs,
): AccessAnswer {
  const { matrix, demand, supply } = inputs;
  if (method === 'allocation' || method === 'sequential') return allocationAnswer(method, inputs);
  if (method === 'nearest') return nearestAnswer(inputs);
  const weights = decay ? decayWeights(decay, matrix.meters) : new Float64Array(matrix.meters.length).fill(1);
  if (method === 'cumulative') {
    const access = cumulativeSupply(matrix, weights, supply.amount, demand.id.length);
    return { places: { id: demand.id, access }, figures: withoutAccess(inputs, access) };
  }
  const measure = method === 'bfca' ? balancedFloatingCatchment : floatingCatchment;
  const found = measure(matrix, weights, supply.amount, demand.amount);
  const people = presentPeople(demand.amount);
  return {
    places: { id: demand.id, access: found.access },
    figures: {
      people_times_access: exactSum(found.access.map((access, i) => access * people[i])),
      reaching_supply: found.reachingSupply,
      idle_supply: found.idleSupply,
      facilities_not_surveyed: found.unsurveyed,
      ...withoutAccess(inputs, found.access),
    },
  };
}

function withoutAccess({ demand }: AccessInputs, access: Float64Array) {
  const people = presentPeople(demand.amount).map((count, i) => (access[i] > 0 ? 0 : count));
  return { people_without_access: exactSum(people) };
}

function nearestAnswer({ matrix, demand, supply }: AccessInputs): AccessAnswer {
  const nearest = nearestInMatrix(matrix, supply.amount, demand.id.length);
  const people = presentPeople(demand.amount);
  const facility = Array.from(nearest.facility, (f) => supply.id[f] ?? '');
  return {
    places: { id: demand.id, nearest: facility, cost: nearest.meters },
    figures: {
      people_out_of_reach: exactSum(people.map((count, i) => (nearest.facility[i] < 0 ? count : 0))),
    },
  };
}

/** Both ways are always computed, so that the one chosen is told with its difference from the other. */
function allocationAnswer(method: 'allocation' | 'sequential', inputs: AccessInputs): AccessAnswer {
  const { matrix, demand, supply } = inputs;
  const orderFree = runSync(allocate(matrix, supply.amount, demand.amount));
  const sequential = runSync(allocateInOrder(matrix, supply.amount, demand.amount));
  const chosen = method === 'allocation' ? orderFree : sequential;
  const people = presentPeople(demand.amount);
  const use = utilisation(matrix, supply.amount, demand.amount, chosen);
  return {
    places: {
      id: demand.id,
      access: chosen.served.map((served, i) => (people[i] > 0 ? served / people[i] : Number.NaN)),
      people,
      served: chosen.served,
      no_place: chosen.noPlace,
      out_of_reach: chosen.outOfReach,
    },
    facilities: {
      id: supply.id,
      capacity: use.capacity,
      used: use.used,
      free: use.free,
      share: use.share,
      people_reached: use.peopleReached,
      mean_cost: use.meanMeters,
    },
    figures: allocationFigures(chosen, allocationDifference(orderFree, sequential)),
  };
}

function allocationFigures({ totals }: Allocation, difference: AllocationDifference) {
  const [orderFree, sequential] = difference.metersPerServed;
  return {
    people: totals.people,
    served: totals.served,
    no_place: totals.noPlace,
    out_of_reach: totals.outOfReach,
    people_times_cost: totals.personMeters,
    facilities_not_surveyed: totals.unsurveyed,
    no_place_near_not_surveyed: totals.noPlaceNearUnsurveyed,
    served_more_than_sequential: difference.served,
    people_who_differ_from_sequential: difference.peopleMoved,
    cost_per_served_order_free: orderFree,
    cost_per_served_sequential: sequential,
  };
}
