import type { DemandColumn } from '../dataset/demand.ts';

/** Ascending, NaN last: a total order, so that equal rows are truly alike and their order cannot matter. */
export function compareNumbers(a: number, b: number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
}

export function compareValues(columns: DemandColumn[], rowA: number, rowB: number): number {
  for (const { values } of columns) {
    const difference = compareNumbers(values[rowA], values[rowB]);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Rows by group, as starts and members: group g owns `rows[start[g]] .. rows[start[g + 1]]`. Group −1 is left out. */
export function groupRows(group: Int32Array, groups: number): { start: Uint32Array; rows: Uint32Array } {
  const start = new Uint32Array(groups + 1);
  for (const g of group) if (g >= 0) start[g + 1]++;
  for (let g = 0; g < groups; g++) start[g + 1] += start[g];
  const rows = new Uint32Array(start[groups]);
  const next = start.slice();
  for (let row = 0; row < group.length; row++) if (group[row] >= 0) rows[next[group[row]]++] = row;
  return { start, rows };
}
