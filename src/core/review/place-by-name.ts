import type { Task } from '../task.ts';
import type { ReviewEdit } from './edits.ts';
import type { KnownPlaces } from './find-crs.ts';
import { buildGazetteer, type GazetteerMatch, matchNames } from './gazetteer.ts';
import type { ReviewSubject } from './subject.ts';

/** Rows without a position, matched by name. */
export interface PlacedByName {
  /** One a row that a name places by itself; for the review of the source. */
  edits: ReviewEdit[];
  /** The rest, for a person: with candidates, or to be placed by a click. Row numbers as in a spreadsheet. */
  queue: GazetteerMatch[];
}

const KIND = 'missing-position';

/** Looks up the rows that have no position, by name and then by address. */
export function* placeByName(subject: ReviewSubject, places: KnownPlaces): Task<PlacedByName> {
  const gazetteer = buildGazetteer(places);
  const missing = Array.from({ length: subject.count }, (_, row) => row).filter(
    (row) => !Number.isFinite(subject.lng[row] + subject.lat[row]),
  );
  const asked = (column: number) =>
    missing.map((row) => ({ row: subject.rowNumbers[row], name: subject.text(row, column) }));
  const byName = yield* matchNames(asked(subject.columns.name), gazetteer);
  const byAddress = yield* matchNames(asked(subject.columns.address), gazetteer);
  const best = byName.map((match, i) => (rank(byAddress[i]) > rank(match) ? byAddress[i] : match));
  return {
    edits: best.flatMap(({ row, state, candidates: [first] }): ReviewEdit[] =>
      state === 'matched'
        ? [{ kind: KIND, action: 'place', rows: [row], lng: first.lng, lat: first.lat }]
        : [],
    ),
    queue: best.filter(({ state }) => state !== 'matched'),
  };
}

function rank({ state, candidates }: GazetteerMatch): number {
  return state === 'matched' ? 2 : (candidates[0]?.score ?? 0);
}
