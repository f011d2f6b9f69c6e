import { OUTSIDE_DISTRICTS, WHOLE_AREA } from '../core/analysis/coverage.ts';
import type { DemandUnit } from '../core/dataset/demand.ts';
import { type ServiceId, serviceOf } from '../core/dataset/services.ts';
import type { Language, Say } from './words/index.ts';

/** Ids become words here and nowhere else. */

export function serviceName(id: ServiceId, language: Language): string {
  return serviceOf(id)[language];
}

/** A service inside an English sentence begins with a small letter. */
export function serviceInSentence(id: ServiceId, language: Language): string {
  const name = serviceName(id, language);
  return language === 'en' ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

export { groupName } from '../core/report/group-name.ts';

/** What a group is counted in. Age bands and residents are people. */
export function groupUnit(group: string, columns: readonly { id: string; unit: DemandUnit }[]): DemandUnit {
  return columns.find((column) => column.id === group)?.unit ?? 'people';
}

export interface DistrictNames {
  name: string[];
  code: string[];
  level: Int32Array;
  levels: string[];
}

export function districtName(district: number, districts: DistrictNames | undefined, say: Say): string {
  if (district === WHOLE_AREA) return say('level.all');
  if (district === OUTSIDE_DISTRICTS) return say('outsideDistricts');
  return districts?.name[district] || districts?.code[district] || String(district);
}

/** The one level of a file that names none is called `district` inside; usual Chinese levels are translated beside their name. */
export function levelName(level: string, say: Say): string {
  if (level === 'all' || level === 'district') return say(`level.${level}`);
  const key = `screen.levelName.${level}`;
  const known = say(key);
  return known === key ? level : known;
}
