/**
 * e to the power of x from additions and multiplications alone, for the reason given in `trigonometry.ts`: engines
 * differ in the last bits of Math.exp, and the page and the command line write the same bytes.
 */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const PER_LN2 = 1 / Math.LN2;
/** Below this, e^x is under the least positive number. */
const LEAST = -745.2;

/** 1/n! for n = 0 … 13: enough terms for |r| ≤ ln 2 / 2. */
const TERMS = Array.from({ length: 14 }, (_, n) => {
  let factorial = 1;
  for (let k = 2; k <= n; k++) factorial *= k;
  return 1 / factorial;
});
const [, , T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13] = TERMS;

/** 2^-k; each half is exact. */
const HALVES = new Float64Array(1076);
HALVES[0] = 1;
for (let k = 1; k < HALVES.length; k++) HALVES[k] = HALVES[k - 1] / 2;

/** e^x for x ≤ 0, to within a few units of the last place; 0 at -Infinity, NaN for NaN and for x > 0. */
export function exponentialOfNegative(x: number): number {
  if (!(x <= 0)) return Number.NaN;
  if (x < LEAST) return 0;
  const halvings = Math.floor(0.5 - x * PER_LN2);
  const r = x + halvings * LN2_HIGH + halvings * LN2_LOW;
  const square = r * r;
  // Odd and even terms apart: two short chains of additions instead of a long one.
  const even = ((((T12 * square + T10) * square + T8) * square + T6) * square + T4) * square + T2;
  const odd = ((((T13 * square + T11) * square + T9) * square + T7) * square + T5) * square + T3;
  return (1 + (r + square * (even + r * odd))) * HALVES[halvings];
}
