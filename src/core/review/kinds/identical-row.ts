import type { Task } from '../../task.ts';
import { excludeFix, type Finding, type Kind } from '../finding.ts';
import { eachRow, type ReviewSubject } from '../subject.ts';

const ID = 'identical-row';

/** Rows that repeat another in every cell. */
export const identicalRow: Kind = {
  id: ID,
  *find(subject) {
    const first = yield* firstOfEachText(subject);
    const findings: Finding[] = [];
    first.forEach((original, row) => {
      if (original === row) return;
      const rows = [subject.rowNumbers[row]];
      const values = {
        name: subject.text(row, subject.columns.name),
        into: subject.rowNumbers[original],
      };
      findings.push({ kind: ID, severity: 'warning', rows, values, fixes: [excludeFix(ID, rows, true)] });
    });
    return findings;
  },
};

/** The first row with the same cells, a row; for features the geometry counts too. */
export function* firstOfEachText(subject: ReviewSubject): Task<number[]> {
  const done = known.get(subject);
  if (done) return done;
  const { content, count } = subject;
  const seen = new Map<string, number>();
  const first = yield* eachRow(count, (row) => {
    const place = content.kind === 'features' ? `${content.lng[row]},${content.lat[row]}` : '';
    const key = `${content.table.rows[row].join('\u0001')}\u0001${place}`;
    const earlier = seen.get(key);
    if (earlier === undefined) seen.set(key, row);
    return earlier ?? row;
  });
  known.set(subject, first);
  return first;
}

/** Asked by two kinds; a million rows are joined once. */
const known = new WeakMap<ReviewSubject, number[]>();
