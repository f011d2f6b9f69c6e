import { excludeFix, type Finding, type Kind } from '../finding.ts';
import { eachRow, type ReviewSubject } from '../subject.ts';

/** The row has no position that can be used, by the codes of `readPositions`. Nothing can be done but leave it out or place it. */
function positionKind(id: string, codes: readonly string[]): Kind {
  return {
    id,
    *find(subject) {
      const findings: Finding[] = [];
      yield* eachRow(subject.count, (row) => {
        if (codes.includes(subject.positionProblem[row])) findings.push(finding(id, subject, row));
      });
      return findings;
    },
  };
}

function finding(kind: string, subject: ReviewSubject, row: number): Finding {
  const rows = [subject.rowNumbers[row]];
  const name = subject.text(row, subject.columns.name);
  return {
    kind,
    severity: 'error',
    rows,
    values: { name, text: writtenPosition(subject, row) },
    fixes: [excludeFix(kind, rows, true)],
  };
}

/** The cells of the position as the file has them. */
export function writtenPosition({ content, mapping, text }: ReviewSubject, row: number): string {
  const { header } = content.table;
  const columns = mapping.coordinates !== undefined ? [mapping.coordinates] : [mapping.lng, mapping.lat];
  const cells = columns.map((column) => text(row, column === undefined ? -1 : header.indexOf(column)));
  return cells.filter((cell) => cell !== '').join(', ');
}

export const missingPosition = positionKind('missing-position', ['coordinates-missing']);
export const zeroPosition = positionKind('zero-position', ['coordinates-zero']);
export const unreadablePosition = positionKind('unreadable-position', [
  'coordinates-not-a-number',
  'coordinates-out-of-range',
]);
