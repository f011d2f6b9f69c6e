import { describe, expect, it } from 'vitest';
import { yearlyStep } from '../../../src/core/forecast/yearly-step.ts';

describe('the step still needed each year', () => {
  it('is a straight line to the target year', () => {
    expect(yearlyStep(60, 90, 2022, 2025)).toEqual({
      state: 'on-the-way',
      missing: 30,
      yearsLeft: 3,
      perYear: 10,
    });
    expect(yearlyStep(50, 20, 2020, 2025, 'fall')).toEqual({
      state: 'on-the-way',
      missing: 30,
      yearsLeft: 5,
      perYear: -6,
    });
  });

  it('is nothing where the target is reached, even after its year', () => {
    expect(yearlyStep(90, 90, 2022, 2025)).toEqual({
      state: 'reached',
      missing: 0,
      yearsLeft: 3,
      perYear: 0,
    });
    expect(yearlyStep(95, 90, 2030, 2025)).toMatchObject({ state: 'reached', perYear: 0 });
    expect(yearlyStep(10, 20, 2022, 2025, 'fall').state).toBe('reached');
  });

  it('is all that is missing when it is due, or overdue', () => {
    expect(yearlyStep(60, 90, 2025, 2025)).toEqual({ state: 'due', missing: 30, yearsLeft: 0, perYear: 30 });
    expect(yearlyStep(60, 90, 2026, 2025)).toEqual({
      state: 'overdue',
      missing: 30,
      yearsLeft: 0,
      perYear: 30,
    });
  });

  it('is unknown without a value', () => {
    expect(yearlyStep(Number.NaN, 90, 2022, 2025)).toMatchObject({
      state: 'not-surveyed',
      perYear: Number.NaN,
    });
  });
});
