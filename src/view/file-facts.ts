import { formatCount } from './numbers.ts';
import type { Language, Say } from './words/index.ts';

/** What was seen of a file when it was opened: rows, format, encoding, delimiter. */
export interface FileSeen {
  format?: string;
  encoding?: string;
  delimiter?: string;
  rowCount: number;
}

/** The first rows of a file under their row numbers: they have no other name. */
export function numberedRows(rows: readonly string[][], most: number): { id: number; cells: string[] }[] {
  return rows.slice(0, most).map((cells, id) => ({ id, cells }));
}

const DELIMITERS: Record<string, string> = { ',': 'comma', '\t': 'tab', ';': 'semicolon', '|': 'bar' };

export function fileFacts(
  { format, encoding, delimiter, rowCount }: FileSeen,
  say: Say,
  language: Language,
): string {
  const facts: string[] = [];
  if (format) facts.push(say(`screen.format.${format}`));
  if (encoding) facts.push(encoding.toUpperCase());
  if (delimiter && DELIMITERS[delimiter]) facts.push(say(`screen.delimiter.${DELIMITERS[delimiter]}`));
  if (format) {
    facts.push(
      say(format === 'geotiff' ? 'screen.pixels' : 'screen.rows', { count: formatCount(rowCount, language) }),
    );
  }
  return facts.join(' · ');
}
