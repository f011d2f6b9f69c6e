import type { OpenSource } from '../../core/project/load.ts';
import type { Role } from '../../core/table/mapping.ts';
import type { ImportDraft } from '../store/import-draft.ts';

/**
 * The sources of a project after an import: a role that is brought anew replaces the former, facilities as the user says.
 * Where one source is to be replaced, only that one goes, and whatever there may be only one of. Barriers add up, water and
 * railways being different files; one of the same name is a newer state.
 */
export function mergeSources(
  former: OpenSource[],
  fresh: OpenSource[],
  { facilities, replaces }: Pick<ImportDraft, 'facilities' | 'replaces'>,
): OpenSource[] {
  const replaced = new Set<Role>(fresh.map(({ mapping }) => mapping.role));
  if (facilities === 'add' || replaces !== undefined) replaced.delete('facilities');
  if (replaces !== undefined) replaced.delete('background');
  const barriers = new Set(
    fresh.filter(({ mapping }) => mapping.role === 'barriers').map(({ files }) => files[0].name),
  );
  const kept = ({ mapping, files }: OpenSource) =>
    mapping.role === 'barriers' ? !barriers.has(files[0].name) : !replaced.has(mapping.role);
  const before = former.slice(0, replaces ?? former.length).filter(kept);
  const after = former.slice((replaces ?? former.length) + 1).filter(kept);
  return [...before, ...fresh, ...after];
}
