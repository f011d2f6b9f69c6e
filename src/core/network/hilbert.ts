/**
 * Place of each position along a Hilbert curve of order 16 over their bounding box. Sorting by it keeps neighbours
 * together. Method: the rotation of quadrants, J. Warren, as described in "Hacker's Delight", chapter 16.
 */
export function hilbertKeys(lng: ArrayLike<number>, lat: ArrayLike<number>): Uint32Array {
  const count = lng.length;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < count; i++) {
    west = Math.min(west, lng[i]);
    east = Math.max(east, lng[i]);
    south = Math.min(south, lat[i]);
    north = Math.max(north, lat[i]);
  }
  const scale = 65535 / Math.max(east - west, north - south, 1e-12);
  const keys = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    keys[i] = hilbertKey(Math.floor((lng[i] - west) * scale), Math.floor((lat[i] - south) * scale));
  }
  return keys;
}

/** Distance along the curve of the cell (x, y), both in 0 … 65535. */
export function hilbertKey(x: number, y: number): number {
  let key = 0;
  for (let side = 32768; side > 0; side >>= 1) {
    const right = (x & side) > 0 ? 1 : 0;
    const upper = (y & side) > 0 ? 1 : 0;
    key += side * side * ((3 * right) ^ upper);
    if (upper === 0) {
      if (right === 1) {
        x = 65535 - x;
        y = 65535 - y;
      }
      const swapped = x;
      x = y;
      y = swapped;
    }
  }
  return key;
}
