import type { FacilityMapping } from '../table/mapping.ts';
import { readNumber } from '../table/number.ts';
import type { Table } from '../table/table.ts';
import { type Attribute, attributeOf, attributeValue } from './attributes.ts';
import type { Facilities } from './facilities.ts';
import { mappedColumn, type RowIssues } from './rows.ts';

/**
 * The mapped attributes of the given rows, in that order. A number that is none, and a word that is none of the values of an
 * attribute, is a warning and "not surveyed". An attribute that this version does not know is a note about the file, and
 * left out. Throws UnusableData `column-missing`.
 */
export function readAttributes(
  table: Table,
  usable: number[],
  { attributes = [] }: FacilityMapping,
  found: RowIssues,
): Pick<Facilities, 'numbers' | 'texts'> {
  const numbers: Record<string, Float64Array> = {};
  const texts: Record<string, string[]> = {};
  for (const { column, as } of attributes) {
    const at = mappedColumn(table, column);
    const attribute = attributeOf(as);
    if (!attribute) found.addFile('warning', 'attribute-unknown', column, { attribute: as });
    else if (attribute.kind === 'number') numbers[as] = readNumbers(table, usable, at, column, found);
    else texts[as] = readTexts(table, usable, at, column, attribute, found);
  }
  return { numbers, texts };
}

function readNumbers(
  table: Table,
  usable: number[],
  at: number,
  column: string,
  found: RowIssues,
): Float64Array {
  return Float64Array.from(usable, (row) => {
    const text = table.rows[row][at];
    const value = readNumber(text);
    if (value !== undefined && !(value < 0)) return value;
    found.add('warning', 'attribute-not-a-number', row, column, { column, text });
    return Number.NaN;
  });
}

function readTexts(
  table: Table,
  usable: number[],
  at: number,
  column: string,
  attribute: Attribute,
  found: RowIssues,
): string[] {
  return usable.map((row) => {
    const text = table.rows[row][at];
    const value = attributeValue(attribute, text);
    // A dash or 不详 is blank, as it is among numbers.
    if (value === undefined && !Number.isNaN(readNumber(text)))
      found.add('warning', 'attribute-not-a-value', row, column, { column, text });
    return value ?? '';
  });
}
