/** The cells of a sheet or a delimited text as they stand, before anyone has said which line is the header. */
export interface Grid {
  /** Lines from top to bottom; they may differ in length. Lines without any text may be left out. */
  cells: string[][];
  /** Number of each line as a spreadsheet shows it; absent: 1, 2, 3 … */
  numbers?: ArrayLike<number>;
  merges?: readonly Merge[];
}

/** Cells that are shown as one: `rows` lines from line number `row`, `columns` cells from column `column` (from 0). */
export interface Merge {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

export function lineNumber({ numbers }: Grid, index: number): number {
  return numbers ? numbers[index] : index + 1;
}

export function isFilled(cell: string | undefined): boolean {
  return cell !== undefined && cell !== '' && cell.trim() !== '';
}

export function filledCells(line: readonly string[]): number {
  let count = 0;
  for (let i = 0; i < line.length; i++) if (isFilled(line[i])) count++;
  return count;
}
