import { describe, expect, it } from 'vitest';
import { OUTSIDE_DISTRICTS, WHOLE_AREA } from '../../../src/core/analysis/coverage.ts';
import type { ForecastYear } from '../../../src/core/forecast/forecast.ts';
import { needByYear } from '../../../src/core/forecast/need.ts';

/** Two districts and the rest, ages 0 1 2 and 3+. */
function year(at: number, ...people: number[]): ForecastYear {
  const none = new Float64Array(3);
  const pyramids = { rows: 3, top: 3, people: Float64Array.from(people) };
  return { year: at, pyramids, births: none, deaths: none, moves: none, movesNotTaken: none };
}

const years = [
  year(2025, 100, 100, 100, 900, 50, 50, 50, 450, 0, 0, 0, 40),
  year(2030, 150, 150, 100, 900, 20, 20, 20, 450, 0, 0, 0, 40),
];
const rule = { service: 'childcare', group: 'age_0_2', takeUp: 0.3, perPerson: 1, unit: 'places' };
const district = Int32Array.of(0, 1, OUTSIDE_DISTRICTS);

describe('need against supply', () => {
  const rows = needByYear(
    years,
    rule,
    Float64Array.of(90, 20, 0),
    [
      { row: 0, fromYear: 2027, amount: 40 },
      { row: 1, fromYear: 2031, amount: 500 },
    ],
    district,
  );
  const at = (when: number, where: number) => rows.find((row) => row.year === when && row.district === where);

  it('is group × take-up × standard; exactly enough is enough', () => {
    expect(at(2025, 0)).toMatchObject({
      people: 300,
      users: 90,
      need: 90,
      supply: 90,
      state: 'met',
      balance: 0,
    });
    expect(at(2025, 1)).toMatchObject({ people: 150, need: 45, supply: 20, state: 'short', balance: -25 });
  });

  it('moves with the people and with what is planned by then', () => {
    expect(at(2030, 0)).toMatchObject({
      people: 400,
      need: 120,
      supplyNow: 90,
      supply: 130,
      state: 'met',
      balance: 10,
    });
    expect(at(2030, 1)).toMatchObject({ people: 60, need: 18, supply: 20, state: 'met', balance: 2 });
  });

  it('has no shortfall where none of the group lives', () => {
    expect(at(2025, OUTSIDE_DISTRICTS)).toMatchObject({ state: 'no-people', need: 0, balance: Number.NaN });
  });

  it('sums up to the whole area', () => {
    expect(at(2025, WHOLE_AREA)).toMatchObject({
      people: 450,
      need: 135,
      supply: 110,
      state: 'short',
      balance: -25,
    });
    expect(rows.map((row) => row.year)).toEqual([2025, 2025, 2025, 2025, 2030, 2030, 2030, 2030]);
  });

  it('has no verdict where supply was not surveyed, or the ages do not make up the group', () => {
    const unknown = needByYear(years, rule, Float64Array.of(90, Number.NaN, 0), [], district);
    expect(unknown.slice(0, 4).map((row) => row.state)).toEqual([
      'not-surveyed',
      'met',
      'not-surveyed',
      'no-people',
    ]);
    const older = needByYear(years, { ...rule, group: 'age_80_plus' }, new Float64Array(3), [], district);
    expect(new Set(older.map((row) => row.state))).toEqual(new Set(['not-computable']));
  });
});
