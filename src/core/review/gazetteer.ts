import { haversineMeters } from '../analysis/distance.ts';
import type { Task } from '../task.ts';
import type { KnownPlaces } from './find-crs.ts';
import { coreName, plainName, similarity } from './name-forms.ts';
import { eachRow } from './subject.ts';

/** Names with positions (compounds, roads, communities), prepared for looking up names that are written a little differently. */
export interface Gazetteer {
  places: KnownPlaces;
  /** Place → its name as compared; '' for a place without name or position. */
  core: string[];
  plain: ReadonlyMap<string, readonly number[]>;
  byCore: ReadonlyMap<string, readonly number[]>;
  /** Two signs in a row → the places that have them. */
  pairs: ReadonlyMap<string, readonly number[]>;
}

export type MatchHow = 'exact' | 'normalised' | 'contains' | 'similar';

export interface Candidate {
  /** Row of the gazetteer. */
  place: number;
  name: string;
  lng: number;
  lat: number;
  /** 1 for the same name, else the share that agrees. */
  score: number;
  how: MatchHow;
}

/** What became of one row: one place; several to choose from; or nothing, to be placed by hand. */
export interface GazetteerMatch {
  row: number;
  state: 'matched' | 'candidates' | 'unresolved';
  candidates: Candidate[];
}

/** Places of one name this near to each other are one place. */
const SAME_PLACE_METERS = 300;
const LEAST_SIMILAR = 0.6;
const MOST_CANDIDATES = 5;
/** Candidates that share most pairs are compared sign by sign. */
const MOST_COMPARED = 60;
/** What a name may end with, and be the same place without it. */
const SUFFIX = /(?:住宅小区|居民小区|小区|社区|居委会?|居民委员会|村委会|新村委|公寓|家园)$/;

/** A gazetteer form: as `coreName`, without what kinds of places are called. At least two signs stay. */
function gazetteerName(name: string): string {
  const core = coreName(name);
  const bare = core.replace(SUFFIX, '');
  return bare.length >= 2 ? bare : core;
}

export function buildGazetteer(places: KnownPlaces): Gazetteer {
  const isUsable = (i: number) => Number.isFinite(places.lng[i] + places.lat[i]);
  const core = places.name.map((name, i) => (isUsable(i) ? gazetteerName(name) : ''));
  const plain = new Map<string, number[]>();
  const byCore = new Map<string, number[]>();
  const pairs = new Map<string, number[]>();
  core.forEach((name, i) => {
    if (name === '') return;
    append(plain, plainName(places.name[i]), i);
    append(byCore, name, i);
    for (const pair of pairsOf(name)) append(pairs, pair, i);
  });
  return { places, core, plain, byCore, pairs };
}

function append(map: Map<string, number[]>, key: string, value: number): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

function pairsOf(name: string): Set<string> {
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < name.length; i++) pairs.add(name.slice(i, i + 2));
  return pairs;
}

/**
 * Matches rows without a position by name: exactly, then under its compared form, else a list of likely places, best first
 * (contained in one another, or alike in six of ten signs). Only a name that means one place is matched by itself.
 */
export function* matchNames(
  names: readonly { row: number; name: string }[],
  gazetteer: Gazetteer,
): Task<GazetteerMatch[]> {
  return yield* eachRow(names.length, (i) => {
    const { row, name } = names[i];
    const candidates = candidatesFor(name, gazetteer);
    const isSure = candidates.length > 0 && isCertain(candidates[0].how) && areOnePlace(candidates);
    const state = isSure ? 'matched' : candidates.length > 0 ? 'candidates' : 'unresolved';
    return { row, state, candidates } as const;
  });
}

function isCertain(how: MatchHow): boolean {
  return how === 'exact' || how === 'normalised';
}

/** All that the name means exactly; what is only alike does not count against it. */
function areOnePlace(candidates: Candidate[]): boolean {
  const [first, ...others] = candidates.filter(({ how }) => isCertain(how));
  return others.every(({ lng, lat }) => haversineMeters(first.lng, first.lat, lng, lat) <= SAME_PLACE_METERS);
}

function candidatesFor(name: string, gazetteer: Gazetteer): Candidate[] {
  const exact = gazetteer.plain.get(plainName(name)) ?? [];
  if (exact.length > 0) return exact.map((place) => candidate(gazetteer, place, 1, 'exact'));
  const core = gazetteerName(name);
  if (core === '') return [];
  const normalised = gazetteer.byCore.get(core) ?? [];
  if (normalised.length > 0) return normalised.map((place) => candidate(gazetteer, place, 1, 'normalised'));
  return mostAlike(core, gazetteer);
}

function mostAlike(core: string, gazetteer: Gazetteer): Candidate[] {
  const shared = new Map<number, number>();
  for (const pair of pairsOf(core)) {
    for (const place of gazetteer.pairs.get(pair) ?? []) shared.set(place, (shared.get(place) ?? 0) + 1);
  }
  return [...shared]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MOST_COMPARED)
    .map(([place]) => {
      const other = gazetteer.core[place];
      const isPart = core.includes(other) || other.includes(core);
      const score = isPart
        ? Math.max(0.75, Math.min(core.length, other.length) / Math.max(core.length, other.length))
        : similarity(core, other);
      return candidate(gazetteer, place, Math.round(score * 100) / 100, isPart ? 'contains' : 'similar');
    })
    .filter(({ score }) => score >= LEAST_SIMILAR)
    .sort((a, b) => b.score - a.score || a.place - b.place)
    .slice(0, MOST_CANDIDATES);
}

function candidate({ places }: Gazetteer, place: number, score: number, how: MatchHow): Candidate {
  return { place, name: places.name[place], lng: places.lng[place], lat: places.lat[place], score, how };
}
