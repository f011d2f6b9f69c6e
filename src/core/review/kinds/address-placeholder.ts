import { type Finding, type Kind, writeFix } from '../finding.ts';
import { eachRow } from '../subject.ts';

const ID = 'address-placeholder';
const PLACEHOLDER = /^(\[\]|\{\}|\(\)|null|none|nan|undefined|#n\/a|#ref!|#value!)$/i;

/** An address that a program left behind instead of nothing: `[]`, `null`. */
export const addressPlaceholder: Kind = {
  id: ID,
  *find(subject) {
    const { columns, text, rowNumbers } = subject;
    const findings: Finding[] = [];
    yield* eachRow(subject.count, (row) => {
      const cell = text(row, columns.address).trim();
      if (!PLACEHOLDER.test(cell)) return;
      const column = subject.content.table.header[columns.address];
      const values = { name: text(row, columns.name), text: cell, column };
      const fixes = [writeFix('clear', ID, rowNumbers[row], column, '', true)];
      findings.push({ kind: ID, severity: 'warning', rows: [rowNumbers[row]], column, values, fixes });
    });
    return findings;
  },
};
