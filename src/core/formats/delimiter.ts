import Papa from 'papaparse';

/** What Papa's low-level parser gives; its own types say `any`. */
export interface ParsedRecords {
  data: string[][];
  errors: { code: string; row?: number }[];
  meta: { cursor: number };
}

const CANDIDATES = [',', '\t', ';', '|'] as const;
const SAMPLE_CHARACTERS = 65_536;
const SAMPLE_RECORDS = 100;

/** `\r` only for files that know no `\n` outside quotes (old Macintosh exports); `\n` covers `\r\n` too. */
export function recordSeparator(text: string): '\n' | '\r' {
  const outsideQuotes = text.slice(0, SAMPLE_CHARACTERS).replace(/"[^"]*"/g, '');
  return !outsideQuotes.includes('\n') && outsideQuotes.includes('\r') ? '\r' : '\n';
}

/**
 * The delimiter under which most records have the same number of cells, at least two; of several the one that gives
 * more cells (types joined by `;` lie inside one cell of a comma file). `,` when no candidate splits anything.
 */
export function detectDelimiter(text: string, newline: string): string {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  let best = { delimiter: ',', score: 0, cells: 0 };
  for (const delimiter of CANDIDATES) {
    const parser = new Papa.Parser({
      delimiter,
      newline: newline === '\r' ? '\r' : '\n',
      quoteChar: '"',
      preview: SAMPLE_RECORDS,
    });
    const parsed: ParsedRecords = parser.parse(sample, 0, text.length > sample.length);
    const counts = parsed.data
      .filter((record) => record.some((cell) => cell.trim() !== ''))
      .map((r) => r.length);
    const { score, cells } = agreement(counts);
    if (score > best.score || (score === best.score && cells > best.cells))
      best = { delimiter, score, cells };
  }
  return best.delimiter;
}

/** The most common cell count of two or more, and the share of records that have it. */
function agreement(counts: number[]): { score: number; cells: number } {
  const tally = new Map<number, number>();
  for (const count of counts) if (count > 1) tally.set(count, (tally.get(count) ?? 0) + 1);
  let best = { score: 0, cells: 0 };
  for (const [cells, records] of tally) {
    const score = records / counts.length;
    if (score > best.score || (score === best.score && cells > best.cells)) best = { score, cells };
  }
  return best;
}
