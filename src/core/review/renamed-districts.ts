import library from '../../../data/places/renamed-districts.json';

/** A district that has another name now. See `data/places/README.md`. */
export interface RenamedDistrict {
  city: string;
  old: string;
  now: string;
  year: number;
  change: 'renamed' | 'merged';
  source: string;
}

export const RENAMED_DISTRICTS: readonly RenamedDistrict[] = library as RenamedDistrict[];

const byOldName = new Map(RENAMED_DISTRICTS.map((fact) => [fact.old, fact]));

export function renamedDistrict(name: string): RenamedDistrict | undefined {
  return byOldName.get(name.normalize('NFKC').trim());
}

/** The present name of a district, for comparing names of different years. */
export function presentName(name: string): string {
  const plain = name.normalize('NFKC').trim();
  return byOldName.get(plain)?.now ?? plain;
}
