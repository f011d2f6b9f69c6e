import initSqlJs, { type Database, type SqlValue } from 'sql.js/dist/sql-wasm-inline.js';
import { UnusableData } from '../issue.ts';
import type { InputFile } from './content.ts';

export type { SqlValue };

/** A database opened for reading. Integers come as bigint: ids beyond 2⁵³ stay what they are. */
export interface Sqlite {
  /** Of the file. */
  byteLength: number;
  columns(sql: string): string[];
  /** Rows one by one, in the order of the query. Throws UnusableData `gpkg-unreadable` where the file is damaged. */
  rows(sql: string, values?: SqlValue[]): Generator<SqlValue[], void>;
  close(): void;
}

/** Bytes 18 and 19 of the header: 1 for a rollback journal, 2 for a write-ahead log, which needs a second file. */
const JOURNAL_AT = 18;

/** Opens a database that lies in memory. Throws UnusableData `gpkg-unreadable`. */
export async function openSqlite(file: InputFile): Promise<Sqlite> {
  const { Database } = await initSqlJs();
  const database = attempt(file.name, () => new Database(withoutLog(file.bytes)));
  // Nothing in the file may run functions of ours.
  attempt(file.name, () => database.run('PRAGMA trusted_schema = OFF'));
  return {
    byteLength: file.bytes.length,
    columns: (sql) =>
      attempt(file.name, () => {
        const statement = database.prepare(sql);
        const names = statement.getColumnNames();
        statement.free();
        return names;
      }),
    rows: (sql, values = []) => rowsOf(database, file.name, sql, values),
    close: () => database.close(),
  };
}

/** Programs that still have the file open leave it in log mode; what stands in the file itself can be read all the same. */
function withoutLog(bytes: Uint8Array): Uint8Array {
  if (bytes[JOURNAL_AT] !== 2 && bytes[JOURNAL_AT + 1] !== 2) return bytes;
  const copy = bytes.slice();
  copy[JOURNAL_AT] = 1;
  copy[JOURNAL_AT + 1] = 1;
  return copy;
}

function* rowsOf(
  database: Database,
  file: string,
  sql: string,
  values: SqlValue[],
): Generator<SqlValue[], void> {
  const statement = attempt(file, () => database.prepare(sql));
  try {
    attempt(file, () => statement.bind(values));
    while (attempt(file, () => statement.step()))
      yield attempt(file, () => statement.get(null, { useBigInt: true }));
  } finally {
    // After an error SQLite repeats it when the statement is given back; it has been told already.
    attempt(file, () => statement.free());
  }
}

/** SQLite's own messages speak of databases and pages, which nobody has seen: the file is named instead. */
function attempt<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch {
    throw new UnusableData({ code: 'gpkg-unreadable', file });
  }
}
