import type { DemandColumn } from '../dataset/demand.ts';
import { ExactSums } from '../exact-sums.ts';
import type { Checked, Issue } from '../issue.ts';

/** Official number of people of a column, by district; NaN where none is known. */
export interface OfficialTotals {
  column: string;
  total: Float64Array;
}

export interface Rescaled {
  columns: DemandColumn[];
  /** Official total / sum before, by district, for each of the official totals; NaN where nothing was rescaled. */
  factors: { column: string; factor: Float64Array }[];
}

/**
 * Brings every district of every named column to its official total by one factor each. `district`: row of each place,
 * −1 for none. Places outside, districts without a total and other columns stay as they are. An official total for a
 * district where nobody stands cannot be placed: warning `official-total-without-people`, with the people not placed.
 */
export function rescaleToOfficial(
  columns: DemandColumn[],
  district: Int32Array,
  officials: OfficialTotals[],
  names: readonly string[],
): Checked<Rescaled> {
  const issues: Issue[] = [];
  const factors: Rescaled['factors'] = [];
  const scaled = columns.map((column) => {
    const official = officials.find((one) => one.column === column.id);
    if (!official) return column;
    const factor = factorsOf(column, district, official, names, issues);
    factors.push({ column: column.id, factor });
    const values = column.values.map((value, i) => {
      const by = district[i] < 0 ? Number.NaN : factor[district[i]];
      return Number.isNaN(by) ? value : value * by;
    });
    return { ...column, values };
  });
  return { value: { columns: scaled, factors }, issues };
}

function factorsOf(
  column: DemandColumn,
  district: Int32Array,
  official: OfficialTotals,
  names: readonly string[],
  issues: Issue[],
): Float64Array {
  const sums = new ExactSums(names.length);
  column.values.forEach((value, i) => {
    if (district[i] >= 0 && value > 0) sums.add(district[i], value);
  });
  return sums.values().map((sum, d) => {
    const total = official.total[d];
    if (sum > 0) return total / sum;
    if (total > 0) {
      const values = { district: names[d], people: total };
      issues.push({
        severity: 'warning',
        code: 'official-total-without-people',
        column: column.id,
        values,
      });
    }
    return Number.NaN;
  });
}
