/** Positions from [lng, lat] pairs, as the parallel arrays the analyses take. */
export function positions(pairs: [number, number][]): { lng: Float64Array; lat: Float64Array } {
  return { lng: Float64Array.from(pairs, ([lng]) => lng), lat: Float64Array.from(pairs, ([, lat]) => lat) };
}

/** Rows 0 … count − 1. */
export function rowsOf(count: number): Int32Array {
  return Int32Array.from({ length: count }, (_, i) => i);
}
