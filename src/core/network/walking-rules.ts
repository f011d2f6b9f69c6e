import type { Tags } from '../formats/streets.ts';

/** Who walks: it decides what may be walked. Speeds are the user's and stand elsewhere. */
export type WalkingProfile = 'adult' | 'carer' | 'older' | 'wheelchair';

export const WALKING_PROFILES: readonly WalkingProfile[] = ['adult', 'carer', 'older', 'wheelchair'];

/** Which way along a street one may walk, in the order of its nodes. */
export interface Directions {
  forward: boolean;
  backward: boolean;
}

const NOT_WALKED: Directions = { forward: false, backward: false };
const BOTH_WAYS: Directions = { forward: true, backward: true };

/** Highway classes open on foot unless a tag says otherwise (https://wiki.openstreetmap.org/wiki/OSM_tags_for_routing/Access_restrictions). */
const WALKED_HIGHWAYS = new Set([
  'trunk',
  'trunk_link',
  'primary',
  'primary_link',
  'secondary',
  'secondary_link',
  'tertiary',
  'tertiary_link',
  'unclassified',
  'residential',
  'living_street',
  'service',
  'road',
  'track',
  'pedestrian',
  'footway',
  'path',
  'steps',
  'cycleway',
  'bridleway',
  'corridor',
  'elevator',
  'platform',
  'crossing',
]);

/** Not there, or not any more, whatever the other tags say. */
const NOT_THERE = new Set(['proposed', 'construction', 'abandoned', 'razed', 'disused', 'planned']);

const ALLOWED = new Set(['yes', 'designated', 'official', 'permissive', 'destination', 'customers']);
const FORBIDDEN = new Set([
  'no',
  'private',
  'military',
  'restricted',
  'emergency',
  'use_sidepath',
  'agricultural',
  'forestry',
]);

const SIDEWALKS = ['sidewalk', 'sidewalk:both', 'sidewalk:left', 'sidewalk:right'];
const HAS_SIDEWALK = new Set(['yes', 'both', 'left', 'right', 'separate']);

/** Surfaces and states that a wheelchair does not pass. */
const ROUGH_SURFACES = new Set([
  'sand',
  'gravel',
  'mud',
  'ground',
  'dirt',
  'earth',
  'grass',
  'unpaved',
  'cobblestone',
  'rock',
  'pebblestone',
]);
const ROUGH_STATES = new Set(['bad', 'very_bad', 'horrible', 'very_horrible', 'impassable']);

/** Barriers that close a way unless it says that people on foot may pass. */
const CLOSED_BARRIERS = new Set([
  'fence',
  'wall',
  'hedge',
  'city_wall',
  'guard_rail',
  'jersey_barrier',
  'debris',
  'ditch',
  'retaining_wall',
]);
/** Barriers that a pram or a wheelchair does not pass. */
const NARROW_BARRIERS = new Set([
  'stile',
  'turnstile',
  'full-height_turnstile',
  'kissing_gate',
  'sump_buster',
  'log',
  'block',
  'cycle_barrier',
]);

/** Which way a street may be walked under a profile, from its OSM tags. `oneway` is for vehicles; `oneway:foot` is not. */
export function walkingDirections(tags: Tags, profile: WalkingProfile): Directions {
  if (!mayWalk(tags) || !isPassable(tags, profile)) return NOT_WALKED;
  const oneWay = tags['oneway:foot'];
  if (oneWay === 'yes' || oneWay === '1' || oneWay === 'true') return { forward: true, backward: false };
  if (oneWay === '-1' || oneWay === 'reverse') return { forward: false, backward: true };
  // Nobody walks up an escalator that comes down.
  if (tags.conveying === 'forward') return { forward: true, backward: false };
  if (tags.conveying === 'backward') return { forward: false, backward: true };
  return BOTH_WAYS;
}

function mayWalk(tags: Tags): boolean {
  const { highway, foot } = tags;
  if (highway !== undefined && NOT_THERE.has(highway)) return false;
  if (foot !== undefined) {
    if (FORBIDDEN.has(foot)) return false;
    // An explicit welcome opens even what is closed otherwise (access=private, motorroad), but not a motorway.
    if (ALLOWED.has(foot)) return highway !== 'motorway' && highway !== 'motorway_link';
  }
  if (tags.access !== undefined && FORBIDDEN.has(tags.access)) return false;
  if (tags.motorroad === 'yes' && !SIDEWALKS.some((key) => HAS_SIDEWALK.has(tags[key]))) return false;
  if (highway !== undefined) return WALKED_HIGHWAYS.has(highway);
  // A ferry needs an explicit welcome; platforms and piers are there to be walked on.
  return tags.railway === 'platform' || tags.public_transport === 'platform' || tags.man_made === 'pier';
}

function isPassable(tags: Tags, profile: WalkingProfile): boolean {
  if (profile === 'adult' || profile === 'older') return true;
  const ramp = profile === 'carer' ? tags['ramp:stroller'] : tags['ramp:wheelchair'];
  if (tags.highway === 'steps' && ramp !== 'yes' && tags.ramp !== 'yes') return false;
  if (tags.conveying !== undefined && tags.conveying !== 'no' && tags.highway === 'steps') return false;
  if (profile === 'carer') return true;
  if (tags.wheelchair === 'yes' || tags.wheelchair === 'designated') return true;
  if (tags.wheelchair === 'no') return false;
  return !ROUGH_SURFACES.has(tags.surface) && !ROUGH_STATES.has(tags.smoothness);
}

/** Whether a node (a gate, a wall, a kerb) lets nobody of the profile through. */
export function blocksWalking(tags: Tags, profile: WalkingProfile): boolean {
  const wheels = profile === 'carer' || profile === 'wheelchair';
  if (profile === 'wheelchair' && (tags.kerb === 'raised' || tags.wheelchair === 'no')) return true;
  if (tags.barrier === undefined || tags.barrier === 'no') return false;
  if (tags.foot !== undefined) return FORBIDDEN.has(tags.foot);
  if (tags.access !== undefined && FORBIDDEN.has(tags.access)) return true;
  if (tags.locked === 'yes') return true;
  if (CLOSED_BARRIERS.has(tags.barrier)) return true;
  return wheels && NARROW_BARRIERS.has(tags.barrier);
}
