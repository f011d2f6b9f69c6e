import { UNUSED } from './column-roles.ts';
import { groupName } from './names.ts';
import type { Say } from './words/index.ts';

/** A column's role in words. */
export function columnRoleName(role: string, say: Say): string {
  if (role === UNUSED) return say('screen.columnRole.unused');
  if (role.startsWith('attribute:')) return say(`attribute.${role.slice(10)}`);
  return role.startsWith('demand:') ? groupName(role.slice(7), say) : say(`screen.columnRole.${role}`);
}
