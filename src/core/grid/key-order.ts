const BITS = 11;
const BUCKETS = 1 << BITS;

/**
 * The order that sorts the first `count` keys ascending: a permutation, stable. Radix sort on the exact integers that
 * cell keys are; a comparator would take ten times as long on a million cells. `resolution` says which digits of the
 * keys are unused (15: compare all).
 */
export function keyOrder(keys: Float64Array, count: number, resolution: number): Uint32Array<ArrayBuffer> {
  const unused = 8 ** (15 - resolution);
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (let i = 0; i < count; i++) {
    if (keys[i] < least) least = keys[i];
    if (keys[i] > most) most = keys[i];
  }
  const span = (most - least) / unused;
  let order = new Uint32Array(count);
  let next = new Uint32Array(count);
  for (let i = 0; i < count; i++) order[i] = i;
  for (let divisor = 1; divisor <= span; divisor *= BUCKETS) {
    const starts = new Uint32Array(BUCKETS + 1);
    const digit = (i: number) => Math.floor((keys[i] - least) / unused / divisor) % BUCKETS;
    for (let i = 0; i < count; i++) starts[digit(i) + 1]++;
    for (let bucket = 0; bucket < BUCKETS; bucket++) starts[bucket + 1] += starts[bucket];
    for (let i = 0; i < count; i++) next[starts[digit(order[i])]++] = order[i];
    [order, next] = [next, order];
  }
  return order;
}
