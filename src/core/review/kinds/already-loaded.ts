import { haversineMeters } from '../../analysis/distance.ts';
import { excludeFix, type Finding, type Kind } from '../finding.ts';
import { coreName } from '../name-forms.ts';
import { eachRow } from '../subject.ts';

const ID = 'already-loaded';
const SAME_NAME_METERS = 200;

/** A facility that another file has brought already: the same name and service near by. It would be counted twice. */
export const alreadyLoaded: Kind = {
  id: ID,
  *find(subject) {
    const { existing } = subject.context;
    if (!existing) return [];
    const known = new Map<string, number[]>();
    existing.name.forEach((name, i) => {
      const key = `${existing.service[i]}|${coreName(name)}`;
      const same = known.get(key);
      if (same) same.push(i);
      else known.set(key, [i]);
    });
    const findings: Finding[] = [];
    yield* eachRow(subject.count, (row) => {
      const name = subject.text(row, subject.columns.name);
      if (name.trim() === '') return;
      const near = (known.get(`${subject.service[row]}|${subject.core[row]}`) ?? []).find(
        (i) =>
          haversineMeters(subject.lng[row], subject.lat[row], existing.lng[i], existing.lat[i]) <=
          SAME_NAME_METERS,
      );
      if (near === undefined) return;
      const rows = [subject.rowNumbers[row]];
      const values = { name, other: existing.name[near], file: existing.file[near], row: existing.row[near] };
      findings.push({ kind: ID, severity: 'warning', rows, values, fixes: [excludeFix(ID, rows, true)] });
    });
    return findings;
  },
};
