import { exactSum } from '../exact-sums.ts';
import type { Catchments } from './catchments.ts';
import { PERSON, presentPeople, unitsOfPeople } from './people-units.ts';

/**
 * Who gets a place where. Every person is in exactly one of three: served, in reach but no place, out of reach; place by
 * place they sum to the people. People can be divided: part of a cell may be served here and part there.
 */
export interface Allocation {
  /** By place. People of NaN or below 0 count as none. */
  served: Float64Array;
  noPlace: Float64Array;
  outOfReach: Float64Array;
  /** People of each entry of the matrix that its facility takes: `takes[e]` go from `place[e]` over `meters[e]`. */
  takes: Float64Array;
  /** People taken by each facility of the matrix; NaN where the capacity is not surveyed. */
  used: Float64Array;
  totals: AllocationTotals;
}

export interface AllocationTotals {
  people: number;
  served: number;
  noPlace: number;
  outOfReach: number;
  /** Σ people × cost of those served, in the unit of the matrix. */
  personMeters: number;
  /** Facilities whose capacity is NaN (not surveyed): they put places in reach but are known to give none. */
  unsurveyed: number;
  /** Of the people without a place, those who reach such a facility: surveying it may change their state. */
  noPlaceNearUnsurveyed: number;
}

/** The totals of any way of giving out places, from what each entry of the matrix takes (in units of 1/PERSON). */
export function allocationOf(
  matrix: Catchments,
  capacity: ArrayLike<number>,
  people: Float64Array,
  units: Float64Array,
): Allocation {
  const { rows, start, place, meters } = matrix;
  const present = presentPeople(people);
  const taken = new Float64Array(people.length);
  const reached = new Uint8Array(people.length);
  const nearUnsurveyed = new Uint8Array(people.length);
  const used = new Float64Array(rows.length);
  let unsurveyed = 0;
  for (let f = 0; f < rows.length; f++) {
    const unknown = Number.isNaN(capacity[rows[f]]);
    if (unknown) unsurveyed++;
    let sum = 0;
    for (let e = start[f]; e < start[f + 1]; e++) {
      reached[place[e]] = 1;
      if (unknown) nearUnsurveyed[place[e]] = 1;
      taken[place[e]] += units[e];
      sum += units[e];
    }
    used[f] = unknown ? Number.NaN : sum / PERSON;
  }
  const served = present.map((count, i) => (taken[i] === unitsOfPeople(count) ? count : taken[i] / PERSON));
  const outOfReach = present.map((count, i) => (reached[i] ? 0 : count));
  const noPlace = present.map((count, i) => (reached[i] ? count - served[i] : 0));
  const takes = units.map((amount) => amount / PERSON);
  const totals = {
    people: exactSum(present),
    served: exactSum(served),
    noPlace: exactSum(noPlace),
    outOfReach: exactSum(outOfReach),
    personMeters: exactSum(takes.map((amount, e) => (amount > 0 ? amount * meters[e] : 0))),
    unsurveyed,
    noPlaceNearUnsurveyed: exactSum(noPlace.map((count, i) => (nearUnsurveyed[i] ? count : 0))),
  };
  return { served, noPlace, outOfReach, takes, used, totals };
}
