/**
 * Sorts lines of a table by one of their fields. Missing values come last whichever way; equal lines keep their order.
 */
export function sortLines<L extends object, K extends keyof L>(
  lines: readonly L[],
  column: K,
  direction: 'ascending' | 'descending',
  locale: string,
): L[] {
  const sign = direction === 'ascending' ? 1 : -1;
  const collator = new Intl.Collator(locale, { numeric: true });
  return [...lines].sort((a, b) => {
    const [x, y] = [a[column], b[column]];
    if (typeof x === 'number' && typeof y === 'number') {
      const missing = Number(Number.isNaN(x)) - Number(Number.isNaN(y));
      return missing || sign * (x - y) || 0;
    }
    return sign * collator.compare(String(x), String(y));
  });
}
