import { setSession } from '../store/store.ts';
import { selectDistrict } from './select-place.ts';

/** Looks at one standard, and at the district whose line was pressed; undefined: at all of them again. */
export function showStandard(standardId: string | undefined, district?: number): void {
  setSession({ standardId, shortfallMode: 'districts' });
  if (district !== undefined) selectDistrict(district);
}
