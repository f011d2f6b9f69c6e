/**
 * `reached`: the target is met now. `on-the-way`: years are left. `due`: it is to be met this year. `overdue`: its year is past.
 * `not-surveyed`: no value to judge.
 */
export type StepState = 'reached' | 'on-the-way' | 'due' | 'overdue' | 'not-surveyed';

export interface YearlyStep {
  state: StepState;
  /** What is missing, always ≥ 0: up to a target to rise to, down to one to fall to. NaN without a value. */
  missing: number;
  /** Years left, 0 from the target year on. */
  yearsLeft: number;
  /** Change a year still needed, with its sign, on a straight line; all that is missing when it is due or overdue. */
  perYear: number;
}

/**
 * The step still needed each year from the value now to the target. `direction`: a target to rise to (≥) or to fall to (≤);
 * a value at the target has reached it.
 */
export function yearlyStep(
  valueNow: number,
  target: number,
  yearNow: number,
  targetYear: number,
  direction: 'rise' | 'fall' = 'rise',
): YearlyStep {
  const yearsLeft = Math.max(0, targetYear - yearNow);
  if (Number.isNaN(valueNow)) {
    return { state: 'not-surveyed', missing: Number.NaN, yearsLeft, perYear: Number.NaN };
  }
  const sign = direction === 'rise' ? 1 : -1;
  const missing = Math.max(0, sign * (target - valueNow));
  if (missing === 0) return { state: 'reached', missing, yearsLeft, perYear: 0 };
  const state = yearsLeft > 0 ? 'on-the-way' : yearNow === targetYear ? 'due' : 'overdue';
  return { state, missing, yearsLeft, perYear: (sign * missing) / Math.max(1, yearsLeft) };
}
