import type { Facilities } from '../core/dataset/facilities.ts';
import type { ServiceId } from '../core/dataset/services.ts';

/** Rows of the open facilities of some services, in a district or everywhere, ascending. `assignment`: level by level. */
export function facilitiesIn(
  { count, service, status }: Pick<Facilities, 'count' | 'service' | 'status'>,
  assignment: readonly Int32Array[],
  services: readonly ServiceId[],
  district: number | undefined,
): number[] {
  const rows: number[] = [];
  for (let row = 0; row < count; row++) {
    if (status[row] !== 'open' || !services.includes(service[row])) continue;
    if (district === undefined || assignment.some((of) => of[row] === district)) rows.push(row);
  }
  return rows;
}
