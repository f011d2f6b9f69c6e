/** The positions 0 … n − 1 in ascending order of 32-bit keys, equal keys by position: a radix sort of three passes. */
export function orderByKeys(keys: Uint32Array): Uint32Array {
  let from = Uint32Array.from(keys.keys());
  let to = new Uint32Array(keys.length);
  for (let shift = 0; shift < 32; shift += 11) {
    const start = new Uint32Array(2049);
    for (let i = 0; i < keys.length; i++) start[((keys[i] >>> shift) & 2047) + 1]++;
    for (let digit = 1; digit < 2049; digit++) start[digit] += start[digit - 1];
    for (let k = 0; k < from.length; k++) to[start[(keys[from[k]] >>> shift) & 2047]++] = from[k];
    [from, to] = [to, from];
  }
  return from;
}

/** Where the items of each group begin when grouped: `start[g] .. start[g + 1]`, of groups counted into `start[g + 1]`. */
export function runningSum(start: Uint32Array): Uint32Array {
  for (let g = 1; g < start.length; g++) start[g] += start[g - 1];
  return start;
}
