import { supplyColumn } from '../dataset/attributes.ts';
import type { DemandColumn } from '../dataset/demand.ts';
import { ageRangeOf, groupsOf, groupValues } from '../dataset/groups.ts';
import { type Fairness, fairness } from '../fairness/fairness.ts';
import { type AccessKernel, accessBy } from './access-kernel.ts';
import type { CapacityTools } from './capacity.ts';
import { catchmentMatrix, type ServiceQuestion } from './catchment-matrix.ts';
import type { ProjectSettings } from './project.ts';
import type { SupplyId } from './supply-choice.ts';
import type { Prepared, Workspace } from './workspace.ts';

/** Whose value is compared: how far it is, or what each has of a supply that is shared. */
export interface FairnessQuestion extends ServiceQuestion {
  value: 'distance' | 'supply';
  supply: SupplyId;
  kernel: AccessKernel;
}

export interface FairnessAnswer {
  question: FairnessQuestion;
  /** The value per person by place; Infinity: unreachable. */
  values: Float64Array;
  /** People of the group asked about, by place. */
  people: Float64Array;
  fairness: Fairness;
}

/**
 * How unequally the value is spread, for the group asked about and others. Distance: every group of people. Supply: the group that it is
 * shared among and the bands within it; for others the number says nothing. Undefined as for `capacityOf`.
 */
export async function fairnessOf(
  { workspace, run, memo }: CapacityTools & { workspace: Workspace },
  prepared: Prepared,
  settings: ProjectSettings,
  question: FairnessQuestion,
): Promise<FairnessAnswer | undefined> {
  const { loaded, demand, assignment, network } = prepared;
  const people = groupValues(demand.columns, question.group);
  if (!people) return undefined;
  const byDistance = async () => {
    const one = await workspace.coverage(prepared, settings, question.service, question.group);
    if (question.reading === 'network') return one?.network?.nearest.meters;
    const factor = question.reading === 'detour' ? settings.detourFactor : 1;
    return factor === null ? undefined : one?.nearest.meters.map((meters) => meters * factor);
  };
  const bySupply = async () => {
    const matrix = await catchmentMatrix(prepared, settings, question, run, memo);
    if (!matrix) return undefined;
    const amounts = supplyColumn(loaded.facilities, question.supply);
    const { access } = accessBy(question.kernel, matrix, amounts, people);
    // Who stands at no street has not been measured on it: that is not the same as having nothing.
    if (question.reading !== 'network' || loaded.reach || !network) return access;
    return access.map((amount, place) =>
      network.places.edge[place] < 0 ? Number.POSITIVE_INFINITY : amount,
    );
  };
  const values = await (question.value === 'distance' ? byDistance() : bySupply());
  if (!values) return undefined;
  const groups = groupsCompared(demand.columns, question).flatMap((group) => {
    const found = groupValues(demand.columns, group);
    return found ? [{ group, people: found }] : [];
  });
  const found = await run(fairness({ values, groups, districts: loaded.districts, assignment }));
  return { question, values, people, fairness: found };
}

/** The group asked about first. */
export function groupsCompared(
  columns: DemandColumn[],
  { group, value }: Pick<FairnessQuestion, 'group' | 'value'>,
): string[] {
  const isOfPeople = (id: string) => id === 'people' || ageRangeOf(id) !== undefined;
  const own = ageRangeOf(group);
  const others = groupsOf(columns).filter((id) => {
    if (id === group || !isOfPeople(id) || !isOfPeople(group)) return false;
    const ages = ageRangeOf(id);
    if (value === 'distance') return true;
    return ages !== undefined && (!own || (ages.from >= own.from && ages.to <= own.to));
  });
  return [group, ...others];
}
