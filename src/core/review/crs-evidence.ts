import { haversineMeters } from '../analysis/distance.ts';
import type { Area } from './area.ts';
import { type DistrictNames, isInNamed } from './district-names.ts';
import { coreName } from './name-forms.ts';
import { nearestSegmentMeters, type SegmentIndex } from './segment-index.ts';
import type { StreetNames } from './street-names.ts';

/** What is loaded that a position can be held against. */
export interface CrsKnowledge {
  names?: DistrictNames;
  streets?: SegmentIndex;
  streetNames?: StreetNames;
  /** Places whose position is known, by core name. */
  places?: ReadonlyMap<string, readonly (readonly [lng: number, lat: number])[]>;
  area?: Area;
}

/** What a row says of itself, apart from its position. */
export interface CrsClues {
  /** Present name of the district, '' when none. */
  district: string;
  /** A street that is loaded, '' when none. */
  street: string;
  name: string;
}

export const EVIDENCE = ['districts', 'street-names', 'streets', 'names', 'extent'] as const;
export type EvidenceSource = (typeof EVIDENCE)[number];

/** Farther than this is simply wrong; the metres no longer tell anything. */
const MOST_STREET_METERS = 500;
const MOST_NAMED_METERS = 3_000;

/**
 * How badly a position fits each source of evidence: 0 or 1 for districts and extent (outside of the district named, of the
 * city), metres for the others; NaN where the row gives no clue. Less is better throughout.
 */
export function misfit(knowledge: CrsKnowledge, clues: CrsClues, lng: number, lat: number): Float64Array {
  const { names, streets, streetNames, area } = knowledge;
  const isPlace = Math.abs(lng) <= 180 && Math.abs(lat) <= 90;
  const fit = new Float64Array(EVIDENCE.length).fill(Number.NaN);
  if (names && clues.district !== '') fit[0] = isPlace && isInNamed(names, clues.district, lng, lat) ? 0 : 1;
  if (streetNames && clues.street !== '') {
    fit[1] = isPlace
      ? capped(streetNames.metersTo(clues.street, lng, lat, MOST_NAMED_METERS))
      : MOST_NAMED_METERS;
  }
  if (streets) {
    const meters = isPlace ? nearestSegmentMeters(streets, lng, lat, MOST_STREET_METERS) : Infinity;
    fit[2] = Math.min(meters, MOST_STREET_METERS);
  }
  fit[3] = metersToNamesake(knowledge, clues, lng, lat, isPlace);
  if (area && area.by !== 'nothing') fit[4] = isPlace && area.metersOutside(lng, lat) === 0 ? 0 : 1;
  return fit;
}

function metersToNamesake(
  { places }: CrsKnowledge,
  { name }: CrsClues,
  lng: number,
  lat: number,
  isPlace: boolean,
): number {
  const namesakes = name === '' ? undefined : places?.get(coreName(name));
  if (!namesakes) return Number.NaN;
  if (!isPlace) return MOST_NAMED_METERS;
  return capped(Math.min(...namesakes.map(([x, y]) => haversineMeters(lng, lat, x, y))));
}

function capped(meters: number): number {
  return Math.min(meters, MOST_NAMED_METERS);
}
