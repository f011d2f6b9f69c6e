import { expect, it } from 'vitest';
import { simpleSurvival } from '../../../src/core/forecast/survival.ts';

it('a life table of three numbers: falls with age, and gives a long life', () => {
  const { ofBirth, ofAge, source } = simpleSurvival(100);
  expect(source).toBe('simple');
  expect([ofBirth, ofAge[0], ofAge[30]]).toEqual([0.995, 1 - 0.0007, 1 - 0.0007]);
  expect(ofAge[40]).toBeCloseTo(1 - 0.0007 * 1.095 ** 10, 14);
  for (let age = 1; age <= 100; age++) expect(ofAge[age]).toBeLessThanOrEqual(ofAge[age - 1]);
  // Expected years of life: living at each birthday, and half a year more.
  let living = ofBirth;
  let years = 0.5;
  for (const one of ofAge.slice(0, 100)) {
    living *= one;
    years += living;
  }
  expect(years).toBeGreaterThan(76);
  expect(years).toBeLessThan(82);
});
