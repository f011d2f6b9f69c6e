import { describe, expect, it } from 'vitest';
import type { Tags } from '../../../src/core/formats/streets.ts';
import {
  blocksWalking,
  WALKING_PROFILES,
  walkingDirections,
} from '../../../src/core/network/walking-rules.ts';

/** Who may walk it, both ways. */
function walkers(tags: Tags): string {
  return WALKING_PROFILES.filter((profile) => walkingDirections(tags, profile).forward).join(' ');
}

const EVERYBODY = 'adult carer older wheelchair';

describe('a street', () => {
  it('is walked by its class and by what the tags say of people on foot', () => {
    const cases: [Tags, string][] = [
      [{ highway: 'residential' }, EVERYBODY],
      [{ highway: 'motorway' }, ''],
      [{ highway: 'motorway', foot: 'yes' }, ''],
      [{ highway: 'construction', foot: 'yes' }, ''],
      [{ highway: 'primary', foot: 'no' }, ''],
      [{ highway: 'service', access: 'private' }, ''],
      [{ highway: 'service', access: 'private', foot: 'permissive' }, EVERYBODY],
      [{ highway: 'trunk', motorroad: 'yes' }, ''],
      [{ highway: 'trunk', motorroad: 'yes', sidewalk: 'right' }, EVERYBODY],
      [{ railway: 'platform' }, EVERYBODY],
      [{ man_made: 'pier' }, EVERYBODY],
      [{ route: 'ferry' }, ''],
      [{ route: 'ferry', foot: 'yes' }, EVERYBODY],
      [{ waterway: 'river' }, ''],
    ];
    for (const [tags, expected] of cases) expect(walkers(tags), JSON.stringify(tags)).toBe(expected);
  });

  it('is not for wheels where there are steps or rough ground', () => {
    const cases: [Tags, string][] = [
      [{ highway: 'steps' }, 'adult older'],
      [{ highway: 'steps', ramp: 'yes' }, EVERYBODY],
      [{ highway: 'steps', 'ramp:stroller': 'yes' }, 'adult carer older'],
      [{ highway: 'path', surface: 'gravel' }, 'adult carer older'],
      [{ highway: 'path', surface: 'gravel', wheelchair: 'yes' }, EVERYBODY],
      [{ highway: 'footway', smoothness: 'very_bad' }, 'adult carer older'],
      [{ highway: 'footway', wheelchair: 'no' }, 'adult carer older'],
    ];
    for (const [tags, expected] of cases) expect(walkers(tags), JSON.stringify(tags)).toBe(expected);
  });

  it('is one-way on foot only where that is said of people on foot', () => {
    const ways = (tags: Tags) => {
      const { forward, backward } = walkingDirections({ highway: 'footway', ...tags }, 'adult');
      return `${forward ? 'there' : ''}${backward ? 'back' : ''}`;
    };
    expect(ways({ oneway: 'yes' })).toBe('thereback');
    expect(ways({ 'oneway:foot': 'yes' })).toBe('there');
    expect(ways({ 'oneway:foot': '-1' })).toBe('back');
    expect(ways({ conveying: 'forward' })).toBe('there');
    expect(ways({ conveying: 'backward' })).toBe('back');
  });
});

it('a node lets through by its barrier, its lock, its kerb', () => {
  const stopped = (tags: Tags) =>
    WALKING_PROFILES.filter((profile) => blocksWalking(tags, profile)).join(' ');
  const cases: [Tags, string][] = [
    [{ barrier: 'gate' }, ''],
    [{ barrier: 'gate', locked: 'yes' }, EVERYBODY],
    [{ barrier: 'gate', locked: 'yes', foot: 'yes' }, ''],
    [{ barrier: 'gate', access: 'private' }, EVERYBODY],
    [{ barrier: 'wall' }, EVERYBODY],
    [{ barrier: 'stile' }, 'carer wheelchair'],
    [{ barrier: 'no', locked: 'yes' }, ''],
    [{ kerb: 'raised' }, 'wheelchair'],
    [{ kerb: 'lowered' }, ''],
  ];
  for (const [tags, expected] of cases) expect(stopped(tags), JSON.stringify(tags)).toBe(expected);
});
