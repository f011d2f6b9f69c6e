import { getResolution, h3IndexToSplitLong, isValidCell } from 'h3-js';
import type { FeatureContent, TableContent } from '../formats/content.ts';
import type { PeopleMapping } from '../table/mapping.ts';
import { BLOCK, type Task } from '../task.ts';
import { demandColumns } from './demand-columns.ts';
import type { PopulationCells } from './population.ts';
import { hasPositionColumns, type Positions, readPositions } from './positions.ts';
import { mappedColumn, RowIssues } from './rows.ts';

interface CellRow {
  row: number;
  cell: string;
  resolution: number;
}

/** An H3 cell as text, lower case hexadecimal; decimal 64-bit numbers, as databases export them, are understood. */
export function cellFromText(text: string): string | undefined {
  const trimmed = text.trim().toLowerCase();
  const hex = /^\d{17,19}$/.test(trimmed) ? BigInt(trimmed).toString(16) : trimmed;
  return isValidCell(hex) ? hex : undefined;
}

/**
 * H3 cells with people. An invalid index, a repeated cell (the first row is used) and cells of another resolution than
 * most are left out and named. Throws UnusableData `no-usable-rows`.
 */
export function* readCells(
  content: TableContent | FeatureContent,
  mapping: PeopleMapping,
  found: RowIssues,
): Task<PopulationCells> {
  const { table } = content;
  const at = mappedColumn(table, mapping.cell);
  const valid: CellRow[] = [];
  for (let row = 0; row < table.rows.length; row++) {
    const text = table.rows[row][at];
    const cell = cellFromText(text);
    if (cell !== undefined) valid.push({ row, cell, resolution: getResolution(cell) });
    else if (text.trim() === '') found.add('error', 'cell-missing', row, mapping.cell);
    else found.add('error', 'cell-invalid', row, mapping.cell, { text });
    if ((row + 1) % BLOCK === 0) yield { phase: 'check-rows', done: row + 1, total: table.rows.length };
  }
  const used = unrepeated(ofMainResolution(valid, mapping, found), mapping, found, content);
  if (used.length === 0) throw found.noUsableRows();
  const rows = used.map((one) => one.row);
  const halves = used.map((one) => h3IndexToSplitLong(one.cell));
  const positions = yield* writtenPositions(content, mapping);
  return {
    kind: 'cells',
    resolution: used[0].resolution,
    indexLow: Uint32Array.from(halves, ([low]) => low),
    indexHigh: Uint32Array.from(halves, ([, high]) => high),
    lng: Float64Array.from(rows, (row) => positions?.lng[row] ?? Number.NaN),
    lat: Float64Array.from(rows, (row) => positions?.lat[row] ?? Number.NaN),
    columns: demandColumns(table, rows, mapping, found),
  };
}

/** The finer one when two resolutions are equally frequent. */
function ofMainResolution(cells: CellRow[], mapping: PeopleMapping, found: RowIssues): CellRow[] {
  const counts = new Map<number, number>();
  for (const { resolution } of cells) counts.set(resolution, (counts.get(resolution) ?? 0) + 1);
  const [kept] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [-1];
  return cells.filter(({ row, cell, resolution }) => {
    if (resolution === kept) return true;
    found.add('error', 'cell-resolution-mixed', row, mapping.cell, { text: cell, resolution, kept });
    return false;
  });
}

function unrepeated(
  cells: CellRow[],
  mapping: PeopleMapping,
  found: RowIssues,
  content: TableContent | FeatureContent,
): CellRow[] {
  const first = new Map<string, number>();
  return cells.filter(({ row, cell }) => {
    const earlier = first.get(cell);
    if (earlier === undefined) {
      first.set(cell, row);
      return true;
    }
    const values = { text: cell, firstRow: content.table.rowNumbers[earlier] };
    found.add('error', 'cell-duplicate', row, mapping.cell, values);
    return false;
  });
}

/** Positions beside the cells are a refinement: what is wrong with them makes no row unusable, so it is not reported. */
function* writtenPositions(
  content: TableContent | FeatureContent,
  mapping: PeopleMapping,
): Task<Positions | undefined> {
  if (content.kind === 'table' && !hasPositionColumns(mapping)) return undefined;
  return yield* readPositions(content, mapping, new RowIssues(content.table));
}
