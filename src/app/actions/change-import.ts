import type { CoordinateSystem, Mapping, Role } from '../../core/table/mapping.ts';
import { assignColumn, changeRole } from '../../view/column-roles.ts';
import type { ImportDraft } from '../store/import-draft.ts';
import { put, setImporting, useStore } from '../store/store.ts';
import { changeDraft, changeItem, checkImportItem } from './check-import.ts';

/** What the user may change in the import dialog before confirming. */

function changeMapping(index: number, change: (mapping: Mapping) => Mapping, crsIsGuess?: boolean): void {
  const item = useStore.getState().importing?.items[index];
  if (!item?.mapping) return;
  changeItem(index, {
    mapping: change(item.mapping),
    crsIsGuess: crsIsGuess ?? item.crsIsGuess,
    isWanted: true,
  });
  void checkImportItem(index);
}

export function setColumnRole(index: number, header: string, role: string): void {
  changeMapping(index, (mapping) => assignColumn(mapping, header, role));
}

export function setFileRole(index: number, role: Role): void {
  changeMapping(index, (mapping) => changeRole(mapping, role));
}

export function setCoordinateSystem(index: number, crs: CoordinateSystem): void {
  changeMapping(index, (mapping) => ('crs' in mapping ? { ...mapping, crs } : mapping), false);
}

/** All rows are this service; '' takes it back. */
export function setFixedService(index: number, service: string): void {
  changeMapping(index, (mapping) => {
    if (mapping.role !== 'facilities') return mapping;
    const { fixedService: _former, ...rest } = mapping;
    return service === '' ? rest : { ...rest, fixedService: service };
  });
}

/** How far apart the ends of street lines may be and still meet, metres. */
export function setTolerance(index: number, toleranceMeters: number): void {
  if (!(toleranceMeters >= 0 && toleranceMeters <= 50)) return;
  changeMapping(index, (mapping) => (mapping.role === 'streets' ? { ...mapping, toleranceMeters } : mapping));
}

export function setItemWanted(index: number, isWanted: boolean): void {
  changeItem(index, { isWanted });
}

export function setFacilitiesMode(facilities: ImportDraft['facilities']): void {
  changeDraft((draft) => ({ ...draft, facilities }));
}

export function closeImport(): void {
  setImporting(undefined);
  put('inspections', []);
}
