import { readCoordinate } from './coordinate.ts';
import { filledCells, type Grid, isFilled, lineNumber } from './grid.ts';
import { readNumber } from './number.ts';

/** Where the header stands in a grid: `from` is an index of lines, `count` how many lines it takes. */
export interface HeaderLines {
  from: number;
  count: number;
}

const SAMPLE_LINES = 50;
/** More lines than this are no header, whatever is merged. */
const MAX_HEADER_LINES = 4;

/**
 * The header is the first line with at least two filled cells (the first filled one in a table of one column). A sparser
 * line above a fuller one that evidently names columns of numbers is a title (统计表,,,单位：人). Lines below belong to the
 * header where merged cells say so, or where they fill its gaps and stand over numbers.
 */
export function findHeader(grid: Grid): HeaderLines {
  const { cells } = grid;
  const isOneColumn = cells.every((line) => filledCells(line) <= 1);
  const first = cells.findIndex((line) => filledCells(line) >= (isOneColumn ? 1 : 2));
  if (isOneColumn) return { from: first, count: 1 };
  const from = belowTitles(grid, first);
  return { from, count: Math.max(mergedLines(grid, from), hasSecondLine(cells, from) ? 2 : 1) };
}

function belowTitles(grid: Grid, first: number): number {
  const { cells } = grid;
  const sample = cells.slice(first + 1, first + 1 + SAMPLE_LINES);
  const counts = sample
    .map(filledCells)
    .filter((count) => count > 0)
    .sort((a, b) => a - b);
  const typical = counts[Math.floor(counts.length / 2)] ?? 0;
  const isTitle = filledCells(cells[first]) < typical / 2;
  // A group header is sparse as well, but it is merged, or fills the gaps of the line below it.
  if (!isTitle || isUpperLine(grid, first)) return first;
  const header = cells.findIndex((line, i) => i > first && filledCells(line) >= typical / 2);
  return header > first && standsOverNumbers(cells, header) ? header : first;
}

function isUpperLine(grid: Grid, index: number): boolean {
  const next = grid.cells[index + 1];
  return mergedLines(grid, index) > 1 || (next !== undefined && fillsGaps(grid.cells[index], next));
}

/** Whether the upper line says something where the lower one is empty (a name that stands beside groups). */
function fillsGaps(upper: string[], lower: string[]): boolean {
  return upper.some((cell, column) => isFilled(cell) && !isFilled(lower[column]));
}

/** Lines the header takes by its merged cells: one merged downwards takes its lines, one merged across a line more. */
function mergedLines(grid: Grid, from: number): number {
  let count = 1;
  for (let line = 0; line < count && count < MAX_HEADER_LINES; line++) {
    const number = lineNumber(grid, from + line);
    for (const merge of grid.merges ?? []) {
      if (merge.row !== number) continue;
      if (merge.rows > 1 && merge.rows <= MAX_HEADER_LINES) count = Math.max(count, line + merge.rows);
      else if (line === 0 && merge.columns > 1 && merge.rows === 1) count = Math.max(count, 2);
    }
  }
  // Merged data begin below: a line of numbers is none of the header.
  while (count > 1 && hasNumbers(grid.cells[from + count - 1])) count--;
  return Math.min(count, MAX_HEADER_LINES, grid.cells.length - from);
}

/** A second line of header without merged cells, as a CSV keeps it: words in the gaps of the first, numbers below them. */
function hasSecondLine(cells: string[][], from: number): boolean {
  const [upper, lower] = [cells[from], cells[from + 1]];
  if (!lower || filledCells(lower) === 0 || hasNumbers(lower)) return false;
  const gaps = lower.some((cell, column) => isFilled(cell) && column > 0 && !isFilled(upper[column]));
  return gaps && standsOverNumbers(cells, from + 1);
}

function hasNumbers(line: string[] | undefined): boolean {
  return line?.some((cell) => isFilled(cell) && isNumber(cell)) ?? false;
}

/** Whether words of this line stand over a column that holds numbers from the next line on. */
function standsOverNumbers(cells: string[][], at: number): boolean {
  const below = cells.slice(at + 1, at + 1 + SAMPLE_LINES);
  return cells[at].some((cell, column) => {
    if (!isFilled(cell) || readNumber(cell) !== undefined || readCoordinate(cell) !== undefined) return false;
    const filled = below.filter((line) => isFilled(line[column]));
    const numbers = filled.filter((line) => isNumber(line[column]));
    return numbers.length > 0 && numbers.length >= filled.length * 0.8;
  });
}

function isNumber(cell: string): boolean {
  const value = readNumber(cell) ?? readCoordinate(cell);
  return value !== undefined && !Number.isNaN(value);
}

/** The names of the columns: the words of the header's lines from top to bottom, each group's word over all it spans. */
export function headerNames(grid: Grid, { from, count }: HeaderLines, width: number): string[] {
  const lines = Array.from({ length: count }, (_, i) => spread(grid, from, i, count, width));
  return Array.from({ length: width }, (_, column) => {
    const words: string[] = [];
    for (const line of lines) {
      const word = line[column].trim().replace(/\s+/g, ' ');
      if (word !== '' && words.at(-1) !== word) words.push(word);
    }
    return words.join(' ');
  });
}

/**
 * A line of the header, its groups spread over what they span: by merged cells, else over the gaps to their right where
 * the line below says something.
 */
function spread(grid: Grid, from: number, index: number, count: number, width: number): string[] {
  const source = grid.cells[from + index];
  const line = Array.from({ length: width }, (_, column) => source[column] ?? '');
  if (index === count - 1) return line;
  const merged = (grid.merges ?? []).filter(
    (merge) => merge.row === lineNumber(grid, from + index) && merge.columns > 1,
  );
  for (const { column, columns } of merged)
    for (let i = column + 1; i < Math.min(column + columns, width); i++) line[i] = line[column];
  if (merged.length > 0) return line;
  const lower = grid.cells[from + index + 1];
  for (let i = 1; i < width; i++)
    if (!isFilled(line[i]) && isFilled(lower[i]) && isFilled(lower[i - 1])) line[i] = line[i - 1];
  return line;
}
