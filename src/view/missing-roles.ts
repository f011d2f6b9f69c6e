import type { Role } from '../core/table/mapping.ts';

/** Without these two nothing can be answered; districts and backgrounds may stay away. */
const NEEDED = ['people', 'facilities'] as const satisfies readonly Role[];

export type NeededRole = (typeof NEEDED)[number];

/** What still has to be brought before a project can be analysed. */
export function missingRoles(present: readonly Role[]): NeededRole[] {
  return NEEDED.filter((role) => !present.includes(role));
}
