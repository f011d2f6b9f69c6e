import { type Finding, type Kind, writeFix } from '../finding.ts';
import { presentName, type RenamedDistrict, renamedDistrict } from '../renamed-districts.ts';
import { eachRow, type ReviewSubject } from '../subject.ts';

const ID = 'district-renamed';

/**
 * Rows, or the districts loaded, that still use a name which is no longer the official one. Both are understood as the
 * present district; the text of the rows can be brought up to date.
 */
export const districtRenamed: Kind = {
  id: ID,
  *find(subject) {
    const rows = yield* rowsByFact(subject);
    const inRows = [...rows].map(([fact, found]) => rowsFinding(subject, fact, found));
    return [...inRows, ...polygonFindings(subject)];
  },
};

function* rowsByFact(subject: ReviewSubject) {
  const found = new Map<RenamedDistrict, { row: number; column: number }[]>();
  yield* eachRow(subject.count, (row) => {
    for (const column of subject.columns.districts) {
      const fact = renamedDistrict(subject.text(row, column));
      if (fact) found.set(fact, [...(found.get(fact) ?? []), { row, column }]);
    }
  });
  return found;
}

function rowsFinding(
  subject: ReviewSubject,
  fact: RenamedDistrict,
  found: { row: number; column: number }[],
): Finding {
  const numbers = found.map(({ row }) => subject.rowNumbers[row]);
  const edits = found.flatMap(({ row, column }) => {
    const header = subject.content.table.header[column];
    return writeFix('rename', ID, subject.rowNumbers[row], header, fact.now, true).edits;
  });
  return {
    kind: ID,
    severity: 'warning',
    rows: numbers,
    column: subject.content.table.header[found[0].column],
    values: { count: numbers.length, ...valuesOf(fact) },
    fixes: [{ id: 'rename', byDefault: true, edits }],
  };
}

/** Polygons under an old name, where the rows use the present one. */
function polygonFindings(subject: ReviewSubject): Finding[] {
  const { names, statedDistrict, rowNumbers } = subject;
  if (!names) return [];
  const old = names.districts.name.flatMap((name) => renamedDistrict(name) ?? []);
  return old.flatMap((fact): Finding[] => {
    const rows = statedDistrict.flatMap((stated, row) =>
      stated === presentName(fact.old) ? [rowNumbers[row]] : [],
    );
    if (rows.length === 0) return [];
    const values = { count: rows.length, ...valuesOf(fact) };
    return [{ kind: 'district-renamed-polygon', severity: 'note', rows, values, fixes: [] }];
  });
}

function valuesOf({ old, now, year, source }: RenamedDistrict) {
  return { old, now, year, source };
}
