/**
 * A table as read: all text, nothing converted. The text of every cell is kept, so that a value can always be traced
 * to what the file says.
 */
export interface Table {
  /** File name without folders. */
  file: string;
  /** For example `utf-8`, `utf-8-bom`, `gb18030`, `utf-16le`; '' where the format has none. */
  encoding: string;
  /** `,` `\t` `;` `|`, or '' where the format has none. */
  delimiter: string;
  /** Column names, made unique by a suffix ` (2)` where the file repeats one; an empty name becomes `column N`. */
  header: string[];
  /** One entry a data row; short rows are padded with '', so every row has `header.length` cells. */
  rows: string[][];
  /** Row in the file as a spreadsheet shows it (first line = 1), one a data row. For GeoJSON: 1 + feature index. */
  rowNumbers: Int32Array;
  /** Rows of the file that are no data, in file order: each is named by a note of the same code. Absent: none. */
  leftOut?: LeftOutRow[];
}

/** A row that is kept out of the data, with its text as written: totals, footnotes, a header printed again. */
export interface LeftOutRow {
  row: number;
  code: 'totals-row-skipped' | 'footnote-skipped' | 'header-repeated';
  cells: string[];
}

export function columnIndex(table: Table, name: string | undefined): number {
  return name === undefined ? -1 : table.header.indexOf(name);
}
