import { strToU8, zipSync } from 'fflate';
import type { InputFile } from '../../src/core/formats/content.ts';

/** A cell: text, a number, a number with a style (index into `formats`), or raw XML of a `<c>` element's inside. */
export type TestCell = string | number | boolean | null | { value: number; style: number };

export interface TestSheet {
  name: string;
  rows: TestCell[][];
  merges?: string[];
  state?: 'visible' | 'hidden';
}

export interface WorkbookOptions {
  /** Format codes of styles 1, 2, 3 …; style 0 is General. */
  formats?: string[];
  countsFrom1904?: boolean;
  /** Write texts into the cells instead of the shared table. */
  inline?: boolean;
  /** Leave the references of cells and rows out, as some writers do. */
  withoutReferences?: boolean;
  /** Namespace prefix of all elements. */
  prefix?: string;
  more?: Record<string, string>;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook as ECMA-376 has it, with as little as programs need to open it. */
export function xlsxBytes(sheets: TestSheet[], options: WorkbookOptions = {}): Uint8Array {
  const texts: string[] = [];
  const parts: Record<string, string> = {
    'xl/workbook.xml': workbookXml(sheets, options),
    'xl/_rels/workbook.xml.rels': relationsXml(sheets.length),
    'xl/styles.xml': stylesXml(options.formats ?? []),
  };
  sheets.forEach((sheet, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(sheet, options, texts);
  });
  const items = texts.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('');
  parts['xl/sharedStrings.xml'] = `<sst xmlns="${MAIN}">${items}</sst>`;
  return zipOf({ ...parts, ...options.more });
}

export function zipOf(parts: Record<string, string>): Uint8Array {
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(DECLARATION + text)])),
    { mtime: new Date(2020, 0, 1) },
  );
}

export function xlsxFile(sheets: TestSheet[], options: WorkbookOptions = {}, name = 'book.xlsx'): InputFile {
  return { name, bytes: xlsxBytes(sheets, options) };
}

function workbookXml(sheets: TestSheet[], { countsFrom1904, prefix = '' }: WorkbookOptions): string {
  const p = prefix === '' ? '' : `${prefix}:`;
  const list = sheets.map(
    ({ name, state = 'visible' }, i) =>
      `<${p}sheet name="${escaped(name)}" sheetId="${i + 1}" state="${state}" r:id="rId${i + 1}"/>`,
  );
  const xmlns = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
  return `<${p}workbook ${xmlns}="${MAIN}" xmlns:r="${OFFICE}"><${p}workbookPr${countsFrom1904 ? ' date1904="1"' : ''}/><${p}sheets>${list.join('')}</${p}sheets></${p}workbook>`;
}

function relationsXml(count: number): string {
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
  const sheets = Array.from({ length: count }, (_, i) =>
    relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`),
  );
  const others = [
    relation('rIdS', 'sharedStrings', '/xl/sharedStrings.xml'),
    relation('rIdT', 'styles', 'styles.xml'),
  ];
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.join('')}${others.join('')}</Relationships>`;
}

function stylesXml(formats: string[]): string {
  const codes = formats.map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${escaped(code)}"/>`);
  const styles = formats.map((_, i) => `<xf numFmtId="${164 + i}" applyNumberFormat="1"/>`);
  return `<styleSheet xmlns="${MAIN}"><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`;
}

function sheetXml({ rows, merges = [] }: TestSheet, options: WorkbookOptions, texts: string[]): string {
  const p = options.prefix ? `${options.prefix}:` : '';
  const xmlns = options.prefix ? `xmlns:${options.prefix}` : 'xmlns';
  const lines = rows.map((cells, r) => {
    const inside = cells.map((cell, c) => cellXml(cell, `${columnLetters(c)}${r + 1}`, options, texts));
    const reference = options.withoutReferences ? '' : ` r="${r + 1}"`;
    return `<${p}row${reference}>${inside.join('')}</${p}row>`;
  });
  const merged = merges.map((ref) => `<${p}mergeCell ref="${ref}"/>`).join('');
  const mergeCells = merged === '' ? '' : `<${p}mergeCells>${merged}</${p}mergeCells>`;
  return `<${p}worksheet ${xmlns}="${MAIN}"><${p}sheetData>${lines.join('')}</${p}sheetData>${mergeCells}</${p}worksheet>`;
}

function cellXml(cell: TestCell, at: string, options: WorkbookOptions, texts: string[]): string {
  const p = options.prefix ? `${options.prefix}:` : '';
  const r = options.withoutReferences ? '' : ` r="${at}"`;
  if (cell === null) return options.withoutReferences ? `<${p}c/>` : '';
  if (typeof cell === 'number') return `<${p}c${r}><${p}v>${cell}</${p}v></${p}c>`;
  if (typeof cell === 'boolean') return `<${p}c${r} t="b"><${p}v>${Number(cell)}</${p}v></${p}c>`;
  if (typeof cell === 'object') return `<${p}c${r} s="${cell.style}"><${p}v>${cell.value}</${p}v></${p}c>`;
  if (options.inline)
    return `<${p}c${r} t="inlineStr"><${p}is><${p}t xml:space="preserve">${escaped(cell)}</${p}t></${p}is></${p}c>`;
  return `<${p}c${r} t="s"><${p}v>${texts.push(cell) - 1}</${p}v></${p}c>`;
}

export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest === 0 ? '' : columnLetters(rest - 1)) + String.fromCharCode(65 + (column % 26));
}

export function escaped(text: string): string {
  return text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  );
}
