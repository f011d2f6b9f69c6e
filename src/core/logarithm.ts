/** Terms of the series below; |t| ≤ 0.172, so the first one left out is under 1e-20. */
const TERMS = 12;

const bits = new DataView(new ArrayBuffer(8));

/**
 * Natural logarithm from arithmetic alone, for the reason given in `trigonometry.ts`: Math.log
 * may differ between engines in the last bit. x = m · 2^e with m near 1, ln m = 2·(t + t³/3 + t⁵/5 …) for t = (m − 1)/(m + 1).
 * The error stays within a few units of the last place; ln 1 is 0 exactly, ln 0 is −∞, below 0 there is none (NaN).
 */
export function naturalLogarithm(x: number): number {
  if (!(x > 0 && x < Number.POSITIVE_INFINITY))
    return x === 0 ? Number.NEGATIVE_INFINITY : x > 0 ? x : Number.NaN;
  // Numbers below the normal range have no exponent of their own.
  if (x < 2 ** -1000) return naturalLogarithm(x * 2 ** 100) - 100 * Math.LN2;
  bits.setFloat64(0, x);
  const high = bits.getUint32(0);
  let exponent = ((high >>> 20) & 0x7ff) - 1023;
  bits.setUint32(0, (high & 0xfffff) | (1023 << 20));
  let mantissa = bits.getFloat64(0);
  if (mantissa > Math.SQRT2) {
    mantissa /= 2;
    exponent++;
  }
  const t = (mantissa - 1) / (mantissa + 1);
  const square = t * t;
  let sum = 0;
  for (let k = TERMS; k >= 1; k--) sum = sum * square + 1 / (2 * k + 1);
  return exponent * Math.LN2 + 2 * (t + t * square * sum);
}
