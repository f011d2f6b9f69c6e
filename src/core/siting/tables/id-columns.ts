import { facilityFields } from '../../table/guess-fields.ts';
import { profileColumns } from '../../table/profile.ts';
import { columnIndex, type Table } from '../../table/table.ts';

/** The texts of a column, trimmed. */
export function textsOf(table: Table, column: number): string[] {
  return table.rows.map((row) => row[column].trim());
}

/** The column that names the rows of a table: a header that says so and differs in every row; undefined for none. */
export function idColumn(table: Table): string | undefined {
  const fields = facilityFields(profileColumns(table));
  return [fields.id, fields.name].find(
    (name) => name !== undefined && isUnique(textsOf(table, columnIndex(table, name))),
  );
}

function isUnique(texts: string[]): boolean {
  return texts.every((text) => text !== '') && new Set(texts).size === texts.length;
}

export interface IdMatch {
  /** Column of the table of distances, and the one of the other table whose texts it repeats. */
  column: string;
  idColumn: string;
  /** Rows of the other table that it names. */
  matched: number;
}

/**
 * Which column of a table of distances names the rows of another table, by what stands in them: the pair of columns that
 * agrees in most rows. Only columns that differ in every row can be ids; earlier columns win where two agree as well.
 */
export function matchIds(
  distances: Table,
  other: Table,
  asked: { column?: string; idColumn?: string },
  taken: (string | undefined)[],
): IdMatch | undefined {
  const columns = asked.column === undefined ? distances.header : [asked.column];
  const texts = columns
    .filter((column) => !taken.includes(column))
    .map((column) => ({ column, texts: new Set(textsOf(distances, columnIndex(distances, column))) }));
  let best: IdMatch | undefined;
  for (const idColumn of asked.idColumn === undefined ? other.header : [asked.idColumn]) {
    if (taken.includes(idColumn)) continue;
    const ids = textsOf(other, columnIndex(other, idColumn));
    if (!isUnique(ids)) continue;
    for (const { column, texts: known } of texts) {
      const matched = ids.reduce((count, id) => count + (known.has(id) ? 1 : 0), 0);
      if (matched > (best?.matched ?? 0)) best = { column, idColumn, matched };
    }
  }
  return best;
}
