import { exactSum } from '../exact-sums.ts';
import type { Allocation } from './allocation-result.ts';

/** What giving out places facility by facility costs against giving them all out at once. */
export interface AllocationDifference {
  /** People served by the order-free way and not by the other: never below 0. */
  served: number;
  /** Metres (or minutes) a served person walks, the order-free way and the other; NaN where nobody is served. */
  metersPerServed: [orderFree: number, sequential: number];
  /** People more (above 0) or fewer served in each place the order-free way. */
  byPlace: Float64Array;
  /** People whose being served depends on the way: the larger of those who gain and those who lose. */
  peopleMoved: number;
}

export function allocationDifference(orderFree: Allocation, sequential: Allocation): AllocationDifference {
  const byPlace = orderFree.served.map((served, i) => served - sequential.served[i]);
  const each = ({ totals }: Allocation) =>
    totals.served > 0 ? totals.personMeters / totals.served : Number.NaN;
  const gained = exactSum(byPlace.map((people) => Math.max(0, people)));
  const lost = exactSum(byPlace.map((people) => Math.max(0, -people)));
  return {
    served: orderFree.totals.served - sequential.totals.served,
    metersPerServed: [each(orderFree), each(sequential)],
    byPlace,
    peopleMoved: Math.max(gained, lost),
  };
}
