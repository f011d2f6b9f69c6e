import { UnusableData } from '../issue.ts';
import type { Grid, Merge } from '../table/grid.ts';
import { type NumberStyle, numberText } from './xlsx-numbers.ts';
import { unescaped } from './xlsx-workbook.ts';
import type { XmlAttributes, XmlListener } from './xml-scan.ts';
import { localName } from './zip-xml.ts';

/** What cells refer to: texts by number, styles by number. */
export interface SheetContext {
  file: string;
  texts: readonly string[];
  styles: readonly NumberStyle[];
  countsFrom1904: boolean;
}

const MAX_COLUMNS = 16_384;
const MAX_ROWS = 1_048_576;
/** One cell far to the right in every row would fill the memory with blanks. */
const MAX_BLANKS = 20_000_000;
const MAX_MERGES = 100_000;

/** `xl/worksheets/sheetN.xml`: the cells as text. Lines without a cell are left out. */
export class SheetListener implements XmlListener {
  private readonly cells: string[][] = [];
  private readonly numbers: number[] = [];
  private readonly merges: Merge[] = [];
  private isSorted = true;
  private row = 0;
  private line: string[] = [];
  private column = -1;
  private type = '';
  private style = 0;
  private value = '';
  private isValue = false;
  private isReading = false;
  private blanks = 0;

  constructor(private readonly context: SheetContext) {}

  start(name: string, attributes: XmlAttributes): void {
    switch (localName(name)) {
      case 'row':
        this.openRow(attributes.get('r'));
        break;
      case 'c':
        this.openCell(attributes);
        break;
      case 'rPh':
        this.isReading = true;
        break;
      case 'v':
      case 't':
        this.isValue = !this.isReading;
        break;
      case 'mergeCell':
        this.merge(attributes.get('ref') ?? '');
    }
  }

  text(text: string): void {
    if (this.isValue) this.value += text;
  }

  end(name: string): void {
    switch (localName(name)) {
      case 'v':
      case 't':
        this.isValue = false;
        break;
      case 'rPh':
        this.isReading = false;
        break;
      case 'c':
        this.closeCell();
        break;
      case 'row':
        this.closeRow();
    }
  }

  finish(): Grid {
    const { cells, numbers, merges } = this;
    if (this.isSorted) return { cells, numbers, merges };
    const order = numbers.map((_, i) => i).sort((a, b) => numbers[a] - numbers[b] || a - b);
    return { cells: order.map((i) => cells[i]), numbers: order.map((i) => numbers[i]), merges };
  }

  private openRow(reference: string | undefined): void {
    this.row = reference === undefined ? this.row + 1 : Number(reference);
    if (!(Number.isInteger(this.row) && this.row >= 1 && this.row <= MAX_ROWS)) throw this.unreadable();
    this.line = [];
    this.column = -1;
  }

  private closeRow(): void {
    if (this.line.length === 0) return;
    this.isSorted &&= this.numbers.length === 0 || this.row > (this.numbers.at(-1) ?? 0);
    this.cells.push(this.line);
    this.numbers.push(this.row);
    this.line = [];
  }

  private openCell(attributes: XmlAttributes): void {
    const reference = attributes.get('r');
    this.column = reference === undefined ? this.column + 1 : columnOf(reference);
    if (!(this.column >= 0 && this.column < MAX_COLUMNS)) throw this.unreadable();
    this.type = attributes.get('t') ?? 'n';
    this.style = Number(attributes.get('s') ?? 0);
    this.value = '';
  }

  private closeCell(): void {
    const text = this.cellText();
    if (text === '' || this.column < 0) return;
    const { line, column } = this;
    this.blanks += Math.max(0, column - line.length);
    if (this.blanks > MAX_BLANKS) throw this.tooLarge();
    while (line.length < column) line.push('');
    line[column] = text;
  }

  private cellText(): string {
    const { value, context } = this;
    switch (this.type) {
      case 's':
        return context.texts[Number(value)] ?? '';
      case 'inlineStr':
      case 'str':
        return unescaped(value);
      case 'b':
        return value === '' ? '' : value.trim() === '1' ? 'TRUE' : 'FALSE';
      case 'e':
      case 'd':
        return value;
      default:
        return value === '' ? '' : numberText(value, context.styles[this.style], context.countsFrom1904);
    }
  }

  private merge(reference: string): void {
    const [from, to] = reference.split(':');
    if (to === undefined || this.merges.length >= MAX_MERGES) return;
    const [row, column] = [rowOf(from), columnOf(from)];
    const [rows, columns] = [rowOf(to) - row + 1, columnOf(to) - column + 1];
    if (row >= 1 && column >= 0 && rows >= 1 && columns >= 1)
      this.merges.push({ row, column, rows, columns });
  }

  private unreadable(): UnusableData {
    return new UnusableData({ code: 'xlsx-unreadable', file: this.context.file });
  }

  private tooLarge(): UnusableData {
    const values = { columns: this.line.length, rows: this.cells.length };
    return new UnusableData({ code: 'table-too-large', file: this.context.file, values });
  }
}

/** `AB12` → 27; −1 when there are no letters. */
function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length && i < 8; i++) {
    const letter = reference.charCodeAt(i) & 0xdf;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column - 1;
}

function rowOf(reference: string): number {
  return Number(/\d{1,7}$/.exec(reference)?.[0] ?? 0);
}
