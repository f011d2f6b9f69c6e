import fc from 'fast-check';
import loadHighs from 'highs';
import { beforeAll, describe, expect, it } from 'vitest';
import { UnusableData } from '../../../src/core/issue.ts';
import { highsSolver } from '../../../src/core/siting/highs-solver.ts';
import {
  type MixedIntegerSolver,
  SITING_MODELS,
  type SitingModel,
  type SitingOptions,
  type SitingProblem,
} from '../../../src/core/siting/problem.ts';
import type { SitingResult } from '../../../src/core/siting/result.ts';
import { solveSiting } from '../../../src/core/siting/solve.ts';
import { runSync } from '../../../src/core/task.ts';
import { randomSource } from '../../builders/random.ts';
import { allowed, optimumOf, worth } from './enumeration.ts';
import { problemOf } from './worlds.ts';

let exact: MixedIntegerSolver;
beforeAll(async () => {
  exact = highsSolver(await loadHighs());
});

/** Undefined when the solver says that it cannot be done. */
function solved(problem: SitingProblem, options: SitingOptions): SitingResult | undefined {
  try {
    return runSync(solveSiting(problem, options));
  } catch (error) {
    if (error instanceof UnusableData) return undefined;
    throw error;
  }
}

/** Up to nine sites and eight places, with whatever a problem can have: existing sites, sizes, costs, spacing, gaps. */
function problems(model: SitingModel): fc.Arbitrary<SitingProblem> {
  return fc
    .record({
      sites: fc.integer({ min: 1, max: 9 }),
      places: fc.integer({ min: 1, max: 8 }),
      siteLimit: fc.integer({ min: 1, max: 4 }),
      whole: fc.boolean(),
      priced: fc.boolean(),
      budget: fc.boolean(),
      spacing: fc.constantFrom(0, 0, 300, 900),
      seed: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
    })
    .map(({ sites, places, siteLimit, whole, priced, budget, spacing, seed }) => {
      const random = randomSource(seed);
      const amount = (most: number) => (whole ? Math.floor(random() * most) : random() * most);
      const meters = Array.from({ length: sites }, () =>
        Array.from({ length: places }, () => (random() < 0.15 ? null : Math.floor(random() * 1000))),
      );
      const column = (most: number) => Float64Array.from({ length: sites }, () => amount(most));
      const cost = column(20);
      const position = () => Float64Array.from({ length: sites }, () => 0.01 * random());
      return problemOf(meters, {
        model,
        limitMeters: 600,
        ...(model === 'lscp' ? {} : { siteLimit }),
        ...(priced ? { ...(budget && { costLimit: 30 }) } : {}),
        spacingMeters: spacing,
        demand: {
          id: Array.from({ length: places }, (_, i) => `d${i}`),
          weight: Float64Array.from({ length: places }, () => amount(50)),
        },
        sites: {
          id: Array.from({ length: sites }, (_, s) => `s${s}`),
          locked: Uint8Array.from({ length: sites }, () => (random() < 0.15 ? 1 : 0)),
          lng: position(),
          lat: position(),
          ...(priced ? { cost } : {}),
          ...(model === 'cmclp' ? { capacity: column(80), minimum: column(10) } : {}),
        },
      });
    })
    .filter(({ demand }) => demand.weight.some((weight) => weight > 0));
}

const near = (value: number) => 1e-7 * Math.max(1, Math.abs(value));

describe('small problems with everything in them', () => {
  for (const model of SITING_MODELS) {
    const maximize = model === 'mclp' || model === 'cmclp';

    it(`${model}: the search finds what full enumeration finds, and the bound is one`, () => {
      fc.assert(
        fc.property(problems(model), (problem) => {
          const optimum = optimumOf(problem);
          const result = solved(problem, { rounds: 80, alternatives: 0 });
          if (result === undefined) {
            // Only where nobody can be served, or the budget buys nothing.
            expect(
              optimum === undefined ||
                model === 'mclp' ||
                model === 'cmclp' ||
                problem.costLimit !== undefined,
            ).toBe(true);
            return;
          }
          expect(optimum).toBeDefined();
          const best = optimum as number;
          const chosen = Array.from(result.chosen);
          expect(allowed(problem, chosen)).toBe(true);
          expect(Math.abs(result.objective - (worth(problem, chosen) as number))).toBeLessThan(near(best));
          expect(Math.abs(result.objective - best)).toBeLessThan(near(best));
          if (maximize) expect(result.bound).toBeGreaterThanOrEqual(best - near(best));
          else expect(result.bound).toBeLessThanOrEqual(best + near(best));
          expect(result.gap).toBeGreaterThanOrEqual(0);
        }),
        { seed: 6, numRuns: 150 },
      );
    });

    it(`${model}: HiGHS proves it`, () => {
      fc.assert(
        fc.property(problems(model), (problem) => {
          const optimum = optimumOf(problem);
          const result = solved(problem, { rounds: 0, exact, alternatives: 0 });
          if (result === undefined || optimum === undefined) return;
          expect(result.optimal).toBe(true);
          expect(Math.abs(result.objective - optimum)).toBeLessThan(near(optimum));
        }),
        { seed: 7, numRuns: 25 },
      );
    });

    it(`${model}: the order of rows leaves no trace, more rounds are never worse, the same seed is the same answer`, () => {
      fc.assert(
        fc.property(problems(model), fc.integer({ min: 0, max: 1 << 20 }), (problem, shift) => {
          const few = solved(problem, { rounds: 2 });
          const again = solved(problem, { rounds: 2 });
          expect(again).toEqual(few);
          const turned = solved(permuted(problem, shift), { rounds: 2 });
          expect(turned?.objective).toBe(few?.objective);
          expect(turned?.bound).toBe(few?.bound);
          const more = solved(problem, { rounds: 20 });
          if (few && more) {
            expect(maximize ? more.objective >= few.objective : more.objective <= few.objective).toBe(true);
            expect(maximize ? more.bound <= few.bound : more.bound >= few.bound).toBe(true);
            const names = (one: SitingProblem, { chosen }: SitingResult) =>
              Array.from(chosen, (s) => one.sites.id[s]);
            expect(names(permuted(problem, shift), turned as SitingResult)).toEqual(names(problem, few));
          }
        }),
        { seed: 8, numRuns: 40 },
      );
    });
  }
});

/** The same problem with the rows of sites and places turned round by so many. */
function permuted(problem: SitingProblem, shift: number): SitingProblem {
  const { demand, sites, reach } = problem;
  const places = Array.from(demand.id, (_, i) => (i + shift) % demand.id.length);
  const rows = Array.from(sites.id, (_, s) => (s + shift) % sites.id.length);
  const meters = rows.map((s) => {
    const row: (number | null)[] = places.map(() => null);
    for (let e = reach.start[s]; e < reach.start[s + 1]; e++)
      row[places.indexOf(reach.place[e])] = reach.meters[e];
    return row;
  });
  const turn = (column: Float64Array | undefined) => column && Float64Array.from(rows, (s) => column[s]);
  return {
    ...problem,
    demand: {
      id: places.map((i) => demand.id[i]),
      weight: Float64Array.from(places, (i) => demand.weight[i]),
    },
    sites: {
      id: rows.map((s) => sites.id[s]),
      locked: Uint8Array.from(rows, (s) => sites.locked[s]),
      ...(sites.lng && { lng: turn(sites.lng), lat: turn(sites.lat) }),
      ...(sites.cost && { cost: turn(sites.cost) }),
      ...(sites.capacity && { capacity: turn(sites.capacity), minimum: turn(sites.minimum) }),
    },
    reach: problemOf(meters, { model: problem.model }).reach,
  };
}
