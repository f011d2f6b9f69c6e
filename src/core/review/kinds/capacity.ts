import { isBlank, readNumber } from '../../table/number.ts';
import { quantile } from '../area.ts';
import { type Finding, type Kind, writeFix } from '../finding.ts';
import { eachRow, type ReviewSubject } from '../subject.ts';

/** Below this share of filled cells the column is simply not surveyed, and no single row is to blame. */
const MOSTLY_FILLED = 0.8;
const ROWS_FOR_MEDIAN = 8;
const ABSURD_FACTOR = 10;

/** A capacity left blank where nearly all other rows have one. Not surveyed, never 0. */
export const capacityMissing: Kind = {
  id: 'missing-capacity',
  *find(subject) {
    const { columns, text, rowNumbers } = subject;
    if (columns.capacity === -1) return [];
    const blank = yield* eachRow(subject.count, (row) => isBlank(text(row, columns.capacity)));
    const filled = blank.filter((one) => !one).length;
    if (filled < MOSTLY_FILLED * subject.count) return [];
    return blank.flatMap((isMissing, row): Finding[] => {
      if (!isMissing) return [];
      const column = subject.content.table.header[columns.capacity];
      const values = { name: text(row, columns.name), column };
      return [
        {
          kind: 'missing-capacity',
          severity: 'warning',
          rows: [rowNumbers[row]],
          column,
          values,
          fixes: [],
        },
      ];
    });
  },
};

/** A capacity that cannot be: no number, 0 or less, or ten times and more what is usual for the service. */
export const capacityAbsurd: Kind = {
  id: 'absurd-capacity',
  *find(subject) {
    const { columns, text, count, service } = subject;
    if (columns.capacity === -1) return [];
    const values = yield* eachRow(count, (row) => readNumber(text(row, columns.capacity)));
    const usual = usualOf(subject, values);
    const findings: Finding[] = [];
    yield* eachRow(count, (row) => {
      const problem = problemOf(values[row], usual.get(service[row]) ?? Number.NaN);
      if (problem) findings.push(finding(subject, row, problem, usual.get(service[row]) ?? Number.NaN));
    });
    return findings;
  },
};

function usualOf({ service }: ReviewSubject, values: (number | undefined)[]): Map<string, number> {
  const byService = new Map<string, number[]>();
  values.forEach((value, row) => {
    if (value === undefined || !(value > 0)) return;
    const known = byService.get(service[row]);
    if (known) known.push(value);
    else byService.set(service[row], [value]);
  });
  return new Map(
    [...byService].map(([id, known]) => [
      id,
      known.length < ROWS_FOR_MEDIAN ? Number.NaN : quantile(known, 0.5),
    ]),
  );
}

function problemOf(value: number | undefined, usual: number): string | undefined {
  if (value === undefined) return 'unreadable';
  if (value === 0) return 'zero';
  if (value < 0) return 'negative';
  return value > usual * ABSURD_FACTOR ? 'large' : undefined;
}

function finding(subject: ReviewSubject, row: number, problem: string, usual: number): Finding {
  const { columns, text, rowNumbers } = subject;
  const column = subject.content.table.header[columns.capacity];
  const cell = text(row, columns.capacity);
  const kind = 'absurd-capacity';
  return {
    kind,
    severity: 'warning',
    rows: [rowNumbers[row]],
    column,
    values: {
      name: text(row, columns.name),
      column,
      text: cell,
      problem,
      usual: Number.isNaN(usual) ? '' : usual,
    },
    // Emptied it counts as not surveyed; whether it is wrong only the office knows.
    fixes: [writeFix('clear', kind, rowNumbers[row], column, '', false)],
  };
}
