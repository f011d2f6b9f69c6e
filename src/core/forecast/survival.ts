/** Shares who live through a year. A result says which table it was made with. */
export interface Survival {
  /** From birth to the end of the year of birth. */
  ofBirth: number;
  /** From each age to the next a year later; the last is that of the open age, who stay in it. */
  ofAge: Float64Array;
  /** `none`: nobody dies; `input`: the user's table; `simple`: the formula below. */
  source: 'none' | 'input' | 'simple';
}

/** Nobody dies: the default, and said so. Good enough for children over ten years, far off for the old. */
export function noDeaths(top: number): Survival {
  return { ofBirth: 1, ofAge: new Float64Array(top + 1).fill(1), source: 'none' };
}

/** Chances of dying within a year, round numbers to start from and for the user to change: no official table. */
export const SIMPLE_LIFE_TABLE = {
  firstYear: 0.005,
  /** At 30; below that age, after the first year, it is the same. */
  atThirty: 0.0007,
  /** Each year of age from 30 on multiplies the chance (Gompertz 1825): doubling about every 7.6 years. */
  growth: 1.095,
};

/** Years above its lower end at which the open age is judged. */
const OPEN_AGE_YEARS = 5;

/** A life table of three numbers. Its chances never exceed 1. */
export function simpleSurvival(top: number, table = SIMPLE_LIFE_TABLE): Survival {
  const dying = new Float64Array(top + 1 + OPEN_AGE_YEARS).fill(table.atThirty);
  for (let age = 31; age < dying.length; age++) dying[age] = Math.min(1, dying[age - 1] * table.growth);
  // Infants die soon after birth: the first year's chance falls on the year of birth.
  const ofAge = dying.slice(0, top + 1).map((chance) => 1 - chance);
  ofAge[top] = 1 - dying[top + OPEN_AGE_YEARS];
  return { ofBirth: 1 - table.firstYear, ofAge, source: 'simple' };
}
