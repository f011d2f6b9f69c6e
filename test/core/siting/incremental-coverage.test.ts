import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IncrementalCoverage } from '../../../src/core/siting/incremental-coverage.ts';
import { reachOf } from './worlds.ts';

describe('coverage while sites open and close', () => {
  it('names what an edit changed, in people', () => {
    // Two sites in a street of three houses: 1, 2 and 4 people.
    const reach = reachOf([
      [10, 20, null],
      [null, 20, 10],
    ]);
    const coverage = new IncrementalCoverage(reach, Float64Array.of(1, 2, 4), [0]);
    expect(coverage.covered()).toBe(3);
    expect(coverage.openSite(1)).toEqual({ places: [2], gained: 4, lost: 0 });
    expect(coverage.nearestSite(1)).toBe(0);
    expect(coverage.closeSite(0)).toEqual({ places: [0, 1], gained: 0, lost: 1 });
    expect(coverage.nearestSite(1)).toBe(1);
    expect(coverage.closeSite(0)).toEqual({ places: [], gained: 0, lost: 0 });
    expect(coverage.covered()).toBe(6);
  });

  it('is, after any edits, what it would be from the start', () => {
    const meters = fc.array(
      fc.array(fc.option(fc.integer({ min: 0, max: 5 })), { minLength: 7, maxLength: 7 }),
      {
        minLength: 5,
        maxLength: 5,
      },
    );
    const edits = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 12 });
    fc.assert(
      fc.property(meters, edits, (table, flips) => {
        const reach = reachOf(table);
        const weight = Float64Array.from({ length: 7 }, (_, i) => 0.1 * 2 ** i);
        const live = new IncrementalCoverage(reach, weight, []);
        for (const site of flips) {
          if (live.isOpen(site)) live.closeSite(site);
          else live.openSite(site);
        }
        const open = [0, 1, 2, 3, 4].filter((site) => live.isOpen(site));
        const anew = new IncrementalCoverage(reach, weight, open);
        for (let i = 0; i < 7; i++) {
          expect(live.nearestSite(i)).toBe(anew.nearestSite(i));
          expect(live.nearestMeters(i)).toBe(anew.nearestMeters(i));
          expect(live.count(i)).toBe(open.filter((site) => table[site][i] !== null).length);
        }
        expect(live.covered()).toBeCloseTo(anew.covered(), 12);
      }),
      { seed: 9, numRuns: 200 },
    );
  });
});
