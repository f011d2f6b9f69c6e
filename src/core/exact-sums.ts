/**
 * Running sums with the rounding of every addition carried along (Neumaier 1974), one a bin. A city has a million cells
 * of fractional people, and their sum is held against the file's to the last printed digit, in any row order.
 */
export class ExactSums {
  private readonly sum: Float64Array;
  private readonly lost: Float64Array;

  constructor(bins: number) {
    this.sum = new Float64Array(bins);
    this.lost = new Float64Array(bins);
  }

  add(bin: number, value: number): void {
    const before = this.sum[bin];
    const after = before + value;
    this.lost[bin] += Math.abs(before) >= Math.abs(value) ? before - after + value : value - after + before;
    this.sum[bin] = after;
  }

  values(): Float64Array {
    return this.sum.map((sum, bin) => sum + this.lost[bin]);
  }
}

/** Sum of the values that are present; NaN (not surveyed) is left out. */
export function exactSum(values: ArrayLike<number>): number {
  const sums = new ExactSums(1);
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i])) sums.add(0, values[i]);
  return sums.values()[0];
}
