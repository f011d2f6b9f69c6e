import { describe, expect, it } from 'vitest';
import { limitsOf } from '../../../src/core/project/limits.ts';
import { projectSchema } from '../../../src/core/project/project.ts';
import {
  SPEED_GROUPS,
  STARTING_SPEEDS,
  speedGroupOf,
  speedOf,
  speedOfProfile,
} from '../../../src/core/project/walking-speeds.ts';
import { summaryOf } from '../../../src/core/report/summary.ts';
import { analyse, settingsWith, sourceOf, textFile } from '../../builders/analysis.ts';

const walkingOf = (walking: object) => projectSchema.shape.settings.parse({ walking }).walking;

describe('how fast who walks', () => {
  it('is by the ages of a group', () => {
    const groups = {
      people: 'general',
      dwellings: 'general',
      residential_land: 'general',
      age_0_2: 'carer',
      age_3_5: 'carer',
      age_6_11: 'carer',
      age_12_14: 'general',
      age_0_14: 'general',
      age_15_59: 'adult',
      age_15_64: 'adult',
      age_15_65: 'general',
      age_60_plus: 'older',
      age_60_64: 'older',
      age_65_plus: 'older',
      age_75_plus: 'frail',
      age_80_plus: 'frail',
    };
    for (const [group, expected] of Object.entries(groups)) expect(speedGroupOf(group), group).toBe(expected);
    expect(STARTING_SPEEDS).toEqual({ adult: 1.2, general: 1, carer: 1, older: 0.8, frail: 0.7 });
  });

  it('takes the own speed of a group before that of everybody, and that before the starting value', () => {
    const nothing = walkingOf({});
    expect(
      ['people', 'age_15_59', 'age_3_5', 'age_65_plus', 'age_80_plus'].map((g) => speedOf(nothing, g)),
    ).toEqual([1, 1.2, 1, 0.8, 0.7]);
    // A project of an earlier version: one speed, and everybody walks at it.
    const one = walkingOf({ profile: 'adult', metersPerSecond: 1.2, minutes: [15], maxSnapMeters: 400 });
    expect(SPEED_GROUPS.map((group) => one.speeds[group] ?? one.metersPerSecond)).toEqual(Array(5).fill(1.2));
    expect(speedOf(one, 'age_65_plus')).toBe(1.2);
    const both = walkingOf({ metersPerSecond: 1.1, speeds: { older: 0.9 } });
    expect(speedOf(both, 'age_60_plus')).toBe(0.9);
    expect(speedOf(both, 'people')).toBe(1.1);
    expect(() => walkingOf({ speeds: { toddler: 1 } })).toThrow();
    expect(() => walkingOf({ speeds: { older: 9 } })).toThrow();
  });

  it('is that of who walks where no group is asked about', () => {
    const speeds = (['adult', 'carer', 'older', 'wheelchair'] as const).map((one) =>
      speedOfProfile(walkingOf({}), one),
    );
    expect(speeds).toEqual([1.2, 1, 0.8, 1]);
  });

  it('makes metres of minutes', () => {
    const settings = settingsWith({ walking: walkingOf({ minutes: [15, 5, 15] }), limits: { '*': [500] } });
    expect(limitsOf(settings, 'kindergarten', 0.8)).toEqual([
      { meters: 240, minutes: 5 },
      { meters: 500 },
      { meters: 720, minutes: 15 },
    ]);
  });
});

it('judges each group at its own speed in one run, by straight line too, and says it in the results', async () => {
  // 800 m north of the facility: 15 minutes for a child with a carer at 1.0 m/s (900 m), too far at 0.8 m/s (720 m).
  const people = textFile('p.csv', 'name,lng,lat,人口,3-5岁,65岁以上\n甲,120,30.007195,7,2,4\n');
  const facilities = textFile('f.csv', 'id,name,lng,lat,类型\nK,幼儿园,120,30,幼儿园\n');
  const sources = [
    await sourceOf(facilities, 'facilities'),
    await sourceOf(people, 'people', { crs: 'wgs84' }),
  ];
  const walking = walkingOf({ minutes: [15] });
  const result = await analyse(sources, {
    resolution: 'points',
    limits: { '*': [] },
    detourFactor: null,
    walking,
    standards: [],
  });
  const figures = result.coverages.map((one) => [
    one.group,
    one.metersPerSecond,
    one.rows[0].limitMeters,
    one.rows[0].covered,
  ]);
  expect(Object.fromEntries(figures.map(([group, ...rest]) => [group, rest]))).toEqual({
    people: [1, 900, 7],
    age_3_5: [1, 900, 2],
    age_65_plus: [0.8, 720, 0],
  });
  const summary = summaryOf(result);
  expect(summary.walking?.meters_per_second).toEqual(STARTING_SPEEDS);
  expect(summary.walking?.minutes).toContain('straight-line');
  expect(summary.coverage.map((one) => [one.group, one.meters_per_second])).toContainEqual([
    'age_65_plus',
    0.8,
  ]);
});
