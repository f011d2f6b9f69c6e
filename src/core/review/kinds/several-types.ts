import { SERVICES, serviceFromWords } from '../../dataset/services.ts';
import { type Finding, type Kind, writeFix } from '../finding.ts';
import { eachRow, type ReviewSubject } from '../subject.ts';

const ID = 'several-types';

/** A type cell that names several: `A|B`, or a list of services the library knows. `;` is a path from general to special. */
export const severalTypes: Kind = {
  id: ID,
  *find(subject) {
    const { columns } = subject;
    if (columns.type === -1) return [];
    const findings: Finding[] = [];
    // A few texts fill a whole column.
    const known = new Map<string, string[]>();
    yield* eachRow(subject.count, (row) => {
      const text = subject.text(row, columns.type);
      const types = known.get(text) ?? typesIn(text);
      known.set(text, types);
      if (types.length > 1) findings.push(finding(subject, row, types));
    });
    return findings;
  },
};

export function typesIn(text: string): string[] {
  const bars = distinct(text.split(/[|｜]/));
  if (bars.length > 1) return bars;
  const parts = distinct(text.split(/[、,，/／+＋&]/));
  if (parts.length < 2) return [text];
  const services = new Set(parts.map(serviceFromWords));
  const isKnown = [...services].every((id) => SERVICES.some((service) => service.id === id));
  return services.size > 1 && isKnown ? parts : [text];
}

function distinct(parts: string[]): string[] {
  return [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ''))];
}

function finding(
  { rowNumbers, text, columns, content }: ReviewSubject,
  row: number,
  types: string[],
): Finding {
  const column = content.table.header[columns.type];
  const number = rowNumbers[row];
  const last = types[types.length - 1];
  return {
    kind: ID,
    severity: 'warning',
    rows: [number],
    column,
    values: { name: text(row, columns.name), count: types.length, text: text(row, columns.type) },
    fixes: [
      writeFix('keep-first-type', ID, number, column, types[0], false),
      writeFix('keep-last-type', ID, number, column, last, false),
    ],
  };
}
