import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Decay, decayWeights } from '../../../src/core/analysis/decay.ts';
import {
  balancedFloatingCatchment,
  floatingCatchment,
  twoStepFloatingCatchment,
} from '../../../src/core/analysis/floating-catchment.ts';
import { exactSum } from '../../../src/core/exact-sums.ts';
import { catchmentsOf } from '../../builders/catchments.ts';

/** Places of 1, 2, 4 and 8 people in a street, 100 m apart; A stands at the first, B at the third, C at the last. */
const street = catchmentsOf([
  [
    [0, 0],
    [1, 100],
    [2, 200],
  ],
  [
    [0, 200],
    [1, 100],
    [2, 0],
    [3, 100],
  ],
  [[3, 0]],
]);
const people = Float64Array.of(1, 2, 4, 8);
const ones = new Float64Array(street.place.length).fill(1);

describe('floating catchments by hand', () => {
  it('2SFCA: every supply over all it reaches, summed where they overlap', () => {
    // A: 14 / (1+2+4) = 2. B: 30 / 15 = 2. C: 8 / 8 = 1.
    const { access, level } = floatingCatchment(street, ones, [14, 30, 8], people);
    expect([...level]).toEqual([2, 2, 1]);
    expect([...access]).toEqual([4, 4, 4, 3]);
    expect([...twoStepFloatingCatchment(street, [14, 30, 8], people)]).toEqual([4, 4, 4, 3]);
  });

  it('E2SFCA: weights count in both steps', () => {
    const steps: Decay = {
      kind: 'steps',
      bands: [
        { limit: 0, weight: 1 },
        { limit: 100, weight: 0.5 },
      ],
    };
    const weights = decayWeights(steps, street.meters);
    // A: 6 / (1 + 2·½) = 3. B: 18 / (2·½ + 4 + 8·½) = 2. C: 8 / 8 = 1.
    const { access } = floatingCatchment(street, weights, [6, 18, 8], people);
    expect([...access]).toEqual([3, 0.5 * 3 + 0.5 * 2, 2, 0.5 * 2 + 1]);
  });

  it('BFCA: everybody is demand once, every level is handed out once', () => {
    // Places 0–2 halve themselves between A and B, place 3 between B and C: A draws 3.5, B 7.5, C 4.
    const { access, level } = balancedFloatingCatchment(street, ones, [7, 15, 4], people);
    expect([...level]).toEqual([2, 2, 1]);
    expect([...access].map((a) => Math.round(a * 1e12) / 1e12)).toEqual(
      [2 / 3 + 2 / 4, 2 / 3 + 2 / 4, 2 / 3 + 2 / 4, 2 / 4 + 1].map((a) => Math.round(a * 1e12) / 1e12),
    );
  });

  it('leaves out and counts what is not surveyed, and tells supply that reaches nobody', () => {
    const idle = floatingCatchment(street, ones, [Number.NaN, 30, 8], Float64Array.of(1, 2, 4, 0));
    expect(idle.unsurveyed).toBe(1);
    expect(idle.level[0]).toBeNaN();
    expect([idle.reachingSupply, idle.idleSupply]).toEqual([30, 8]);
    expect([...idle.access]).toEqual([30 / 7, 30 / 7, 30 / 7, 30 / 7]);
    // In BFCA nobody turns to it either: places 0–2 are B's alone.
    const balanced = balancedFloatingCatchment(street, ones, [Number.NaN, 30, 8], people);
    expect(balanced.level[1]).toBe(30 / (7 + 4));
  });
});

const world = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 6 }))
  .chain(([places, facilities]) =>
    fc.record({
      people: fc.array(fc.integer({ min: 0, max: 500 }), { minLength: places, maxLength: places }),
      supply: fc.array(fc.integer({ min: 0, max: 90 }), { minLength: facilities, maxLength: facilities }),
      meters: fc.array(
        fc.array(fc.integer({ min: 0, max: 1500 }), { minLength: places, maxLength: places }),
        {
          minLength: facilities,
          maxLength: facilities,
        },
      ),
    }),
  );

describe('conservation', () => {
  it('Σ people × access is the supply that reaches anybody, for every kernel', () => {
    const kernels: Decay[] = [
      { kind: 'step', limit: 800 },
      { kind: 'linear', limit: 800 },
      { kind: 'gaussian', limit: 800 },
      { kind: 'exponential', scale: 300, limit: Infinity },
    ];
    fc.assert(
      fc.property(world, fc.constantFrom(...kernels), ({ people, supply, meters }, kernel) => {
        const matrix = catchmentsOf(meters.map((row) => row.map((m, i): [number, number] => [i, m])));
        const weights = decayWeights(kernel, matrix.meters);
        const { access, reachingSupply, idleSupply } = floatingCatchment(
          matrix,
          weights,
          supply,
          Float64Array.from(people),
        );
        const given = exactSum(access.map((a, i) => a * people[i]));
        expect(Math.abs(given - reachingSupply)).toBeLessThanOrEqual(1e-9 * reachingSupply);
        expect(reachingSupply + idleSupply).toBe(exactSum(supply));
      }),
      { numRuns: 300, seed: 42 },
    );
  });

  it('BFCA keeps people and levels', () => {
    fc.assert(
      fc.property(world, ({ people, supply, meters }) => {
        const matrix = catchmentsOf(meters.map((row) => row.map((m, i): [number, number] => [i, m])));
        const weights = decayWeights({ kind: 'gaussian', limit: 800 }, matrix.meters);
        const some = supply.map((amount) => amount + 1);
        const { access, level } = balancedFloatingCatchment(matrix, weights, some, Float64Array.from(people));
        const levels = exactSum(level);
        expect(Math.abs(exactSum(access) - levels)).toBeLessThanOrEqual(1e-9 * levels);
        const demand = exactSum(level.map((l, f) => some[f] / l));
        const reached = people.filter((_, i) => meters.some((row) => row[i] < 800));
        expect(Math.abs(demand - exactSum(reached))).toBeLessThanOrEqual(1e-9 * demand);
      }),
      { numRuns: 300, seed: 43 },
    );
  });
});
