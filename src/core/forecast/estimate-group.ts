import type { DemandColumn } from '../dataset/demand.ts';
import { ageRangeOf, groupValues } from '../dataset/groups.ts';
import type { Checked, Issue } from '../issue.ts';
import { BLOCK, type Task } from '../task.ts';
import { type Band, BandSplitter, bandsOf } from './bands.ts';

/** How the people of a group were found: `exact` from the bands as they are, the others are estimates. */
export type GroupMethod = 'exact' | 'sprague' | 'flat';

export interface GroupEstimate {
  values: Float64Array;
  method: GroupMethod;
  /** Columns that were cut, and how. Whole bands inside the group are taken as they are. */
  cuts: { column: string; fromAge: number; toAge: number; method: 'sprague' | 'flat' }[];
  /** Places where a band had to be split flat although Sprague was asked for. */
  flatPlaces: number;
}

/** A band, whole or from one age to another. */
interface Piece {
  band: Band;
  fromAge: number;
  toAge: number;
  isWhole: boolean;
}

/**
 * The people of a group when its bands are not at hand: whole bands as they are, the cut ones by Sprague's multipliers (at least
 * four five-year bands in a row) or flat. `groupValues` never does this: an estimate is a switch of the user's, and says so:
 * notes `group-estimated-sprague`, `group-estimated-flat`, `group-sprague-flat-places`. The value is undefined, with the error
 * `group-not-estimable`, when an age lies in no band or in an open one. Missing (NaN) bands make the group missing.
 */
export function* estimateGroup(
  columns: DemandColumn[],
  group: string,
  method: 'sprague' | 'flat',
): Task<Checked<GroupEstimate | undefined>> {
  const exact = groupValues(columns, group);
  if (exact) return { value: { values: exact, method: 'exact', cuts: [], flatPlaces: 0 }, issues: [] };
  const bands = bandsOf(columns);
  const pieces = piecesOf(bands, group);
  if (typeof pieces === 'number') {
    const values = { group, age: pieces };
    return { value: undefined, issues: [{ severity: 'error', code: 'group-not-estimable', values }] };
  }
  const values = new Float64Array(columns[0].values.length);
  const cuts: GroupEstimate['cuts'] = [];
  let flatPlaces = 0;
  for (const { band, fromAge, toAge, isWhole } of pieces) {
    if (isWhole) {
      for (let i = 0; i < values.length; i++) values[i] += band.values[i];
      continue;
    }
    const splitter = new BandSplitter(bands, band, method);
    for (let i = 0; i < values.length; i++) {
      const years = splitter.yearsOf(i);
      for (let age = fromAge; age <= toAge; age++) values[i] += years[age - band.range.from];
      if (i % BLOCK === 0) yield { phase: 'split-ages', done: i, total: values.length };
    }
    cuts.push({ column: band.id, fromAge, toAge, method: splitter.method });
    flatPlaces = Math.max(flatPlaces, splitter.flatRows);
  }
  const used = cuts.some((cut) => cut.method === 'sprague') ? ('sprague' as const) : ('flat' as const);
  return { value: { values, method: used, cuts, flatPlaces }, issues: notesOf(group, cuts, flatPlaces) };
}

/** What the group is made of, youngest first; or the first age that cannot be had. */
function piecesOf(bands: Band[], group: string): Piece[] | number {
  const wanted = ageRangeOf(group);
  if (!wanted) return 0;
  const pieces: Piece[] = [];
  for (let next = wanted.from; next <= wanted.to; ) {
    const whole = bands.filter(({ range }) => range.from === next && range.to <= wanted.to).pop();
    // The narrowest band that holds the age says most about it. An open band has no end to divide by.
    const cut = bands
      .filter(({ range }) => range.from <= next && range.to >= next && Number.isFinite(range.to))
      .sort((a, b) => a.range.to - a.range.from - (b.range.to - b.range.from))[0];
    const band = whole ?? cut;
    if (!band) return next;
    const toAge = Math.min(band.range.to, wanted.to);
    pieces.push({ band, fromAge: next, toAge, isWhole: whole !== undefined });
    if (toAge === Number.POSITIVE_INFINITY) break;
    next = toAge + 1;
  }
  return pieces;
}

function notesOf(group: string, cuts: GroupEstimate['cuts'], flatPlaces: number): Issue[] {
  const columnsBy = (method: 'sprague' | 'flat') =>
    cuts.filter((cut) => cut.method === method).map((cut) => cut.column);
  const issues: Issue[] = [];
  const sprague = columnsBy('sprague').join(', ');
  const flat = columnsBy('flat').join(', ');
  if (sprague) {
    issues.push({ severity: 'note', code: 'group-estimated-sprague', values: { group, columns: sprague } });
  }
  if (flat) issues.push({ severity: 'note', code: 'group-estimated-flat', values: { group, columns: flat } });
  if (flatPlaces > 0) {
    issues.push({
      severity: 'note',
      code: 'group-sprague-flat-places',
      values: { group, count: flatPlaces },
    });
  }
  return issues;
}
