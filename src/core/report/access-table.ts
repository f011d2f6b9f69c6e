import { csvText } from './csv.ts';

/** A column of a table for other programs: text, or numbers in full. */
export type AccessColumn = ArrayLike<number> | string[];

/**
 * A table of columns by name, one row an entry. Numbers stand in full (the shortest text that reads back as the same
 * number): programs go on computing with them. Empty: not surveyed or not applicable; `Infinity`: out of reach.
 */
export function accessCsv(columns: Record<string, AccessColumn>): string {
  const lists = Object.values(columns);
  function* rows(): Generator<string[]> {
    for (let i = 0; i < (lists[0]?.length ?? 0); i++) yield lists.map((list) => fullText(list[i]));
  }
  return csvText(Object.keys(columns), rows());
}

function fullText(cell: string | number): string {
  if (typeof cell === 'string') return cell;
  return Number.isNaN(cell) ? '' : String(cell);
}
