const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;

/** The positions 0 … n − 1 in ascending order of 32-bit keys, equal keys by position: a radix sort of three passes. */
export function orderByKeys(keys: Uint32Array): Uint32Array {
  const count = keys.length;
  let [from, to] = [new Uint32Array(count), new Uint32Array(count)];
  // Keys travel with their positions: looking them up by position would be a jump through memory each time.
  let [fromKey, toKey] = [keys.slice(), new Uint32Array(count)];
  for (let i = 0; i < count; i++) from[i] = i;
  for (let shift = 0; shift < 32; shift += DIGIT_BITS) {
    const start = new Uint32Array(DIGITS + 1);
    for (let i = 0; i < count; i++) start[((keys[i] >>> shift) & (DIGITS - 1)) + 1]++;
    runningSum(start);
    for (let k = 0; k < count; k++) {
      const key = fromKey[k];
      const at = start[(key >>> shift) & (DIGITS - 1)]++;
      to[at] = from[k];
      toKey[at] = key;
    }
    [from, to] = [to, from];
    [fromKey, toKey] = [toKey, fromKey];
  }
  return from;
}

/** Where the items of each group begin when grouped: `start[g] .. start[g + 1]`, of groups counted into `start[g + 1]`. */
export function runningSum(start: Uint32Array): Uint32Array {
  for (let g = 1; g < start.length; g++) start[g] += start[g - 1];
  return start;
}
