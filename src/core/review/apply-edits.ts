import { fromWgs84 } from '../crs/convert.ts';
import type { PolygonSet } from '../dataset/population.ts';
import { ringsOf, ShapesBuilder } from '../formats/shapes-builder.ts';
import { UnusableData } from '../issue.ts';
import { isBlank } from '../table/number.ts';
import type { Table } from '../table/table.ts';
import type { ReviewEdit } from './edits.ts';
import type { RowContent, RowMapping } from './subject.ts';

/** A file after its review: what is read on, and what was left out. */
export interface Reviewed {
  content: RowContent;
  /** As given, or with the columns of placed positions where the file had none. */
  mapping: RowMapping;
  /** Numbers of the rows left out, ascending. */
  left: number[];
}

const LNG_COLUMN = 'lng_wgs84';
const LAT_COLUMN = 'lat_wgs84';

/**
 * Replays the edits on a file as read: cells and positions first, then what is left out, each in the order of the list. The
 * given content is not changed. Rows and columns that the file does not have are passed over: the caller holds the hash of the
 * file. With `keepRows` what is left out is only named. Throws UnusableData `review-nothing-left`.
 */
export function applyEdits(
  content: RowContent,
  mapping: RowMapping,
  edits: readonly ReviewEdit[],
  options: { keepRows?: boolean } = {},
): Reviewed {
  const draft = new Draft(content, mapping);
  for (const edit of edits) {
    if (edit.action === 'write') draft.write(edit.rows, edit.column, edit.text);
    else if (edit.action === 'place') draft.place(edit.rows, edit.lng, edit.lat);
  }
  for (const edit of edits) {
    if (edit.action === 'merge') draft.merge(edit.rows, edit.into);
    else if (edit.action === 'exclude') draft.exclude(edit.rows);
  }
  return draft.finish(options.keepRows === true);
}

class Draft {
  private readonly content: RowContent;
  private mapping: RowMapping;
  private readonly header: string[];
  private readonly rows: string[][];
  private readonly rowOf: Map<number, number>;
  private readonly lng: Float64Array | undefined;
  private readonly lat: Float64Array | undefined;
  private readonly left = new Set<number>();

  constructor(content: RowContent, mapping: RowMapping) {
    const { table } = content;
    this.content = content;
    this.mapping = mapping;
    this.header = [...table.header];
    this.rows = [...table.rows];
    this.rowOf = new Map(Array.from(table.rowNumbers, (number, row) => [number, row]));
    if (content.kind === 'features') [this.lng, this.lat] = [content.lng.slice(), content.lat.slice()];
  }

  write(numbers: readonly number[], column: string, text: string): void {
    const at = this.header.indexOf(column);
    if (at === -1) return;
    for (const row of this.known(numbers)) {
      this.rows[row] = this.rows[row].with(at, text);
    }
  }

  /** As the file itself would have written it, so that reading on needs no exception. */
  place(numbers: readonly number[], lng: number, lat: number): void {
    const { crs } = this.mapping;
    const [x, y] = fromWgs84(crs, lng, lat);
    for (const row of this.known(numbers)) {
      if (this.lng && this.lat) [this.lng[row], this.lat[row]] = [x, y];
      else this.writePosition(row, String(x), String(y));
    }
  }

  private writePosition(row: number, x: string, y: string): void {
    const { coordinates, coordinatesOrder } = this.mapping;
    if (coordinates !== undefined) {
      const text = coordinatesOrder === 'lat-lng' ? `${y},${x}` : `${x},${y}`;
      this.rows[row] = this.rows[row].with(this.header.indexOf(coordinates), text);
      return;
    }
    if (this.mapping.lng === undefined || this.mapping.lat === undefined) this.addPositionColumns();
    const lngAt = this.header.indexOf(this.mapping.lng ?? '');
    const latAt = this.header.indexOf(this.mapping.lat ?? '');
    this.rows[row] = this.rows[row].with(lngAt, x).with(latAt, y);
  }

  /** For a file without positions: two columns of its own. */
  private addPositionColumns(): void {
    this.header.push(LNG_COLUMN, LAT_COLUMN);
    this.rows.forEach((cells, row) => {
      this.rows[row] = [...cells, '', ''];
    });
    this.mapping = { ...this.mapping, lng: LNG_COLUMN, lat: LAT_COLUMN };
  }

  /** What the kept row leaves blank is filled from the others: two halves of a record make a whole one. */
  merge(numbers: readonly number[], into: number): void {
    const kept = this.rowOf.get(into);
    if (kept === undefined) return;
    for (const row of this.known(numbers)) {
      if (row === kept) continue;
      this.rows[kept] = this.rows[kept].map((cell, i) => (isBlank(cell) ? this.rows[row][i] : cell));
      this.left.add(row);
    }
  }

  exclude(numbers: readonly number[]): void {
    for (const row of this.known(numbers)) this.left.add(row);
  }

  finish(keepRows: boolean): Reviewed {
    const kept = this.rows.flatMap((_, row) => (this.left.has(row) && !keepRows ? [] : [row]));
    const { table } = this.content;
    if (kept.length === 0) {
      throw new UnusableData({
        code: 'review-nothing-left',
        file: table.file,
        values: { rows: this.rows.length },
      });
    }
    const reviewed: Table = {
      ...table,
      header: this.header,
      rows: kept.map((row) => this.rows[row]),
      rowNumbers: Int32Array.from(kept, (row) => table.rowNumbers[row]),
    };
    const left = [...this.left].sort((a, b) => a - b).map((row) => table.rowNumbers[row]);
    return { content: this.withTable(reviewed, kept), mapping: this.mapping, left };
  }

  private withTable(table: Table, kept: number[]): RowContent {
    const { content, lng, lat } = this;
    if (content.kind === 'table' || !lng || !lat) return { ...content, table } as RowContent;
    return {
      ...content,
      table,
      shapes: keptShapes(content.shapes, kept),
      lng: Float64Array.from(kept, (row) => lng[row]),
      lat: Float64Array.from(kept, (row) => lat[row]),
    };
  }

  private known(numbers: readonly number[]): number[] {
    return numbers.flatMap((number) => this.rowOf.get(number) ?? []);
  }
}

/** Points have no shapes; polygons keep theirs, one a row. */
function keptShapes(shapes: PolygonSet, kept: number[]): PolygonSet {
  if (shapes.count === 0) return shapes;
  const builder = new ShapesBuilder();
  for (const row of kept) builder.add(ringsOf(shapes, row));
  return builder.finish();
}
