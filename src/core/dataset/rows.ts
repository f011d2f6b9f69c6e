import { type Issue, UnusableData } from '../issue.ts';
import { columnIndex, type Table } from '../table/table.ts';

/** Everything a reader of rows needs to name what is wrong with one: file, row, column, text. */
export class RowIssues {
  readonly issues: Issue[] = [];
  private readonly reasons = new Map<string, number>();
  private readonly table: Table;

  constructor(table: Table) {
    this.table = table;
  }

  /** The row cannot be used, or, as a warning, can be but for this. */
  add(
    severity: Issue['severity'],
    code: string,
    row: number,
    column?: string,
    values?: Issue['values'],
  ): void {
    const issue: Issue = { severity, code, file: this.table.file, row: this.table.rowNumbers[row] };
    if (column !== undefined) issue.column = column;
    if (values !== undefined) issue.values = values;
    this.issues.push(issue);
    if (severity !== 'note') this.reasons.set(code, (this.reasons.get(code) ?? 0) + 1);
  }

  /** Something about the file or a column as a whole. */
  addFile(severity: Issue['severity'], code: string, column?: string, values?: Issue['values']): void {
    const issue: Issue = { severity, code, file: this.table.file };
    if (column !== undefined) issue.column = column;
    if (values !== undefined) issue.values = values;
    this.issues.push(issue);
  }

  /** To throw when no row is left: how many there were, and why most of them fell out. */
  noUsableRows(): UnusableData {
    let reason = '';
    let count = 0;
    for (const [code, rows] of this.reasons) if (rows > count) [reason, count] = [code, rows];
    // The first such row's own values (its text), so that the sentence of the reason can be said whole.
    const example = this.issues.find((issue) => issue.code === reason)?.values;
    const values = { ...example, rows: this.table.rows.length, reason, count };
    return new UnusableData({ code: 'no-usable-rows', file: this.table.file, values });
  }
}

/** Index of a mapped column, -1 when none is mapped. Throws UnusableData `column-missing` when the file has no such column. */
export function mappedColumn(table: Table, name: string | undefined): number {
  const index = columnIndex(table, name);
  if (name !== undefined && index === -1) {
    const values = { headers: table.header.join(', ') };
    throw new UnusableData({ code: 'column-missing', file: table.file, column: name, values });
  }
  return index;
}
