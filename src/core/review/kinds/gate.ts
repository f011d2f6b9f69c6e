import { haversineMeters } from '../../analysis/distance.ts';
import { type Finding, type Kind, writeFix } from '../finding.ts';
import { coreName } from '../name-forms.ts';
import { eachRow, type ReviewSubject } from '../subject.ts';

const ID = 'gate';
/** A gate of a large site is this far from where the site is marked. */
const SAME_SITE_METERS = 800;

const SIDE = '(?:[东南西北]{1,2}|正|后|侧|边|前|大|旁)';
const PART = `(?:${SIDE}\\d{0,2}号?门|\\d{1,2}号门|${SIDE}?(?:出入口|入口|出口)\\d{0,2}|(?:地下|地上|地面)?停车场(?:出入口|入口|出口)?)`;
const APART = new RegExp(`^(.{2,}?)\\s*[(\\[【\\-—–·_]\\s*(${PART})\\s*[)\\]】]?$`);
/** Written without a sign between: only behind a word that ends the name of a place (大学南门, not 天安门). */
const JOINED = new RegExp(`^(.{2,}(?:园|校|学|院|站|中心|所|馆|部|区|家|厦))(${PART})$`);

/** The place that a name is only the gate, the entrance or the car park of. */
export function gateOf(name: string): { place: string; gate: string } | undefined {
  const match = APART.exec(name.normalize('NFKC').trim()) ?? JOINED.exec(name.normalize('NFKC').trim());
  return match ? { place: match[1], gate: match[2] } : undefined;
}

/**
 * A gate or annex written as a facility of its own. With its place in the file it is merged into it; of several gates
 * without one the first stands for the place, under the name of the place.
 */
export const gate: Kind = {
  id: ID,
  *find(subject) {
    const parts = yield* eachRow(subject.count, (row) => gateOf(subject.text(row, subject.columns.name)));
    const places = new Map<string, number[]>();
    yield* eachRow(subject.count, (row) => {
      if (parts[row]) return;
      const key = subject.core[row];
      if (key === '') return;
      const known = places.get(key);
      if (known) known.push(row);
      else places.set(key, [row]);
    });
    const findings: Finding[] = [];
    parts.forEach((part, row) => {
      // A file of car parks is about car parks.
      if (!part || /停车/.test(`${subject.service[row]}${subject.text(row, subject.columns.type)}`)) return;
      const key = coreName(part.place);
      const into = (places.get(key) ?? []).find((other) => isOneSite(subject, row, other));
      if (into === undefined) places.set(key, [...(places.get(key) ?? []), row]);
      findings.push(finding(subject, row, part, into));
    });
    return findings;
  },
};

function isOneSite({ lng, lat }: ReviewSubject, row: number, other: number): boolean {
  const meters = haversineMeters(lng[row], lat[row], lng[other], lat[other]);
  return !(meters > SAME_SITE_METERS);
}

function finding(
  subject: ReviewSubject,
  row: number,
  { place, gate: part }: { place: string; gate: string },
  into: number | undefined,
): Finding {
  const rows = [subject.rowNumbers[row]];
  const values = { name: subject.text(row, subject.columns.name), place, gate: part };
  if (into === undefined) {
    const column = subject.content.table.header[subject.columns.name];
    const fixes = [writeFix('strip-gate', ID, rows[0], column, place, true)];
    return { kind: ID, severity: 'warning', rows, values: { ...values, into: 0 }, fixes };
  }
  const number = subject.rowNumbers[into];
  return {
    kind: ID,
    severity: 'warning',
    rows,
    values: { ...values, into: number },
    fixes: [
      { id: 'merge', byDefault: true, edits: [{ kind: ID, action: 'merge', rows, into: number }] },
      { id: 'exclude', byDefault: false, edits: [{ kind: ID, action: 'exclude', rows }] },
    ],
  };
}
