/**
 * Nearest source of every node, exact. A label is one number: centimetres × 2^20 + rank of the source, so that one comparison
 * orders by distance and gives ties to the lower rank, and adding a length leaves the rank alone. Centimetres up to 2^32 fit.
 */
export const RANK_BITS = 20;
export const RANK_SIZE = 2 ** RANK_BITS;
/** Label of a node that no source reaches. */
export const UNREACHED = Number.POSITIVE_INFINITY;

/** A node that a source starts from, with the centimetres from the source to it. */
export interface Seeds {
  node: Uint32Array;
  cm: Uint32Array;
  /** Rank of the source, below 2^20. */
  rank: Uint32Array;
}

/**
 * Width of a bucket of the nearest search as a power of two: 41 m, about the length of a short street. Labels are corrected
 * inside a bucket, so any width is exact.
 */
export const BUCKET_SHIFT = 12;

/** How many buckets a circular queue needs, so that the longest arc cannot lap it: a power of two. */
export function bucketsFor(longestArcCm: number): number {
  let buckets = 1;
  while (buckets < longestArcCm / 2 ** BUCKET_SHIFT + 3) buckets *= 2;
  return buckets;
}
