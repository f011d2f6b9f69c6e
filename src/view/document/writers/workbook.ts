import writeExcelFile from 'write-excel-file/universal';
import { type Cell, numberText } from '../../../core/report/csv.ts';
import type { RowsTable } from '../../../core/report/report-table.ts';
import { sayIn } from '../../words/index.ts';
import type { ReportDocument } from '../document.ts';
import { repacked, withoutDates } from './deterministic-zip.ts';

type SheetCell = {
  value: string | number;
  type: typeof String | typeof Number;
  [style: string]: unknown;
} | null;

interface SheetPlan {
  sheet: string;
  data: SheetCell[][];
  columns: { width: number }[];
}

/** Excel reads no more rows of a sheet. */
export const MOST_ROWS = 1_048_575;

/** Tables as a workbook, a sheet each: numbers as numbers, the header styled and kept in sight. */
export async function tablesWorkbook(tables: readonly RowsTable[]): Promise<Uint8Array> {
  const names = new Set<string>();
  const sheets = tables.map((table): SheetPlan => {
    const rows = [...table.rows].slice(0, MOST_ROWS);
    const data = rows.map((row) => row.map(dataCell));
    return sheetOf(sheetName(table.name, names), table.columns, data);
  });
  return written(sheets);
}

/** The tables of a report, a sheet each under their captions, with a first sheet that says what they are. */
export async function reportWorkbook(report: ReportDocument): Promise<Uint8Array> {
  const say = sayIn(report.language);
  const names = new Set<string>();
  const tables = report.sections.flatMap((section) =>
    section.blocks.flatMap((block) => (block.kind === 'table' ? [{ section, table: block.table }] : [])),
  );
  const sheets = tables.map(({ table }) => {
    const data = table.rows.map((row) => row.map(({ text, value }) => reportCell(text, value)));
    return sheetOf(
      sheetName(table.caption, names),
      table.columns.map((column) => column.label),
      data,
    );
  });
  const contents = tables.map(({ section, table }, k) => [
    section.title,
    table.caption,
    sheets[k].sheet,
    table.trace ?? '',
  ]);
  const head = [report.title, report.author, report.date, report.note].filter((text) => text !== '');
  const first: SheetPlan = {
    sheet: sheetName(say('document.contents'), names),
    columns: [{ width: 24 }, { width: 48 }, { width: 32 }, { width: 20 }],
    data: [...head.map((text) => [textCell(text)]), ...contents.map((row) => row.map(textCell))],
  };
  return written([first, ...sheets]);
}

function sheetOf(sheet: string, header: string[], data: SheetCell[][]): SheetPlan {
  const head = header.map((value) => ({ ...textCell(value), ...HEADER }));
  const columns = header.map((label, k) => ({
    width: widthOf([label, ...data.slice(0, 200).map((row) => shown(row[k]))]),
  }));
  return { sheet, data: [head, ...data], columns };
}

const HEADER = {
  fontWeight: 'bold' as const,
  backgroundColor: '#e9eef3',
  bottomBorderStyle: 'thin' as const,
  bottomBorderColor: '#212529',
  wrap: true,
  alignVertical: 'top' as const,
};

function shown(cell: SheetCell | undefined): string {
  return cell ? String(cell.value) : '';
}

/** In letters; Chinese ones count twice. */
function widthOf(texts: string[]): number {
  const letters = texts.map((text) =>
    [...text].reduce((sum, letter) => sum + ((letter.codePointAt(0) ?? 0) < 0x2000 ? 1 : 2), 0),
  );
  return Math.min(60, Math.max(8, ...letters) + 2);
}

const textCell = (value: string) => ({ value, type: String });

/** The digits of the result files; unreachable stays the word, which no number is. */
function dataCell(cell: Cell): SheetCell {
  if (cell === undefined || cell === '' || (typeof cell === 'number' && Number.isNaN(cell))) return null;
  if (typeof cell === 'string') return textCell(cell);
  return Number.isFinite(cell)
    ? { value: Number(numberText(cell)), type: Number }
    : textCell(numberText(cell));
}

/** A number as a number, written as the report writes it; what has words beside it stays words. */
function reportCell(text: string, value: number | undefined): SheetCell {
  if (text === '') return null;
  if (value === undefined || !Number.isFinite(value)) return textCell(text);
  const isShare = /^[<>]?[\d.,]+%$/.test(text) && Math.abs(value) <= 1;
  if (isShare) return { value, type: Number, format: '0.0%' };
  if (/^[<>]?-?[\d,]+$/.test(text)) return { value, type: Number, format: '#,##0' };
  return /^-?[\d,.]+$/.test(text) ? { value, type: Number, format: '0.000' } : textCell(text);
}

/** What Excel takes as a name: 31 letters, none of `[]:*?/\`, each once. */
export function sheetName(wanted: string, taken: Set<string>): string {
  const plain = wanted.replace(/[[\]:*?/\\]+/g, ' ').trim() || 'Sheet';
  let name = plain.slice(0, 31);
  for (let k = 2; taken.has(name.toLowerCase()); k++) {
    const end = ` ${k}`;
    name = `${plain.slice(0, 31 - end.length)}${end}`;
  }
  taken.add(name.toLowerCase());
  return name;
}

async function written(sheets: SheetPlan[]): Promise<Uint8Array> {
  const plans = sheets.map((sheet) => ({ ...sheet, stickyRowsCount: 1 }));
  const blob = await writeExcelFile(
    plans as Parameters<typeof writeExcelFile>[0],
    {
      fontFamily: 'Arial',
      fontSize: 10,
    } as never,
  ).toBlob();
  return repacked(new Uint8Array(await blob.arrayBuffer()), withoutDates);
}
