import { converterToWgs84 } from '../../crs/convert.ts';
import { excludeFix, type Finding, type Kind } from '../finding.ts';
import { eachRow } from '../subject.ts';
import { writtenPosition } from './position-problems.ts';
import { exchanged } from './swapped.ts';

const ID = 'outside-area';
/** Borders are drawn coarsely, and a facility may stand across the street from one. */
const MARGIN_METERS = 1_000;

/** The row lies outside of the districts (or the people, or all the other rows). */
export const outsideArea: Kind = {
  id: ID,
  *find(subject) {
    const findings: Finding[] = [];
    const convert = converterToWgs84(subject.mapping.crs);
    yield* eachRow(subject.count, (row) => {
      const meters = subject.outside[row];
      if (!(meters > MARGIN_METERS) || exchanged(subject, row, convert)) return;
      const rows = [subject.rowNumbers[row]];
      const values = {
        name: subject.text(row, subject.columns.name),
        text: writtenPosition(subject, row),
        km: Math.round(meters / 100) / 10,
      };
      findings.push({ kind: ID, severity: 'error', rows, values, fixes: [excludeFix(ID, rows, true)] });
    });
    return findings;
  },
};
