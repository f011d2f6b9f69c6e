import type { Finding, Kind } from '../finding.ts';
import { eachRow, type ReviewSubject } from '../subject.ts';

const ID = 'round-count';
/** Where map services and exports stop: results a query (400, 900), pages of a thousand, the rows of old spreadsheets. */
const CAPS = [400, 900, 1000, 2000, 5000, 10_000, 20_000, 50_000, 65_535, 65_536, 100_000, 1_048_575];
/** In a district a source may have counted one more than it gave; a whole file is cut off exactly. */
const SLACK_IN_DISTRICT = 1;
/** Fewer districts say nothing about which one was stopped. */
const GROUPS_FOR_COMPARISON = 3;

/** The file, or a district in it, has exactly as many rows as a source gives at most: there were probably more. */
export const roundCount: Kind = {
  id: ID,
  *find(subject) {
    const whole = capOf(subject.count, 0);
    const findings: Finding[] = [];
    if (whole !== undefined) findings.push(finding(subject, '', subject.count, whole, []));
    const column = subject.columns.districts[0];
    if (column === undefined) return findings;
    const groups = new Map<string, number[]>();
    yield* eachRow(subject.count, (row) => {
      const name = subject.text(row, column).trim();
      const rows = groups.get(name);
      if (rows) rows.push(subject.rowNumbers[row]);
      else groups.set(name, [subject.rowNumbers[row]]);
    });
    if (groups.size < GROUPS_FOR_COMPARISON) return findings;
    const most = Math.max(...[...groups.values()].map((rows) => rows.length));
    for (const [name, rows] of groups) {
      const cap = capOf(rows.length, SLACK_IN_DISTRICT);
      // Only what no other district exceeds was stopped by a limit.
      if (name !== '' && cap !== undefined && most <= cap)
        findings.push(finding(subject, name, rows.length, cap, rows));
    }
    return findings;
  },
};

function capOf(count: number, slack: number): number | undefined {
  return CAPS.find((cap) => count <= cap && count >= cap - slack);
}

function finding(
  subject: ReviewSubject,
  district: string,
  count: number,
  cap: number,
  rows: number[],
): Finding {
  const kind = district === '' ? ID : 'round-count-district';
  const numbers = rows.length > 0 ? rows : [...subject.rowNumbers];
  return { kind, severity: 'note', rows: numbers, values: { count, cap, district }, fixes: [] };
}
