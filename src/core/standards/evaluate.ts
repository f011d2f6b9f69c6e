import { type Catchments, catchments } from '../analysis/catchments.ts';
import { OUTSIDE_DISTRICTS, WHOLE_AREA } from '../analysis/coverage.ts';
import { twoStepFloatingCatchment } from '../analysis/floating-catchment.ts';
import type { Demand } from '../dataset/demand.ts';
import type { DistrictAssignment, Districts } from '../dataset/districts.ts';
import type { Facilities } from '../dataset/facilities.ts';
import { groupValues } from '../dataset/groups.ts';
import { ExactSums } from '../exact-sums.ts';
import type { Task } from '../task.ts';
import { evaluateAreaPerPerson } from './area-per-person.ts';
import type { Standard, StandardState } from './standard.ts';

/** A standard held against one district, or the whole area: the formula's numbers, the verdict, the work to be done. */
export interface StandardRow {
  /** As in `CoverageRow.district`. */
  district: number;
  level: string;
  state: StandardState;
  /** Sum of the attribute over the district's open facilities. */
  supply: number;
  people: number;
  /** supply / people, NaN without people or survey. */
  value: number;
  /** What is missing, in the unit of the attribute; 0 when met, NaN when there is no verdict. */
  shortfall: number;
  /** People of a district that is short; 0 otherwise. */
  peopleConcerned: number;
  /** Open facilities of the services concerned, and how many of them lack the attribute: a lower bound, if any do. */
  facilities: number;
  unsurveyed: number;
}

/** The same standard seen from where people live: what each has within the catchment of the facilities. */
export interface StandardCatchment {
  limitMeters: number;
  /** Supply per person by place (2SFCA, step). */
  access: Float64Array;
  underSuppliedPeople: number;
  /** Σ (value − access) × people over the under-supplied places. */
  shortfall: number;
}

export interface StandardResult {
  standard: Standard;
  rows: StandardRow[];
  catchment: StandardCatchment;
}

/** Everything a standard can be judged from. */
export interface StandardInput {
  demand: Demand;
  facilities: Facilities;
  /** District of each facility, level by level, as `assignment` is for places. */
  facilityAssignment: DistrictAssignment;
  districts: Districts | undefined;
  assignment: DistrictAssignment;
}

/** Judges a value: one function a measure. The second kind of standard is a second entry here. */
type Evaluator = (
  standard: Standard,
  sums: { supply: number; people: number; facilities: number; unsurveyed: number },
) => Pick<StandardRow, 'state' | 'value' | 'shortfall' | 'peopleConcerned'>;

const EVALUATORS: Record<Standard['measure'], Evaluator> = { area_per_person: evaluateAreaPerPerson };

/** Holds one standard against every district of every level, and against the catchments at `catchmentMeters`. */
export function* evaluateStandard(
  standard: Standard,
  catchmentMeters: number,
  input: StandardInput,
): Task<StandardResult> {
  const { demand, facilities } = input;
  const people = groupValues(demand.columns, standard.group) ?? new Float64Array(demand.count);
  const rows = Int32Array.from(
    facilities.status.flatMap((status, i) =>
      status === 'open' && standard.services.includes(facilities.service[i]) ? [i] : [],
    ),
  );
  const supply = facilities[standard.attribute];
  const matrix = yield* catchments(demand, facilities, rows, catchmentMeters);
  return {
    standard,
    rows: districtRows(standard, people, rows, supply, input),
    catchment: judgeCatchment(standard, matrix, supply, people, facilities),
  };
}

/** A city without a single such facility in the data has not been surveyed: it is not short of everything. */
function isSurveyed(standard: Standard, { service }: Facilities): boolean {
  return service.some((one) => standard.services.includes(one));
}

const unsurveyed: Evaluator = (_standard, { people }) => ({
  state: people > 0 ? 'not-surveyed' : 'no-people',
  value: NaN,
  shortfall: NaN,
  peopleConcerned: 0,
});

function districtRows(
  standard: Standard,
  people: Float64Array,
  rows: Int32Array,
  supply: Float64Array,
  { facilities, districts, assignment, facilityAssignment }: StandardInput,
): StandardRow[] {
  const judge = isSurveyed(standard, facilities) ? EVALUATORS[standard.measure] : unsurveyed;
  const out: StandardRow[] = [];
  const levels = [
    { level: 'all', count: 1, place: undefined, facility: undefined, at: () => WHOLE_AREA },
    ...(districts?.levels ?? []).map((level, l) => ({
      level,
      count: (districts?.count ?? 0) + 1,
      place: assignment[l],
      facility: facilityAssignment[l],
      at: (slot: number) =>
        slot === districts?.count ? OUTSIDE_DISTRICTS : districts?.level[slot] === l ? slot : undefined,
    })),
  ];
  for (const { level, count, place, facility, at } of levels) {
    const peopleBy = new ExactSums(count);
    const supplyBy = new ExactSums(count);
    const facilitiesBy = new Uint32Array(count);
    const unsurveyedBy = new Uint32Array(count);
    const slotOf = (bin: Int32Array | undefined, i: number) => (bin ? (bin[i] < 0 ? count - 1 : bin[i]) : 0);
    for (let i = 0; i < people.length; i++) if (people[i] > 0) peopleBy.add(slotOf(place, i), people[i]);
    for (const f of rows) {
      const slot = slotOf(facility, f);
      facilitiesBy[slot]++;
      if (Number.isNaN(supply[f])) unsurveyedBy[slot]++;
      else supplyBy.add(slot, supply[f]);
    }
    const peopleSums = peopleBy.values();
    const supplySums = supplyBy.values();
    for (let slot = 0; slot < count; slot++) {
      const district = at(slot);
      if (district === undefined) continue;
      const sums = {
        supply: supplySums[slot],
        people: peopleSums[slot],
        facilities: facilitiesBy[slot],
        unsurveyed: unsurveyedBy[slot],
      };
      // Outside of all districts is a row only when something is there.
      if (district === OUTSIDE_DISTRICTS && sums.people === 0 && sums.facilities === 0) continue;
      out.push({ district, level, ...sums, ...judge(standard, sums) });
    }
  }
  return out;
}

function judgeCatchment(
  standard: Standard,
  matrix: Catchments,
  supply: Float64Array,
  people: Float64Array,
  facilities: Facilities,
): StandardCatchment {
  const access = twoStepFloatingCatchment(matrix, supply, people);
  const { limitMeters } = matrix;
  if (!isSurveyed(standard, facilities)) {
    return { limitMeters, access, underSuppliedPeople: NaN, shortfall: NaN };
  }
  const sums = new ExactSums(2);
  for (let i = 0; i < people.length; i++) {
    if (!(people[i] > 0) || access[i] >= standard.value) continue;
    sums.add(0, people[i]);
    sums.add(1, (standard.value - access[i]) * people[i]);
  }
  const [underSuppliedPeople, shortfall] = sums.values();
  return { limitMeters, access, underSuppliedPeople, shortfall };
}
