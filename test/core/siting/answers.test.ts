import { describe, expect, it } from 'vitest';
import type { SitingProblem } from '../../../src/core/siting/problem.ts';
import { solveSiting } from '../../../src/core/siting/solve.ts';
import { runSync } from '../../../src/core/task.ts';
import { unusable } from '../../builders/files.ts';
import { problemOf } from './worlds.ts';

/** Four sites in a street of five houses with 1, 2, 4, 8, 16 people: a sum names its members. */
const STREET = [
  [0, 100, 300, null, null],
  [100, 0, 200, 400, null],
  [300, 200, 0, 200, 300],
  [null, 400, 300, 100, 0],
];

function street(change: Partial<SitingProblem> & Pick<SitingProblem, 'model'>): SitingProblem {
  const problem = problemOf(STREET, { limitMeters: 200, ...change });
  problem.demand.weight = Float64Array.of(1, 2, 4, 8, 16);
  return problem;
}

const solve = (problem: SitingProblem) => runSync(solveSiting(problem, { curve: true }));

describe('what an answer says', () => {
  it('whom each site serves alone, who shares, who is left', () => {
    const result = solve(street({ model: 'mclp', siteLimit: 2 }));
    // s3 reaches the houses of 8 and 16, s1 those of 1, 2, 4: everybody.
    expect(Array.from(result.chosen)).toEqual([1, 3]);
    expect(result.objective).toBe(31);
    expect(result.sites.map((one) => [one.reached, one.alone, one.newly, one.shared])).toEqual([
      [7, 7, 7, 0],
      [24, 24, 24, 0],
    ]);
    expect(result.uncovered).toHaveLength(0);
    // The best with one is s3; with two everybody.
    expect(result.curve).toEqual([
      { sites: 1, objective: 24, bound: 24 },
      { sites: 2, objective: 31, bound: 31 },
    ]);
  });

  it('what would do nearly as well, and how much worse it is', () => {
    const { alternatives } = solve(street({ model: 'mclp', siteLimit: 2 }));
    // Instead of s1: s2 brings 2 and 4 (8 is there already), s0 brings 1 and 2.
    expect(alternatives[0]).toEqual({
      site: 1,
      instead: [
        { site: 2, loss: 1 },
        { site: 0, loss: 4 },
      ],
    });
  });

  it('keeps existing facilities open and counts what is new', () => {
    const problem = street({ model: 'mclp', siteLimit: 1 });
    problem.sites.locked[3] = 1;
    const result = solve(problem);
    expect(Array.from(result.chosen)).toEqual([1]);
    expect([result.coveredBefore, result.covered]).toEqual([24, 31]);
  });

  it('gives each person one place, and leaves the rest without', () => {
    const problem = street({ model: 'cmclp', siteLimit: 2 });
    problem.sites.capacity = Float64Array.of(5, 5, 5, 20);
    const result = solve(problem);
    expect(result.objective).toBe(25);
    const people = result.assignments.reduce((sum, one) => sum + one.people, 0);
    expect(people).toBe(25);
    expect(result.assignments.filter((one) => one.site === 3).reduce((sum, one) => sum + one.people, 0)).toBe(
      20,
    );
  });
});

describe('what cannot be', () => {
  const why = (problem: SitingProblem) => unusable(() => solve(problem));

  it('says how many have no candidate, and what the farthest needs', async () => {
    const issue = await why(street({ model: 'lscp', limitMeters: 50 }));
    expect(issue).toMatchObject({
      code: 'siting-uncoverable',
      values: { places: 1, people: 8, place: 'd3', limit: 50, needed: 100 },
    });
  });

  it('says what budget, number, limit and size would do', async () => {
    const dear = street({ model: 'mclp', costLimit: 3 });
    dear.sites.cost = Float64Array.of(5, 4, 9, 7);
    expect(await why(dear)).toMatchObject({
      code: 'siting-budget-too-small',
      values: { budget: 3, cheapest: 4 },
    });
    expect(await why(street({ model: 'mclp' }))).toMatchObject({ code: 'siting-needs-number' });
    expect(await why(street({ model: 'mclp', siteLimit: 1, limitMeters: Number.NaN }))).toMatchObject({
      code: 'siting-needs-limit',
    });
    const large = street({ model: 'cmclp', siteLimit: 1 });
    large.sites.minimum = Float64Array.of(100, 50, 60, 70);
    expect(await why(large)).toMatchObject({
      code: 'siting-minimum-too-large',
      values: { sites: 4, least: 50 },
    });
    expect(await why(street({ model: 'lscp', siteLimit: 1 }))).toMatchObject({
      code: 'siting-needs-more',
      values: { most: 1, needed: 2 },
    });
    const nobody = street({ model: 'mclp', siteLimit: 1 });
    nobody.demand.weight = new Float64Array(5).fill(Number.NaN);
    expect(await why(nobody)).toMatchObject({ code: 'siting-no-demand' });
  });

  it('notes what was asked for and is not there', () => {
    const codes = (problem: SitingProblem) => solve(problem).issues.map((issue) => issue.code);
    expect(codes(street({ model: 'mclp', siteLimit: 9 }))).toContain('siting-fewer-candidates');
    const small = street({ model: 'cmclp', siteLimit: 2 });
    small.sites.capacity = Float64Array.of(1, 1, 1, 1);
    expect(codes(small)).toContain('siting-capacity-short');
    const apart = street({ model: 'mclp', siteLimit: 3, spacingMeters: 5000 });
    apart.sites.lng = Float64Array.of(0, 0.001, 0.002, 0.003);
    apart.sites.lat = new Float64Array(4);
    expect(codes(apart)).toContain('siting-fewer-by-spacing');
  });
});
