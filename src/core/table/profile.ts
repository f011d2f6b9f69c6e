import { isValidCell } from 'h3-js';
import { readCoordinate, readPair } from './coordinate.ts';
import { readNumber, readShare } from './number.ts';
import type { Table } from './table.ts';

/** What a column looks like, from a sample of its rows. Shares are of the filled cells, 0 to 1. */
export interface ColumnProfile {
  name: string;
  /** The header for matching words: NFKC, lower case, spaces as `_`. */
  words: string;
  filled: number;
  numericShare: number;
  decimalShare: number;
  pairShare: number;
  cellShare: number;
  /** Every filled cell differs from every other. */
  unique: boolean;
  /** Of the numbers; NaN when there are none. */
  min: number;
  max: number;
  median: number;
  /** First filled cell. */
  example: string;
}

const SAMPLE_ROWS = 500;

export function profileColumns(table: Table): ColumnProfile[] {
  const step = Math.max(1, Math.floor(table.rows.length / SAMPLE_ROWS));
  const sample = table.rows.filter((_, i) => i % step === 0);
  return table.header.map((name, column) =>
    profileOf(
      name,
      sample.map((row) => row[column]),
    ),
  );
}

function profileOf(name: string, cells: string[]): ColumnProfile {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const share = (test: (cell: string) => boolean) =>
    filled.length === 0 ? 0 : filled.filter(test).length / filled.length;
  const numbers = filled
    .map((cell) => readNumber(cell) ?? readCoordinate(cell) ?? readShare(cell))
    .filter((value): value is number => value !== undefined && !Number.isNaN(value))
    .sort((a, b) => a - b);
  return {
    name,
    words: name.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, '_'),
    filled: filled.length,
    numericShare: filled.length === 0 ? 0 : numbers.length / filled.length,
    decimalShare: share((cell) => /\.\d{2,}/.test(cell)),
    pairShare: share((cell) => readPair(cell) !== undefined),
    cellShare: share((cell) => /^[0-9a-f]{15,16}$/i.test(cell) && isValidCell(cell.toLowerCase())),
    unique: new Set(filled).size === filled.length,
    min: numbers[0] ?? Number.NaN,
    max: numbers.at(-1) ?? Number.NaN,
    median: numbers[Math.floor(numbers.length / 2)] ?? Number.NaN,
    example: filled[0] ?? '',
  };
}

/** The first column for the earliest pattern that matches any. */
export function columnByWords(
  profiles: ColumnProfile[],
  patterns: readonly RegExp[],
  accept: (profile: ColumnProfile) => boolean = () => true,
): ColumnProfile | undefined {
  for (const pattern of patterns) {
    const found = profiles.find((profile) => pattern.test(profile.words) && accept(profile));
    if (found) return found;
  }
  return undefined;
}
