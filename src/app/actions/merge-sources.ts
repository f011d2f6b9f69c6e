import type { OpenSource } from '../../core/project/load.ts';
import type { Role } from '../../core/table/mapping.ts';

/** The sources of a project after an import: a role that is brought anew replaces the former, facilities as the user says. */
export function mergeSources(
  former: OpenSource[],
  fresh: OpenSource[],
  facilities: 'replace' | 'add',
): OpenSource[] {
  const replaced = new Set<Role>(fresh.map(({ mapping }) => mapping.role));
  if (facilities === 'add') replaced.delete('facilities');
  return [...former.filter(({ mapping }) => !replaced.has(mapping.role)), ...fresh];
}
