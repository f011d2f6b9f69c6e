const BITS = 13;
const BUCKETS = 1 << BITS;
/** Two radix passes fit into each half of a key. */
const HALF = 2 ** (2 * BITS);

/**
 * The order that sorts the first `count` keys ascending: a permutation, stable. Radix sort on the exact integers that
 * cell keys are; a comparator would take ten times as long on a million cells. `resolution` says which digits of the
 * keys are unused (15: compare all).
 */
export function keyOrder(keys: Float64Array, count: number, resolution: number): Uint32Array<ArrayBuffer> {
  const { lower, upper, span } = halves(keys, count, 8 ** (15 - resolution));
  let order = new Uint32Array(count);
  let next = new Uint32Array(count);
  for (let i = 0; i < count; i++) order[i] = i;
  for (let pass = 0; 2 ** (pass * BITS) <= span; pass++) {
    const half = pass < 2 ? lower : upper;
    const shift = (pass % 2) * BITS;
    const starts = new Uint32Array(BUCKETS + 1);
    for (let i = 0; i < count; i++) starts[((half[i] >> shift) & (BUCKETS - 1)) + 1]++;
    for (let bucket = 0; bucket < BUCKETS; bucket++) starts[bucket + 1] += starts[bucket];
    for (let i = 0; i < count; i++) {
      const item = order[i];
      next[starts[(half[item] >> shift) & (BUCKETS - 1)]++] = item;
    }
    [order, next] = [next, order];
  }
  return order;
}

/** Keys above the least one, as two integers of 26 bits each. */
function halves(
  keys: Float64Array,
  count: number,
  unused: number,
): { lower: Int32Array; upper: Int32Array; span: number } {
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (let i = 0; i < count; i++) {
    if (keys[i] < least) least = keys[i];
    if (keys[i] > most) most = keys[i];
  }
  const lower = new Int32Array(count);
  const upper = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const above = (keys[i] - least) / unused;
    upper[i] = Math.floor(above / HALF);
    lower[i] = above - upper[i] * HALF;
  }
  return { lower, upper, span: (most - least) / unused };
}

/** `values` in that order; as long as `order`. */
export function pick(values: Float64Array, order: ArrayLike<number>): Float64Array<ArrayBuffer> {
  const picked = new Float64Array(order.length);
  for (let i = 0; i < picked.length; i++) picked[i] = values[order[i]];
  return picked;
}
