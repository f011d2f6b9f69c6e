import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverage, OUTSIDE_DISTRICTS, WHOLE_AREA } from '../../../src/core/analysis/coverage.ts';
import { distanceProfile } from '../../../src/core/analysis/distance-profile.ts';
import { nearestFacility } from '../../../src/core/analysis/nearest-facility.ts';
import { runSync } from '../../../src/core/task.ts';
import {
  assignmentOfTwoBanks,
  demandOfTwoBanks,
  districtsOfTwoBanks,
  facilitiesOfTwoBanks,
  STEP_METERS,
} from '../../worlds/two-banks.ts';

const demand = demandOfTwoBanks();
const people = demand.columns[0].values;
// Stations at places 0 and 6: metres in steps are 0 1 2 3 2 1 0 1.
const { meters } = runSync(nearestFacility(demand, facilitiesOfTwoBanks(), Int32Array.of(0, 2)));

function shares(limitsMeters: number[], factor = 1) {
  const reading = {
    method: 'straight' as const,
    meters: meters.map((m) => m * factor),
    limits: limitsMeters.map((m) => ({ meters: m })),
  };
  return coverage(people, [reading], districtsOfTwoBanks(), assignmentOfTwoBanks);
}

describe('coverage', () => {
  it('names its members in the world of two banks', () => {
    const rows = shares([STEP_METERS * 1.001]);
    const at = (district: number) => rows.find((row) => row.district === district);
    expect(at(WHOLE_AREA)).toMatchObject({ level: 'all', total: 255, covered: 1 + 2 + 32 + 64 + 128 });
    expect(at(0)).toMatchObject({ level: '区', total: 15, covered: 1 + 2 });
    expect(at(1)).toMatchObject({ total: 112, covered: 32 + 64 });
    expect(at(OUTSIDE_DISTRICTS)).toMatchObject({ total: 128, covered: 128 });
  });

  it('has no share where nobody lives, and says so with NaN', () => {
    const empty = shares([500]).find((row) => row.district === 2);
    expect(empty).toMatchObject({ total: 0, covered: 0, share: Number.NaN });
  });

  it('adds up: the districts of a level and the rest are the whole', () => {
    for (const limit of [1, 200, 5000]) {
      const [whole, ...parts] = shares([limit]);
      expect(parts.reduce((sum, row) => sum + row.total, 0)).toBe(whole.total);
      expect(parts.reduce((sum, row) => sum + row.covered, 0)).toBe(whole.covered);
    }
  });

  it('grows with the limit, falls with the detour factor, and never falls when a facility is added', () => {
    const covered = (limit: number, factor = 1) => shares([limit], factor)[0].covered;
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 900, noNaN: true }),
        fc.double({ min: 1, max: 900, noNaN: true }),
        (a, b) => {
          expect(covered(Math.max(a, b))).toBeGreaterThanOrEqual(covered(Math.min(a, b)));
          expect(covered(a, 1.3)).toBeLessThanOrEqual(covered(a));
          const one = runSync(nearestFacility(demand, facilitiesOfTwoBanks(), Int32Array.of(0))).meters;
          const reading = { method: 'straight' as const, meters: one, limits: [{ meters: a }] };
          const fewer = coverage(people, [reading], undefined, [])[0].covered;
          expect(covered(a)).toBeGreaterThanOrEqual(fewer);
        },
      ),
      { seed: 3 },
    );
  });

  it('agrees with the chart of people against distance at every band', () => {
    const profile = distanceProfile(people, meters, 50, 300);
    let sum = 0;
    profile.people.forEach((value, band) => {
      sum += value;
      expect(sum).toBe(shares([Math.max(band * 50, 1e-9)])[0].covered);
    });
    expect(sum + profile.beyond + profile.unreached).toBe(255);
  });

  it('leaves out the places that were not surveyed', () => {
    const values = people.map((value, i) => (i === 0 ? Number.NaN : value));
    const [whole] = coverage(
      values,
      [{ method: 'straight', meters, limits: [{ meters: 1e6 }] }],
      undefined,
      [],
    );
    expect(whole.total).toBe(254);
  });
});
