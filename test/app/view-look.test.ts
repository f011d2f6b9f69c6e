import { describe, expect, it } from 'vitest';
import { lookOf, sessionOf } from '../../src/app/compute/view-look.ts';
import { DEFAULT_SETTINGS } from '../../src/app/store/document.ts';
import { FIRST_SESSION, type SessionState } from '../../src/app/store/session.ts';
import { viewSchema } from '../../src/core/project/views.ts';

type Data = Parameters<typeof lookOf>[2];

const SETTINGS = { ...DEFAULT_SETTINGS, limits: { kindergarten: [300, 500, 800] } };
const STEPS = ['data', 'coverage', 'shortfall'];

const DATA = {
  services: [{ id: 'kindergarten', open: 2, planned: 0, closed: 0, groups: ['age_3_5', 'people'] }],
  districts: { levels: ['qu', 'jiedao'], code: ['01', '02', '03'] },
  facilities: { lng: Float64Array.of(104, 104.5), lat: Float64Array.of(36, 36.5) },
  demand: { lng: Float64Array.of(104.1, 104.2), lat: Float64Array.of(36.1, 36.2) },
} as unknown as Data;

const SESSION: SessionState = {
  ...FIRST_SESSION,
  step: 'shortfall',
  service: 'kindergarten',
  group: 'age_3_5',
  limitIndex: 1,
  reading: 'network',
  level: 'jiedao',
  shortfallSubject: 'capacity',
  selected: { kind: 'district', district: 2 },
};

describe('what is looked at, kept and shown again', () => {
  it('comes back as it was', () => {
    const shown = { ...FIRST_SESSION, ...sessionOf(lookOf(SESSION, SETTINGS, DATA), SETTINGS, DATA, STEPS) };
    expect(shown).toEqual(SESSION);
  });

  it('fits the form in which projects are saved', () => {
    const look = lookOf(SESSION, SETTINGS, DATA);
    const view = { id: 'a', name: 'A', stage: 'gap', look, sentence: '', note: '' };
    expect(viewSchema.parse(JSON.parse(JSON.stringify(view)))).toEqual(view);
  });

  it('finds the limit by its metres, the nearest where it is gone', () => {
    const look = lookOf(SESSION, SETTINGS, DATA);
    expect(look.limitMeters).toBe(500);
    const moved = { ...SETTINGS, limits: { kindergarten: [100, 200, 480, 900] } };
    expect(sessionOf(look, moved, DATA, STEPS).limitIndex).toBe(2);
  });

  it('finds what was chosen by code and position when the rows have moved', () => {
    const turned = {
      ...DATA,
      districts: { levels: ['jiedao'], code: ['03', '01'] },
      facilities: { lng: Float64Array.of(104.5, 104), lat: Float64Array.of(36.5, 36) },
    } as unknown as Data;
    const select = (selected: SessionState['selected']) =>
      sessionOf(lookOf({ ...SESSION, selected }, SETTINGS, DATA), SETTINGS, turned, STEPS).selected;
    expect(select({ kind: 'district', district: 2 })).toEqual({ kind: 'district', district: 0 });
    expect(select({ kind: 'district', district: 1 })).toBeUndefined();
    expect(select({ kind: 'facility', row: 0 })).toEqual({ kind: 'facility', row: 1 });
    expect(select({ kind: 'place', place: 1 })).toEqual({ kind: 'place', place: 1 });
  });

  it('leaves out what the data has not', () => {
    const look = lookOf(SESSION, SETTINGS, DATA);
    const other = sessionOf(
      { ...look, service: 'clinic', level: 'none', step: 'later' },
      SETTINGS,
      DATA,
      STEPS,
    );
    for (const key of ['service', 'group', 'level', 'step']) expect(other).not.toHaveProperty(key);
  });
});
