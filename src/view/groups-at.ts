import type { DemandColumn, DemandUnit } from '../core/dataset/demand.ts';
import { groupsOf, groupValues } from '../core/dataset/groups.ts';
import { groupUnit } from './names.ts';

/** How many of each group live at one place: the columns of the file, and the groups that are sums of them. */
export function groupsAt(
  columns: readonly DemandColumn[],
  place: number,
): { group: string; unit: DemandUnit; value: number }[] {
  const here = columns.map((column) => ({ ...column, values: column.values.subarray(place, place + 1) }));
  return groupsOf(here).map((group) => ({
    group,
    unit: groupUnit(group, here),
    value: groupValues(here, group)?.[0] ?? Number.NaN,
  }));
}
