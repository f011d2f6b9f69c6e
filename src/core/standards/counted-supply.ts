import type { Task } from '../task.ts';
import { residentsOf, type StandardInput } from './input.ts';
import type { ResolvedStandard } from './resolved.ts';
import type { Chosen } from './supply.ts';
import { type Tally, tally } from './tally.ts';

/** What a district has of a supply: places are [residents, …more]. */
export interface UnitSupply {
  at: Tally;
  amount: number;
  facilities: number;
  unsurveyed: number;
}

/**
 * The supply of every district of the tiers: what stands inside; with borders open also what lies outside and can be reached
 * by people inside, whole, since a facility that serves two districts serves both.
 */
export function* supplyOfUnits(
  supply: Chosen,
  levels: number[],
  standard: ResolvedStandard,
  input: StandardInput,
  morePlaces: Float64Array[] = [],
): Task<UnitSupply[]> {
  const sums = yield* tally(input, {
    places: [residentsOf(input), ...morePlaces],
    rows: supply.rows,
    facilities: [supply.amounts, supply.ones, supply.unsurveyed],
  });
  const extra = input.crossBoundary ? yield* reachedFromInside(supply, standard, input) : undefined;
  return sums
    .filter(({ levelIndex, district }) => levels.includes(levelIndex) && district >= 0)
    .map((at) => {
      const [amount, facilities, unsurveyed] = at.facilities;
      const more = extra?.get(at.district) ?? [];
      const known = more.map((i) => supply.amounts[i]).filter((one) => !Number.isNaN(one));
      return {
        at,
        amount: known.reduce((sum, one) => sum + one, amount),
        facilities: facilities + more.length,
        unsurveyed: unsurveyed + more.length - known.length,
      };
    });
}

/** By district: the facilities outside (index into the supply, ascending) whose catchment holds people of the district. */
function* reachedFromInside(
  supply: Chosen,
  standard: ResolvedStandard,
  { reach, assignment, facilityAssignment, demand, ...input }: StandardInput,
): Task<Map<number, number[]>> {
  const matrix = yield* reach.catchments(supply.rows, reach.ofCatchment(standard.catchmentMeters));
  const people = residentsOf({ demand });
  const out = new Map<number, number[]>();
  for (let f = 0; f < matrix.rows.length; f++) {
    const seen = new Set<number>();
    for (let l = 0; l < (input.districts?.levels.length ?? 0); l++) {
      seen.add(facilityAssignment[l][matrix.rows[f]]);
      for (let e = matrix.start[f]; e < matrix.start[f + 1]; e++) {
        const place = matrix.place[e];
        const district = assignment[l][place];
        if (district < 0 || seen.has(district) || !(people[place] > 0)) continue;
        seen.add(district);
        out.set(district, [...(out.get(district) ?? []), f]);
      }
    }
  }
  return out;
}
