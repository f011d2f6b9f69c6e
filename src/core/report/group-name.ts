import { ageRangeOf } from '../dataset/groups.ts';
import type { Say } from './say.ts';

const NAMED_GROUPS = new Set([
  'people',
  'compounds',
  'dwellings',
  'residential_land',
  'age_60_plus',
  'age_0_2',
  'age_3_5',
  'age_6_11',
  'age_12_14',
  'orphans',
  'resettled',
]);

/** A demand column or age group in words. */
export function groupName(group: string, say: Say): string {
  if (NAMED_GROUPS.has(group)) return say(`group.${group}`);
  const range = ageRangeOf(group);
  if (!range) return group;
  return Number.isFinite(range.to)
    ? say('group.age_band', { from: range.from, to: range.to })
    : say('group.age_open', { from: range.from });
}
