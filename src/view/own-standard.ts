import type { Rule, Tier } from '../core/standards/rule.ts';
import type { Standard } from '../core/standards/standard.ts';

/** Measures that a user can set a number for without writing a rule. */
export const OWN_KINDS = ['ratio', 'coverage', 'count'] as const;
export const OWN_ATTRIBUTES = ['places', 'beds', 'landArea', 'floorArea', 'facilities'] as const;
export const OWN_TIERS = ['county', 'township', 'community'] as const;

/** What the form of an own standard holds. */
export interface OwnDraft {
  name: string;
  title: string;
  section: string;
  year: number;
  kind: (typeof OWN_KINDS)[number];
  service: string;
  attribute: string;
  per: number;
  group: string;
  value: number;
  meters: number;
  share: number;
  tier: Tier;
}

const UNITS: Record<string, string> = {
  places: 'places',
  beds: 'beds',
  landArea: 'm2',
  floorArea: 'm2',
  facilities: 'facilities',
};

/** The draft as a standard: its clause is the user's, its force `local`. */
export function ownStandard(draft: OwnDraft, id: string): Standard {
  const { name, title, section, year, kind } = draft;
  return {
    id,
    zh: name.trim(),
    en: name.trim(),
    serviceType: draft.service,
    measure: kind,
    ...numberOf(draft),
    baseYear: null,
    baseValue: null,
    targetYear: year,
    jurisdiction: '',
    force: 'local',
    verified: false,
    verification: '',
    formula: '',
    note: '',
    computability: 'full',
    source: { title: title.trim(), section: section.trim() },
    rule: ruleOf(draft),
    profile: 'own',
  };
}

function numberOf({
  kind,
  value,
  meters,
  attribute,
  per,
}: OwnDraft): Pick<Standard, 'operator' | 'value' | 'unit'> {
  if (kind === 'coverage') return { operator: '<=', value: meters, unit: 'm' };
  if (kind === 'count') return { operator: '>=', value, unit: 'facilities' };
  const unit = UNITS[attribute] ?? attribute;
  return { operator: '>=', value, unit: per === 1 ? `${unit}/person` : `${unit}/${per} pop` };
}

function ruleOf({ kind, service, attribute, per, group, meters, share, tier }: OwnDraft): Rule {
  const supply = { services: [service], attribute: kind === 'ratio' ? attribute : 'facilities' };
  if (kind === 'coverage') return { kind: 'coverage', supply, group, limit: { meters }, share };
  if (kind === 'count') return { kind: 'count-per-district', tiers: [tier], supply };
  return { kind: 'ratio', supply, group, per: Math.max(1, per) };
}
