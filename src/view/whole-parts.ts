/**
 * Whole numbers for parts that must be seen to add up to the whole: each is rounded down, and what is missing goes to those
 * that lost most (Hamilton's method); of equals to the first.
 */
export function wholeParts(parts: readonly number[], total: number): number[] {
  const floors = parts.map(Math.floor);
  const missing = Math.round(total) - floors.reduce((sum, one) => sum + one, 0);
  const byLoss = parts
    .map((part, k) => ({ k, loss: part - floors[k] }))
    .sort((a, b) => b.loss - a.loss || a.k - b.k);
  for (let n = 0; n < Math.min(missing, parts.length); n++) floors[byLoss[n].k]++;
  return floors;
}
