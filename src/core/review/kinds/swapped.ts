import { converterToWgs84, type LngLat } from '../../crs/convert.ts';
import { readCoordinate, readPair } from '../../table/coordinate.ts';
import { columnIndex } from '../../table/table.ts';
import { excludeFix, type Finding, type Kind } from '../finding.ts';
import { eachRow, type ReviewSubject } from '../subject.ts';
import { writtenPosition } from './position-problems.ts';

const ID = 'swapped';
/** A row is only called swapped when it is this far outside as it stands, and inside the other way round. */
const FAR_OUTSIDE_METERS = 20_000;

/**
 * Longitude and latitude exchanged in one row: a latitude beyond 90, or a position far outside the area that lies inside
 * once the two are exchanged.
 */
export const swapped: Kind = {
  id: ID,
  *find(subject) {
    const findings: Finding[] = [];
    const convert = converterToWgs84(subject.mapping.crs);
    yield* eachRow(subject.count, (row) => {
      const place = exchanged(subject, row, convert);
      if (!place) return;
      const rows = [subject.rowNumbers[row]];
      const [lng, lat] = place;
      const values = { name: subject.text(row, subject.columns.name), text: writtenPosition(subject, row) };
      findings.push({
        kind: ID,
        severity: 'error',
        rows,
        values,
        fixes: [
          { id: 'swap', byDefault: true, edits: [{ kind: ID, action: 'place', rows, lng, lat }] },
          excludeFix(ID, rows, false),
        ],
      });
    });
    return findings;
  },
};

/** The position with its numbers exchanged, when that is what the row means. */
export function exchanged(
  subject: ReviewSubject,
  row: number,
  convert: (x: number, y: number) => LngLat,
): LngLat | undefined {
  const { area, outside, positionProblem } = subject;
  const isBeyond = positionProblem[row] === 'coordinates-swapped';
  const isOutside = outside[row] > FAR_OUTSIDE_METERS;
  if (!isBeyond && !isOutside) return undefined;
  const [x, y] = writtenNumbers(subject, row);
  if (!(Math.abs(y) <= 180 && Math.abs(x) <= 90)) return undefined;
  const place = convert(y, x);
  if (!Number.isFinite(place[0] + place[1])) return undefined;
  // Where nothing says what the area is, a latitude beyond 90 is proof enough.
  if (isBeyond && area.by === 'nothing') return place;
  return area.metersOutside(...place) === 0 ? place : undefined;
}

function writtenNumbers({ content, mapping, text }: ReviewSubject, row: number): [number, number] {
  const none = Number.NaN;
  if (content.kind === 'features') return [content.lng[row], content.lat[row]];
  const cell = (column: string | undefined) => text(row, columnIndex(content.table, column));
  if (mapping.coordinates !== undefined) {
    const [a, b] = readPair(cell(mapping.coordinates)) ?? [none, none];
    return mapping.coordinatesOrder === 'lat-lng' ? [b, a] : [a, b];
  }
  return [readCoordinate(cell(mapping.lng)) ?? none, readCoordinate(cell(mapping.lat)) ?? none];
}
