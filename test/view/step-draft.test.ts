import { describe, expect, it } from 'vitest';
import { draftSteps } from '../../src/view/step-draft.ts';

const FACTS = {
  service: 'kindergarten',
  hasNetwork: true,
  openServices: 4,
  standards: [
    { id: 'a', peopleConcerned: 0 },
    { id: 'b', peopleConcerned: 64 },
    { id: 'c', peopleConcerned: 64 },
    { id: 'd', peopleConcerned: 8 },
  ],
  hasCapacities: true,
};

describe('a drafted sequence', () => {
  it('goes from how it is to what is missing', () => {
    const steps = draftSteps(FACTS);
    expect(steps.map((one) => one.id)).toEqual([
      'coverage',
      'choice',
      'circle',
      'standards',
      'worst',
      'capacity',
      'fairness',
    ]);
    expect(steps.map((one) => one.stage)).toEqual([...Array(3).fill('present'), ...Array(4).fill('gap')]);
    expect(steps[0].reading).toBe('network');
  });

  it('looks at the standard that concerns the most people, of equals the first', () => {
    expect(draftSteps(FACTS).find((one) => one.id === 'worst')?.standardId).toBe('b');
    const met = { ...FACTS, standards: [{ id: 'a', peopleConcerned: 0 }] };
    expect(draftSteps(met).map((one) => one.id)).not.toContain('worst');
  });

  it('leaves out what the data cannot answer', () => {
    const poor = {
      service: undefined,
      hasNetwork: false,
      openServices: 1,
      standards: [],
      hasCapacities: false,
    };
    expect(draftSteps(poor)).toEqual([]);
    const ids = draftSteps({
      ...FACTS,
      openServices: 2,
      hasCapacities: false,
      standards: [],
      hasNetwork: false,
    });
    expect(ids.map((one) => one.id)).toEqual(['coverage', 'choice', 'fairness']);
    expect(ids[0].reading).toBeUndefined();
  });
});
