import { type Checked, type Issue, UnusableData } from '../issue.ts';
import type { Table } from '../table/table.ts';
import type { Task } from '../task.ts';

/** Of a file with several tables: which one was read, and which there are. */
export interface SheetChoice {
  sheet: string;
  sheets: string[];
}

/** Why a sheet holds no table: then the next one is tried. */
const NO_TABLE: ReadonlySet<string> = new Set(['file-empty', 'table-no-rows']);

/**
 * Reads the named sheet, else the first with a table of at least two columns, else the first with any; the rest are named
 * in a note. Throws UnusableData `sheet-missing` {sheet, names}, and what reading throws.
 */
export function* chooseSheet(
  file: string,
  sheets: string[],
  asked: string | undefined,
  read: (sheet: string) => Task<Checked<Table>>,
): Task<Checked<Table> & SheetChoice> {
  if (asked !== undefined) {
    requireSheet(file, sheets, asked);
    return { ...(yield* read(asked)), sheet: asked, sheets };
  }
  let narrow: (Checked<Table> & SheetChoice) | undefined;
  let failure: unknown;
  for (const sheet of sheets) {
    try {
      const table = yield* read(sheet);
      if (table.value.header.length > 1) return withNote({ ...table, sheet, sheets }, file);
      narrow ??= { ...table, sheet, sheets };
    } catch (error) {
      if (!(error instanceof UnusableData && NO_TABLE.has(error.issue.code))) throw error;
      failure ??= error;
    }
  }
  if (narrow) return withNote(narrow, file);
  throw failure;
}

export function requireSheet(file: string, sheets: string[], asked: string): void {
  if (sheets.includes(asked)) return;
  const values = { sheet: asked, names: sheets.join(', ') };
  throw new UnusableData({ code: 'sheet-missing', file, values });
}

/** Says which of several was taken when nobody chose. */
export function sheetNote(file: string, { sheet, sheets }: SheetChoice): Issue[] {
  if (sheets.length < 2) return [];
  const others = sheets.filter((name) => name !== sheet).join(', ');
  const values = { used: sheet, count: sheets.length, others };
  return [{ severity: 'note', code: 'sheet-chosen', file, values }];
}

function withNote<T extends Checked<Table> & SheetChoice>(choice: T, file: string): T {
  return { ...choice, issues: [...sheetNote(file, choice), ...choice.issues] };
}
