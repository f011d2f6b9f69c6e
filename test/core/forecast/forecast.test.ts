import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactSum } from '../../../src/core/exact-sums.ts';
import { type ForecastInput, forecast } from '../../../src/core/forecast/forecast.ts';
import { housingMove, type Move, profileFromBands } from '../../../src/core/forecast/moves.ts';
import { groupOf, type Pyramids, singleYears } from '../../../src/core/forecast/pyramids.ts';
import { noDeaths } from '../../../src/core/forecast/survival.ts';
import { UnusableData } from '../../../src/core/issue.ts';
import { runSync } from '../../../src/core/task.ts';
import { describeWithData } from '../../shared-data.ts';
import { columnsOfJakarta } from './jakarta.ts';

/** Ages 0 1 2 3 and 4+, one row. */
function village(...people: number[]): Pyramids {
  return { rows: people.length / 5, top: 4, people: Float64Array.from(people) };
}

function run(change: Partial<ForecastInput>) {
  return runSync(
    forecast({
      start: village(1, 2, 4, 8, 16),
      startYear: 2020,
      targetYears: [2021],
      survival: noDeaths(4),
      births: { kind: 'rate', perThousand: 0 },
      moves: [],
      ...change,
    }),
  );
}

const ages = (year: { pyramids: Pyramids }) => [...year.pyramids.people];

describe('a year', () => {
  it('makes everybody a year older, and the open age keeps its own', () => {
    const years = run({ targetYears: [2022, 2020, 2021] });
    expect(years.map((one) => [one.year, ...ages(one)])).toEqual([
      [2020, 1, 2, 4, 8, 16],
      [2021, 0, 1, 2, 4, 24],
      [2022, 0, 0, 1, 2, 28],
    ]);
  });

  it('takes those who die at each age, infants too, by hand', () => {
    const survival = {
      ofBirth: 0.5,
      ofAge: Float64Array.of(0.5, 1, 0.25, 0.5, 0.75),
      source: 'input' as const,
    };
    const [year] = run({ survival, births: { kind: 'number', perYear: Float64Array.of(6) } });
    // 1·½, 2·1, 4·¼, and 8·½ + 16·¾; three of six infants live.
    expect(ages(year)).toEqual([3, 0.5, 2, 1, 16]);
    expect([year.births[0], year.deaths[0]]).toEqual([6, 3 + 0.5 + 0 + 3 + 4 + 4]);
  });

  it('has births by rate of all people at its start', () => {
    const [first, second] = run({ births: { kind: 'rate', perThousand: 1000 }, targetYears: [2021, 2022] });
    expect(ages(first)).toEqual([31, 1, 2, 4, 24]);
    expect(ages(second)).toEqual([62, 31, 1, 2, 28]);
    expect(second.births[0]).toBe(93);
  });

  it('has new housing lived in from its year on, people aged as the profile says', () => {
    const profile = profileFromBands(
      [
        { from: 0, to: 1, share: 0.5 },
        { from: 4, to: Number.POSITIVE_INFINITY, share: 0.5 },
      ],
      4,
    );
    const move = housingMove({ row: 0, year: 2022, dwellings: 100, personsPerDwelling: 2.4, profile });
    const years = run({ moves: [move], targetYears: [2021, 2022, 2023] });
    expect(years.map(ages)).toEqual([
      [0, 1, 2, 4, 24],
      [60, 60, 1, 2, 28 + 120],
      [0, 60, 60, 1, 150],
    ]);
    expect(years.map((one) => one.moves[0])).toEqual([0, 240, 240]);
  });

  it('lets nobody leave who is not there, and counts them, whatever the order of the list', () => {
    const leave: Move = {
      row: 0,
      fromYear: 2021,
      toYear: 2021,
      people: -4,
      profile: Float64Array.of(0, 1, 0, 0, 0),
    };
    const come: Move = { ...leave, people: 2 };
    for (const moves of [
      [leave, come],
      [come, leave],
    ]) {
      const [year] = run({ moves });
      expect(ages(year)).toEqual([0, 0, 2, 4, 24]);
      expect([year.moves[0], year.movesNotTaken[0]]).toEqual([-1, 1]);
    }
  });

  it('is not before the start', () => {
    expect(() => run({ targetYears: [2019] })).toThrow(UnusableData);
  });

  it('leaves what it was given as it was', () => {
    const start = village(1, 2, 4, 8, 16);
    run({ start, targetYears: [2030] });
    expect([...start.people]).toEqual([1, 2, 4, 8, 16]);
  });
});

describe('conservation', () => {
  const count = fc.double({ min: 0, max: 1e5, noNaN: true });
  const share = fc.double({ min: 0, max: 1, noNaN: true });

  it('end = start + births − deaths + moves, row by row', () => {
    fc.assert(
      fc.property(
        fc.array(count, { minLength: 10, maxLength: 10 }),
        fc.array(share, { minLength: 5, maxLength: 5 }),
        fc.double({ min: 0, max: 60, noNaN: true }),
        fc.double({ min: -5e4, max: 5e4, noNaN: true }),
        (people, ofAge, perThousand, moving) => {
          const start = village(...people);
          const [end] = run({
            start,
            targetYears: [2035],
            survival: { ofBirth: 0.99, ofAge: Float64Array.from(ofAge), source: 'input' },
            births: { kind: 'rate', perThousand },
            moves: [
              {
                row: 1,
                fromYear: 2023,
                toYear: 2027,
                people: moving,
                profile: new Float64Array(5).fill(0.2),
              },
            ],
          });
          for (let row = 0; row < 2; row++) {
            const before = exactSum(people.slice(row * 5, row * 5 + 5));
            const after = exactSum(end.pyramids.people.slice(row * 5, row * 5 + 5));
            const account = before + end.births[row] - end.deaths[row] + end.moves[row];
            expect(Math.abs(after - account)).toBeLessThanOrEqual(
              1e-12 * (before + end.births[row] + Math.abs(end.moves[row]) + 1),
            );
          }
          expect(end.pyramids.people.every((one) => one >= 0)).toBe(true);
        },
      ),
    );
  });

  it('keeps a cohort: who is 3–5 in five years was 0 or born by then', () => {
    const start: Pyramids = { rows: 1, top: 10, people: Float64Array.of(7, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1) };
    const births = { kind: 'number' as const, perYear: Float64Array.of(20) };
    const [year] = run({ start, births, survival: noDeaths(10), targetYears: [2025] });
    expect(groupOf(year.pyramids, 'age_3_5')?.[0]).toBe(20 + 20 + 7);
  });
});

describeWithData('Jakarta', 'jakarta', (folder) => {
  it('who is 60 and over in 5, 10, 15 years, if nobody dies or moves, is 55, 50, 45 and over now', async () => {
    const { value: start } = runSync(singleYears(await columnsOfJakarta(folder)));
    if (!start) throw new Error('no pyramids');
    const years = run({ start, targetYears: [2025, 2030, 2035], survival: noDeaths(start.top) });
    const total = (pyramids: Pyramids, group: string) => exactSum(groupOf(pyramids, group) ?? [Number.NaN]);
    years.forEach(({ pyramids }, k) => {
      expect(total(pyramids, 'people')).toBeCloseTo(11_011_862, 4);
      expect(total(pyramids, 'age_60_plus')).toBeCloseTo(total(start, `age_${55 - 5 * k}_plus`), 4);
    });
  });
});
