import { ATTRIBUTES } from '../core/dataset/attributes.ts';
import type { DemandUnit } from '../core/dataset/demand.ts';
import type { Mapping, Role } from '../core/table/mapping.ts';

/**
 * The role of each column of a file, as the import dialog offers it: one select a column. A mapping says it by field;
 * these two directions turn one into the other without losing anything.
 */
export const UNUSED = 'unused';

const FIELDS: Record<Role, readonly string[]> = {
  facilities: [
    'name',
    'service',
    'lng',
    'lat',
    'coordinates',
    'status',
    'capacity',
    'landArea',
    'floorArea',
    'id',
  ],
  people: ['lng', 'lat', 'coordinates', 'cell', 'name'],
  districts: ['name', 'code', 'level', 'parent'],
  streets: [],
  reach: ['from', 'to', 'meters', 'minutes'],
  barriers: [],
  background: [],
};

const DEMANDS: readonly string[] = [
  'people',
  'age_0_2',
  'age_3_5',
  'age_6_11',
  'age_12_14',
  'age_60_plus',
  'age_60_69',
  'age_70_79',
  'age_80_plus',
  'orphans',
  'resettled',
  'dwellings',
  'residential_land',
];

const UNITS: Record<string, DemandUnit> = {
  dwellings: 'dwellings',
  compounds: 'dwellings',
  residential_land: 'm2',
};

/** Everything a column of such a file can be. Counts of people are written `demand:<group>`, attributes `attribute:<id>`. */
export function columnRoles(mapping: Mapping): string[] {
  const fields = [UNUSED, ...FIELDS[mapping.role]];
  if (mapping.role === 'facilities') return [...fields, ...ATTRIBUTES.map(({ id }) => `attribute:${id}`)];
  if (mapping.role !== 'people') return fields;
  const demands = new Set([...DEMANDS, ...mapping.demand.map((one) => one.as)]);
  return [...fields, ...[...demands].map((id) => `demand:${id}`)];
}

export function columnRole(mapping: Mapping, header: string): string {
  if (mapping.role === 'people') {
    const demand = mapping.demand.find((one) => one.column === header);
    if (demand) return `demand:${demand.as}`;
  }
  if (mapping.role === 'facilities') {
    const attribute = mapping.attributes?.find((one) => one.column === header);
    if (attribute) return `attribute:${attribute.as}`;
  }
  const fields = mapping as unknown as Record<string, unknown>;
  return FIELDS[mapping.role].find((field) => fields[field] === header) ?? UNUSED;
}

/** The mapping with a column in its new role; the column that had the role before loses it. */
export function assignColumn(mapping: Mapping, header: string, role: string): Mapping {
  const free: Record<string, unknown> = { ...mapping };
  for (const field of FIELDS[mapping.role]) if (free[field] === header || field === role) delete free[field];
  if (mapping.role === 'people') {
    const kept = mapping.demand.filter((one) => one.column !== header && `demand:${one.as}` !== role);
    free.demand = role.startsWith('demand:')
      ? [...kept, { column: header, as: role.slice(7), unit: UNITS[role.slice(7)] ?? 'people' }]
      : kept;
  }
  if (mapping.role === 'facilities') {
    const kept = (mapping.attributes ?? []).filter(
      (one) => one.column !== header && `attribute:${one.as}` !== role,
    );
    const added = role.startsWith('attribute:') ? [{ column: header, as: role.slice(10) }] : [];
    free.attributes = [...kept, ...added];
    if (kept.length + added.length === 0) delete free.attributes;
  }
  if (role !== UNUSED && !role.includes(':')) free[role] = header;
  // One column cannot be both halves and the whole of a position.
  if (role === 'coordinates') {
    delete free.lng;
    delete free.lat;
    free.coordinatesOrder ??= 'lng-lat';
  } else if (role === 'lng' || role === 'lat') {
    delete free.coordinates;
    delete free.coordinatesOrder;
  }
  return free as unknown as Mapping;
}

/** A fresh mapping when the user says that a file is something else; the position is kept. */
export function changeRole(mapping: Mapping, role: Role): Mapping {
  if (mapping.role === role) return mapping;
  const fresh = freshMapping(mapping, role);
  return mapping.sheet === undefined ? fresh : { ...fresh, sheet: mapping.sheet };
}

function freshMapping(mapping: Mapping, role: Role): Mapping {
  const held = mapping as unknown as Record<string, unknown>;
  const keep = Object.fromEntries(
    ['lng', 'lat', 'coordinates', 'coordinatesOrder', 'name'].flatMap((key) =>
      held[key] ? [[key, held[key]]] : [],
    ),
  );
  const crs = 'crs' in mapping ? mapping.crs : 'wgs84';
  switch (role) {
    case 'facilities':
      return { role, crs, ...keep };
    case 'people':
      return { role, crs, ...keep, demand: [] };
    case 'districts':
      return { role, ...(keep.name ? { name: String(keep.name) } : {}) };
    case 'reach':
      return { role, from: '', to: '' };
    case 'streets':
    case 'barriers':
    case 'background':
      return { role };
  }
}
