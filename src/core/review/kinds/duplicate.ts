import { haversineMeters } from '../../analysis/distance.ts';
import { excludeFix, type Finding, type Kind } from '../finding.ts';
import { isSameName } from '../name-forms.ts';
import { eachRow, type ReviewSubject } from '../subject.ts';
import { gateOf } from './gate.ts';
import { firstOfEachText } from './identical-row.ts';
import { stateInName } from './not-open.ts';

const ID = 'duplicate';
/** The same name this near is the same place. */
const SAME_NAME_METERS = 200;
/** A name that so many rows have (健身点, 便民服务点) names a kind of place: two of them near by are two. */
const COMMON_NAME_ROWS = 4;
const COMMON_NAME_METERS = 20;
/** Names that differ by a sign have to stand on the same spot. */
const SAME_SPOT_METERS = 5;
const METERS_A_DEGREE = 111_000;

/** The same place twice: the same name near by, or nearly the same name on the same spot, for the same service. */
export const duplicate: Kind = {
  id: ID,
  *find(subject) {
    const same = yield* firstOfEachText(subject);
    const core = yield* eachRow(subject.count, (row) =>
      isCompared(subject, same, row) ? subject.core[row] : '',
    );
    const into = yield* mergeInto(subject, core);
    const findings: Finding[] = [];
    into.forEach((first, row) => {
      if (first !== row) findings.push(finding(subject, row, first));
    });
    return findings;
  },
};

function isCompared(subject: ReviewSubject, same: number[], row: number): boolean {
  const isPlaced = Number.isFinite(subject.lng[row] + subject.lat[row]);
  return isPlaced && same[row] === row && gateOf(subject.text(row, subject.columns.name)) === undefined;
}

/** For every row the first row that is the same place, itself when there is none. Rows are met from south to north. */
function* mergeInto(subject: ReviewSubject, core: string[]) {
  const { lat, lng, service } = subject;
  const common = commonNames(core);
  const order = core.flatMap((name, row) => (name === '' ? [] : [row]));
  order.sort((a, b) => lat[a] - lat[b] || a - b);
  const into = core.map((_, row) => row);
  const rootOf = (row: number): number => (into[row] === row ? row : rootOf(into[row]));
  // A window of latitude holds every row that could be near; within it names are looked up, not compared one by one.
  const windowOf = new Map<string, number[]>();
  yield* eachRow(order.length, (at) => {
    const row = order[at];
    for (const key of [`${service[row]}|${core[row]}`, spotKey(subject, row)]) {
      const near = (windowOf.get(key) ?? []).filter(
        (other) => (lat[row] - lat[other]) * METERS_A_DEGREE <= SAME_NAME_METERS,
      );
      for (const other of near) {
        if (service[row] !== service[other] || !isSameName(core[row], core[other])) continue;
        const meters = haversineMeters(lng[row], lat[row], lng[other], lat[other]);
        const sameName = common.has(core[row]) ? COMMON_NAME_METERS : SAME_NAME_METERS;
        if (meters > (core[row] === core[other] ? sameName : SAME_SPOT_METERS)) continue;
        const [a, b] = [rootOf(row), rootOf(other)];
        into[Math.max(a, b)] = Math.min(a, b);
      }
      windowOf.set(key, [...near, row]);
    }
  });
  return keptRows(
    subject,
    into.map((_, row) => rootOf(row)),
  );
}

/** Of several rows for one place the first stays, but not one that says the place is closed while another does not. */
function keptRows(subject: ReviewSubject, root: number[]): number[] {
  const kept = new Map<number, number>();
  const isOpen = (row: number) => stateInName(subject.text(row, subject.columns.name)) === undefined;
  root.forEach((first, row) => {
    const now = kept.get(first);
    if (now === undefined || (!isOpen(now) && isOpen(row))) kept.set(first, row);
  });
  return root.map((first) => kept.get(first) ?? first);
}

function commonNames(core: readonly string[]): Set<string> {
  const rows = new Map<string, number>();
  for (const name of core) rows.set(name, (rows.get(name) ?? 0) + 1);
  return new Set([...rows].flatMap(([name, count]) => (count >= COMMON_NAME_ROWS ? [name] : [])));
}

/** Rows on the same spot share their position to five decimals, about a metre. */
function spotKey({ lng, lat }: ReviewSubject, row: number): string {
  return `${Math.round(lng[row] * 1e5)},${Math.round(lat[row] * 1e5)}`;
}

function finding(subject: ReviewSubject, row: number, first: number): Finding {
  const rows = [subject.rowNumbers[row]];
  const into = subject.rowNumbers[first];
  const meters = haversineMeters(subject.lng[row], subject.lat[row], subject.lng[first], subject.lat[first]);
  return {
    kind: ID,
    severity: 'warning',
    rows,
    values: {
      name: subject.text(row, subject.columns.name),
      other: subject.text(first, subject.columns.name),
      into,
      meters: Math.round(meters),
    },
    fixes: [
      { id: 'merge', byDefault: true, edits: [{ kind: ID, action: 'merge', rows, into }] },
      excludeFix(ID, rows, false),
    ],
  };
}
