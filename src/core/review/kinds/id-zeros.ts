import type { Finding, Kind } from '../finding.ts';
import type { ReviewSubject } from '../subject.ts';

const ID = 'id-zeros';
const SAME_LENGTH_SHARE = 0.6;
const CODE_HEADER = /^(id|code|adcode)$|编号|编码|代码|(^|_)(id|code)$/i;

/**
 * Ids that a spreadsheet spoils: those that begin with 0 in a column where another row has lost its zeros already, and
 * those turned into 3.1E+11. Ids that are whole are only pointed out, once a column.
 */
export const idZeros: Kind = {
  id: ID,
  *find(subject) {
    const { table } = subject.content;
    yield { phase: 'review-rows', done: 0, total: table.header.length };
    return table.header.flatMap((name, column) => {
      const isId = column === subject.columns.id || CODE_HEADER.test(name.trim());
      return isId ? columnFindings(subject, column) : [];
    });
  },
};

function columnFindings(subject: ReviewSubject, column: number): Finding[] {
  const { table } = subject.content;
  const texts = table.rows.map((row) => row[column].trim());
  const rounded = texts.flatMap((text, row) => (/^\d(\.\d+)?e\+\d+$/i.test(text) ? [row] : []));
  const digits = texts.filter((text) => /^\d+$/.test(text));
  const leading = texts.flatMap((text, row) => (/^0\d+$/.test(text) ? [row] : []));
  const findings = rounded.map((row) => finding(subject, column, row, 'id-rounded', []));
  if (leading.length === 0) return findings;
  const length = usualLength(digits);
  const short = texts.flatMap((text, row) => (/^[1-9]\d*$/.test(text) && text.length < length ? [row] : []));
  for (const row of short) {
    const number = subject.rowNumbers[row];
    const text = texts[row].padStart(length, '0');
    const edits = [
      { kind: ID, action: 'write' as const, rows: [number], column: table.header[column], text },
    ];
    findings.push(finding(subject, column, row, ID, [{ id: 'pad', byDefault: true, edits }], text));
  }
  return [...findings, kept(subject, column, leading)];
}

/** The length that most of the ids have, 0 when they have no common one. */
function usualLength(digits: string[]): number {
  const counts = new Map<number, number>();
  for (const text of digits) counts.set(text.length, (counts.get(text.length) ?? 0) + 1);
  const [length, count] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0];
  return count >= SAME_LENGTH_SHARE * digits.length ? length : 0;
}

function finding(
  { content, rowNumbers }: ReviewSubject,
  column: number,
  row: number,
  kind: string,
  fixes: Finding['fixes'],
  padded = '',
): Finding {
  const header = content.table.header[column];
  const values = { text: content.table.rows[row][column], column: header, padded };
  return { kind, severity: 'warning', rows: [rowNumbers[row]], column: header, values, fixes };
}

function kept({ content, rowNumbers }: ReviewSubject, column: number, rows: number[]): Finding {
  const header = content.table.header[column];
  const values = { count: rows.length, column: header, text: content.table.rows[rows[0]][column] };
  const numbers = rows.map((row) => rowNumbers[row]);
  return { kind: 'id-zeros-kept', severity: 'note', rows: numbers, column: header, values, fixes: [] };
}
