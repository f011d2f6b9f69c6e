import { h3IndexToSplitLong, splitLongToH3Index } from 'h3-js';

/**
 * H3 indices as numbers. A cell is the two unsigned 32-bit halves `[low, high]` that h3-js takes and gives; text is
 * made only at the edges (files, exports).
 *
 * Inside `grid/`, where all cells have one resolution, a cell is a *key*: the 52 bits below the resolution (base cell
 * and digits) as an exact float64. Keys of one resolution order exactly as their indices do, sort natively as a
 * Float64Array, and cost nothing to compare. Bit layout: https://h3geo.org/docs/core-library/h3Indexing
 */
export type CellKey = number;

const TWO_32 = 4294967296;
const KEY_HIGH_MASK = 0xfffff;
/** Mode 1 (cell) in bits 59–62 of the index, as seen in the high half. */
const MODE_CELL = 0x08000000;

/** Text, for example `89a901291abffff`, to `[low, high]`, both unsigned. The text must be a valid H3 index. */
export function cellFromText(text: string): [low: number, high: number] {
  const [low, high] = h3IndexToSplitLong(text);
  return [low >>> 0, high >>> 0];
}

export function cellText(low: number, high: number): string {
  return splitLongToH3Index(low, high);
}

/** Negative, 0 or positive: ascending by the unsigned 64-bit index. */
export function compareCells(lowA: number, highA: number, lowB: number, highB: number): number {
  const high = (highA >>> 0) - (highB >>> 0);
  return high !== 0 ? high : (lowA >>> 0) - (lowB >>> 0);
}

/** H3 resolution 0–15 of an index, from its high half. */
export function cellResolution(high: number): number {
  return (high >>> 20) & 15;
}

export function cellKey(low: number, high: number): CellKey {
  return (high & KEY_HIGH_MASK) * TWO_32 + (low >>> 0);
}

export function keyLow(key: CellKey): number {
  return key >>> 0;
}

export function keyHigh(key: CellKey, resolution: number): number {
  return (MODE_CELL | (resolution << 20) | Math.floor(key / TWO_32)) >>> 0;
}

export function keyFromText(text: string): CellKey {
  const [low, high] = h3IndexToSplitLong(text);
  return cellKey(low, high);
}

/** Key of the ancestor at a coarser (or equal) resolution: the finer digits become 7, "unused". */
export function parentKey(key: CellKey, parentResolution: number): CellKey {
  const unused = 8 ** (15 - parentResolution);
  return Math.floor(key / unused) * unused + unused - 1;
}

/** Keys back to index halves, both `keys.length` long. */
export function splitKeys(
  keys: Float64Array,
  resolution: number,
): { indexLow: Uint32Array; indexHigh: Uint32Array } {
  const indexLow = new Uint32Array(keys.length);
  const indexHigh = new Uint32Array(keys.length);
  const header = MODE_CELL | (resolution << 20);
  for (let i = 0; i < keys.length; i++) {
    // A subtraction, because `>>>` on a float beyond 2^32 leaves the fast path.
    const high = Math.floor(keys[i] / TWO_32);
    indexLow[i] = keys[i] - high * TWO_32;
    indexHigh[i] = header | high;
  }
  return { indexLow, indexHigh };
}
