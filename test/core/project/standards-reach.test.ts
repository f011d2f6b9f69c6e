import { describe, expect, it } from 'vitest';
import type { ProjectSettings } from '../../../src/core/project/project.ts';
import type { Rule } from '../../../src/core/standards/rule.ts';
import { analyse, sourceOf, textFile } from '../../builders/analysis.ts';
import { standardWith } from '../../builders/standards.ts';

/** Two homes on one meridian, the second 1,112 m from the only hospital, the first beside it. */
const people = textFile('people.csv', 'id,lng,lat,人口\np1,116.3,39.9,100\np2,116.3,39.91,28\n');
const hospital = textFile('facilities.csv', 'id,name,type,lng,lat\nh,甲,医院,116.3,39.9\n');
const table = textFile('times.csv', 'from,to,minutes\n1,h,5\n2,h,31\n');

async function covered(limit: object, change: Partial<ProjectSettings> = {}, withTable = false) {
  const rule = {
    kind: 'coverage',
    supply: { services: ['hospital'], attribute: 'facilities' },
    group: 'people',
    limit,
    share: 100,
  } as Rule;
  const sources = [
    await sourceOf(hospital, 'facilities', { fixedService: 'hospital' }),
    await sourceOf(people, 'people'),
    ...(withTable
      ? [await sourceOf(table, 'reach', { role: 'reach', from: 'from', to: 'to', minutes: 'minutes' })]
      : []),
  ];
  const { standards } = await analyse(sources, {
    resolution: 'points',
    standards: [{ id: 'test' }],
    customStandards: [standardWith(rule, { operator: '<=', value: 1, unit: 'm' })],
    ...change,
  });
  const [{ rows, reach }] = standards;
  return { reached: rows[0].numerator, state: rows[0].state, missing: rows[0].missing, reach };
}

describe('reach of standards', () => {
  it('is straight without streets, times the factor where the project says so', async () => {
    expect(await covered({ meters: 1200 })).toMatchObject({ reached: 128, reach: { reading: 'straight' } });
    const detour = await covered({ meters: 1200 }, { standardsReading: 'detour' });
    expect(detour).toMatchObject({ reached: 100, reach: { reading: 'detour', factor: 1.3 } });
    expect(await covered({ meters: 1200 }, { standardsReading: 'network' })).toMatchObject({
      state: 'not-computable',
      missing: { reason: 'streets' },
    });
  });

  it('walks minutes at the speed of the group', async () => {
    const walk = { minutes: 15, mode: 'walk' };
    expect(await covered(walk)).toMatchObject({
      reached: 100,
      reach: { metersPerSecond: 1, meters: 900, minutes: 15 },
    });
    const walking = {
      profile: 'adult' as const,
      speeds: {},
      metersPerSecond: 1.3,
      minutes: [],
      maxSnapMeters: 400,
    };
    expect(await covered(walk, { walking })).toMatchObject({ reached: 128, reach: { meters: 1170 } });
  });

  it('drives only by a table, whose minutes are compared as they are', async () => {
    const drive = { minutes: 30, mode: 'drive' };
    expect(await covered(drive)).toMatchObject({ state: 'not-computable', missing: { reason: 'drive' } });
    expect(await covered(drive, {}, true)).toMatchObject({
      reached: 100,
      reach: { fromTable: true, minutes: 30 },
    });
    expect((await covered({ ...drive, minutes: 31 }, {}, true)).reached).toBe(128);
  });
});
