import type { Demand } from '../dataset/demand.ts';
import type { PopulationPoints } from '../dataset/population.ts';
import type { Checked, Issue } from '../issue.ts';
import { BLOCK, type Task } from '../task.ts';
import { CellTable } from './cell-table.ts';
import { DemandSums } from './demand-sums.ts';
import { hexLattice } from './hex-lattice.ts';
import { compareNumbers, compareValues, groupRows } from './row-order.ts';

/**
 * People at points, summed by the cell that each stands in. The people of a cell stand at the mean position of its
 * points, weighted by `people` (or the first column). Points without a position are counted in an issue. The order of
 * the rows does not change a bit of the result: within a cell they are added by (lng, lat, values).
 */
export function* fillPoints(population: PopulationPoints, resolution: number): Task<Checked<Demand>> {
  const { lng, lat, columns } = population;
  const table = new CellTable(hexLattice(resolution));
  const cellOf = new Int32Array(lng.length).fill(-1);
  let withoutPosition = 0;
  for (let row = 0; row < lng.length; row++) {
    if (row % BLOCK === 0) yield { phase: 'fill-cells', done: row, total: lng.length };
    if (Number.isFinite(lng[row]) && Number.isFinite(lat[row]))
      cellOf[row] = table.numberAt(lng[row], lat[row]);
    else withoutPosition++;
  }
  const compare = (a: number, b: number) =>
    compareNumbers(lng[a], lng[b]) || compareNumbers(lat[a], lat[b]) || compareValues(columns, a, b);
  const sums = new DemandSums(columns);
  sums.reserve(table.count);
  const { start, rows } = groupRows(cellOf, table.count);
  for (let cell = 0; cell < table.count; cell++) {
    if (cell % BLOCK === 0) yield { phase: 'sum-cells', done: cell, total: table.count };
    if (start[cell + 1] - start[cell] > 1) rows.subarray(start[cell], start[cell + 1]).sort(compare);
    for (let i = start[cell]; i < start[cell + 1]; i++)
      sums.add(cell, rows[i], 1, lng[rows[i]], lat[rows[i]]);
  }
  return { value: sums.toDemand(table, false), issues: positionIssues(withoutPosition) };
}

export function positionIssues(count: number): Issue[] {
  return count === 0 ? [] : [{ severity: 'warning', code: 'people-without-position', values: { count } }];
}
