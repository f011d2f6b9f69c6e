import type { FileContent } from '../formats/content.ts';
import { UnusableData } from '../issue.ts';
import { type AttributeGuess, guessAttributes } from './guess-attributes.ts';
import { looksLikeBarriers } from './guess-barriers.ts';
import { type DemandGuess, guessDemand } from './guess-demand.ts';
import { districtFields, type FacilityField, facilityFields, placeName } from './guess-fields.ts';
import { type Confidence, guessPosition, type PositionGuess } from './guess-position.ts';
import { guessReach } from './guess-reach.ts';
import type { Mapping, PositionMapping, Role } from './mapping.ts';
import { type ColumnProfile, profileColumns } from './profile.ts';

export type { Confidence } from './guess-position.ts';

/**
 * A guess, to be shown and confirmed. `confidence` has an entry for each field of the mapping (`role`, `lng`, `crs` …
 * and `demand.<column>`): found by its header, by its values, or not found / assumed.
 */
export interface Guess {
  mapping: Mapping;
  confidence: Record<string, Confidence>;
}

interface Evidence {
  profiles: ColumnProfile[];
  position: PositionGuess;
  cell: ColumnProfile | undefined;
  demand: DemandGuess[];
  facility: Partial<Record<FacilityField, string>>;
  attributes: AttributeGuess[];
  file: string;
}

/** What a file seems to be and what its columns seem to mean. A `hint` decides the role, except that a raster is people. Throws UnusableData `reach-columns-missing` for a hint that cannot be followed. */
export function guessMapping(content: FileContent, hint?: Role): Guess {
  const guess = guessColumns(content, hint);
  // Of several sheets the one that was read is kept in mind: its columns are what was guessed.
  if (content.kind === 'raster' || content.sheet === undefined || (content.sheets?.length ?? 0) < 2)
    return guess;
  return { ...guess, mapping: { ...guess.mapping, sheet: content.sheet } };
}

function guessColumns(content: FileContent, hint?: Role): Guess {
  if (content.kind === 'raster')
    return { mapping: { role: 'people', crs: 'wgs84', demand: [] }, confidence: { role: 'values' } };
  const reach = content.kind === 'table' ? guessReach(content.table) : undefined;
  if (hint === 'reach' && !reach) {
    const values = { headers: content.table.header.join(', ') };
    throw new UnusableData({ code: 'reach-columns-missing', file: content.table.file, values });
  }
  if (reach && (hint === undefined || hint === 'reach')) {
    return { mapping: { role: 'reach', ...reach }, confidence: { role: 'header' } };
  }
  const profiles = profileColumns(content.table);
  const { file } = content.table;
  const attributes = guessAttributes(profiles);
  const evidence: Evidence = {
    profiles,
    // Features carry their positions in their geometry, whatever columns repeat them; only the words are asked.
    position: content.kind === 'features' ? geometryPosition(profiles, file) : guessPosition(profiles, file),
    cell: profiles.find((profile) => profile.cellShare >= 0.8),
    demand: guessDemand(content.table, profiles),
    facility: facilityFields(withoutAttributes(profiles, attributes)),
    attributes,
    file,
  };
  const role = hint ? { role: hint, confidence: 'header' as const } : guessRole(content, evidence);
  const guess = mappingOf(role.role, evidence);
  return { mapping: guess.mapping, confidence: { role: role.confidence, ...guess.confidence } };
}

/** Nursing beds are no capacity and 办学类型 is no service; plain places and beds may be the capacity. */
function withoutAttributes(profiles: ColumnProfile[], attributes: AttributeGuess[]): ColumnProfile[] {
  const special = new Set(
    attributes.filter(({ as }) => as !== 'places' && as !== 'beds').map(({ column }) => column),
  );
  return profiles.filter(({ name }) => !special.has(name));
}

function geometryPosition(profiles: ColumnProfile[], file: string): PositionGuess {
  const named = guessPosition(profiles, file);
  const degrees = named.mapping.crs === 'gcj02' || named.mapping.crs === 'bd09';
  return degrees && named.crs === 'header'
    ? { mapping: { crs: named.mapping.crs }, position: 'values', crs: 'header' }
    : { mapping: { crs: 'wgs84' }, position: 'values', crs: 'none' };
}

const BACKGROUND_WORDS = /^(highway|railway|waterway|natural|water)$/;
const RESIDENTIAL_FILE = /residential|住宅|小区|居住|compound|(^|_)aoi/i;

function guessRole(
  content: Exclude<FileContent, { kind: 'raster' }>,
  evidence: Evidence,
): { role: Role; confidence: Confidence } {
  const { cell, demand, facility, profiles, file } = evidence;
  const geometry = content.kind === 'features' ? content.geometry : 'table';
  if (geometry === 'line') {
    const isTagged = profiles.some((profile) => profile.words === 'highway');
    return isTagged
      ? { role: 'streets', confidence: 'header' }
      : { role: 'background', confidence: 'values' };
  }
  if (cell) return { role: 'people', confidence: 'values' };
  const ages = demand.some(({ as }) => as.startsWith('age_'));
  if (geometry === 'polygon' && demand.length === 0 && looksLikeBarriers(content.table))
    return { role: 'barriers', confidence: 'header' };
  const offersService = facility.service !== undefined || facility.capacity !== undefined;
  if (ages || (demand.length > 0 && !(offersService && geometry !== 'polygon'))) {
    return { role: 'people', confidence: demand[0].confidence };
  }
  if (geometry !== 'polygon') return { role: 'facilities', confidence: offersService ? 'header' : 'none' };
  if (profiles.some((profile) => BACKGROUND_WORDS.test(profile.words)))
    return { role: 'background', confidence: 'header' };
  return RESIDENTIAL_FILE.test(file)
    ? { role: 'people', confidence: 'header' }
    : { role: 'districts', confidence: 'values' };
}

type FieldGuess = { mapping: Mapping; confidence: Record<string, Confidence> };

function mappingOf(role: Role, evidence: Evidence): FieldGuess {
  switch (role) {
    case 'streets':
    case 'barriers':
    case 'background':
      return { mapping: { role }, confidence: {} };
    case 'reach':
      return { mapping: { role, from: '', to: '' }, confidence: {} };
    case 'districts': {
      const fields = districtFields(evidence.profiles);
      return { mapping: { role, ...fields.columns }, confidence: fields.confidence };
    }
    case 'people':
      return peopleMapping(evidence);
    case 'facilities':
      return facilityMapping(evidence);
  }
}

function positionConfidence({ mapping, position, crs }: PositionGuess): Record<string, Confidence> {
  const confidence: Record<string, Confidence> = { crs };
  if (mapping.coordinates !== undefined) confidence.coordinates = position;
  else {
    confidence.lng = position;
    confidence.lat = position;
  }
  return confidence;
}

function peopleMapping({ position, cell, demand, profiles }: Evidence): FieldGuess {
  const name = placeName(profiles);
  const confidence = positionConfidence(position);
  for (const guess of demand) confidence[`demand.${guess.column}`] = guess.confidence;
  confidence.name = name ? 'header' : 'none';
  confidence.cell = cell ? 'values' : 'none';
  return {
    mapping: {
      role: 'people',
      ...position.mapping,
      ...(cell && { cell: cell.name }),
      ...(name !== undefined && { name }),
      demand: demand.map(({ column, as, unit }) => ({ column, as, unit })),
    },
    confidence,
  };
}

function facilityMapping({ position, facility, attributes: guessed }: Evidence): FieldGuess {
  const used = positionColumns(position.mapping);
  const confidence = positionConfidence(position);
  const fields: Partial<Record<FacilityField, string>> = {};
  for (const field of ['id', 'name', 'service', 'capacity', 'landArea', 'floorArea', 'status'] as const) {
    const column = facility[field];
    const free = column !== undefined && !used.has(column);
    if (free) fields[field] = column;
    confidence[field] = free ? 'header' : 'none';
  }
  const taken = new Set([...used, ...Object.values(fields)]);
  const attributes = guessed.filter(({ column }) => !taken.has(column));
  for (const { column } of attributes) confidence[`attribute.${column}`] = 'header';
  const more = attributes.length > 0 ? { attributes } : {};
  return { mapping: { role: 'facilities', ...position.mapping, ...fields, ...more }, confidence };
}

function positionColumns({ lng, lat, coordinates }: PositionMapping): Set<string | undefined> {
  return new Set([lng, lat, coordinates].filter((column) => column !== undefined));
}
