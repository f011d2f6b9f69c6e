import { districtAt, isInNamed, metersToNamed } from '../district-names.ts';
import { excludeFix, type Finding, type Kind } from '../finding.ts';
import { eachRow, type ReviewSubject } from '../subject.ts';

const ID = 'district-mismatch';
/** Borders are drawn coarsely and run along streets; nearer than this nothing is wrong. */
const NEAR_BORDER_METERS = 300;
const FAR_METERS = 20_000;
/** When so many rows disagree, it is not the rows: the coordinate system, or another generation of districts. */
const ALL_WRONG_SHARE = 0.2;
const ROWS_FOR_ALL_WRONG = 20;

/** The row names one district and stands in another. */
export const districtMismatch: Kind = {
  id: ID,
  *find(subject) {
    const { names, statedDistrict, lng, lat } = subject;
    if (!names) return [];
    let judged = 0;
    const wrong: { row: number; meters: number }[] = [];
    yield* eachRow(subject.count, (row) => {
      const stated = statedDistrict[row];
      // A row outside of everything is named as that.
      if (stated === '' || subject.outside[row] !== 0) return;
      judged++;
      if (isInNamed(names, stated, lng[row], lat[row])) return;
      const meters = metersToNamed(names, stated, lng[row], lat[row], FAR_METERS);
      if (meters > NEAR_BORDER_METERS) wrong.push({ row, meters });
    });
    const isSystematic = judged >= ROWS_FOR_ALL_WRONG && wrong.length > judged * ALL_WRONG_SHARE;
    if (isSystematic) return [systematic(subject, wrong, judged)];
    return wrong.map(({ row, meters }) => finding(subject, row, meters));
  },
};

function systematic(subject: ReviewSubject, wrong: { row: number }[], judged: number): Finding {
  const rows = wrong.map(({ row }) => subject.rowNumbers[row]);
  const values = { count: wrong.length, judged, crs: subject.mapping.crs };
  return { kind: 'district-mismatch-many', severity: 'error', rows, values, fixes: [] };
}

function finding(subject: ReviewSubject, row: number, meters: number): Finding {
  const { names, statedDistrict, lng, lat, rowNumbers, text, columns } = subject;
  const rows = [rowNumbers[row]];
  const stated = statedDistrict[row];
  const values = {
    name: text(row, columns.name),
    stated,
    found: names ? districtAt(names, stated, lng[row], lat[row]) : '',
    km: Math.round(Math.min(meters, FAR_METERS) / 100) / 10,
  };
  // Either may be wrong, the words or the position: nobody but the office can say which.
  return { kind: ID, severity: 'warning', rows, values, fixes: [excludeFix(ID, rows, false)] };
}
