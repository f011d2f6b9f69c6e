import { SERVICES } from '../../dataset/services.ts';
import type { Finding, Kind } from '../finding.ts';
import { eachRow, type ReviewSubject } from '../subject.ts';
import { gateOf } from './gate.ts';

const ID = 'shared-position';
/** Different services in one building are no rarity; so many on exactly one spot were put there by a machine. */
const MANY = 5;

/**
 * Different places on exactly one spot: several of one service, or of unknown ones, or very many. Often the middle of a building or a
 * street that an address was resolved to. Nothing is done by itself.
 */
export const sharedPosition: Kind = {
  id: ID,
  *find(subject) {
    const groups = new Map<string, number[]>();
    yield* eachRow(subject.count, (row) => {
      const { lng, lat } = subject;
      if (!Number.isFinite(lng[row] + lat[row])) return;
      const key = `${lng[row]},${lat[row]}`;
      const group = groups.get(key);
      if (group) group.push(row);
      else groups.set(key, [row]);
    });
    const findings: Finding[] = [];
    for (const rows of groups.values()) {
      const places = differentPlaces(subject, rows);
      if (places.length >= 2 && isStrange(subject, places)) findings.push(finding(subject, places));
    }
    return findings;
  },
};

/** One row for each name; gates and repeated rows are named elsewhere. */
function differentPlaces(subject: ReviewSubject, rows: number[]): number[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const name = subject.text(row, subject.columns.name);
    const core = subject.core[row];
    if (core === '' || gateOf(name) || seen.has(core)) return false;
    seen.add(core);
    return true;
  });
}

/** Each row another service of the library: a community building. Types the library does not know say nothing. */
function isStrange({ service }: ReviewSubject, rows: number[]): boolean {
  const services = new Set(rows.map((row) => service[row]));
  const isKnown = [...services].every((id) => SERVICES.some((known) => known.id === id));
  return rows.length >= MANY || services.size < rows.length || !isKnown;
}

function finding(subject: ReviewSubject, rows: number[]): Finding {
  const values = {
    count: rows.length,
    name: subject.text(rows[0], subject.columns.name),
    other: subject.text(rows[1], subject.columns.name),
  };
  const numbers = rows.map((row) => subject.rowNumbers[row]);
  return { kind: ID, severity: 'note', rows: numbers, values, fixes: [] };
}
