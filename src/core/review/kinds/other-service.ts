import { exclusionTest, wordsOfService } from '../exclusions.ts';
import { excludeFix, type Finding, type Kind } from '../finding.ts';
import { eachRow } from '../subject.ts';

const ID = 'other-service';

/** A row that does not belong to the service of the file: a pet clinic among hospitals. */
export const otherService: Kind = {
  id: ID,
  *find(subject) {
    const { content, mapping, columns, text } = subject;
    if (mapping.role === 'people') return [];
    const context = `${content.table.file} ${wordsOfService(mapping.fixedService)}`;
    const excluded = exclusionTest(context, subject.exclusions);
    const findings: Finding[] = [];
    yield* eachRow(subject.count, (row) => {
      const found = excluded(text(row, columns.name), text(row, columns.type));
      if (!found) return;
      const rows = [subject.rowNumbers[row]];
      const { id, zh, en } = found.exclusion;
      const values = { name: text(row, columns.name), word: found.word, reason: id, zh, en };
      findings.push({ kind: ID, severity: 'warning', rows, values, fixes: [excludeFix(ID, rows, true)] });
    });
    return findings;
  },
};
