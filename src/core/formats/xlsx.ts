import { type Checked, UnusableData } from '../issue.ts';
import { assembleTable } from '../table/assemble.ts';
import type { Table } from '../table/table.ts';
import type { Task } from '../task.ts';
import type { InputFile } from './content.ts';
import { chooseSheet, type SheetChoice } from './sheet-choice.ts';
import { StylesListener } from './xlsx-numbers.ts';
import { type SheetContext, SheetListener } from './xlsx-sheet.ts';
import {
  type Relation,
  RelationsListener,
  SharedStringsListener,
  WorkbookListener,
} from './xlsx-workbook.ts';
import type { XmlListener } from './xml-scan.ts';
import { type UnpackBudget, unpackBudget, type ZipEntry, zipEntries } from './zip.ts';
import { scanZipXml } from './zip-xml.ts';

const PHASE = 'read-xlsx';
/** A sheet of a million rows unpacks to a few hundred megabytes. */
export const MAX_WORKBOOK_BYTES = 2_000_000_000;

interface Workbook {
  sheets: { name: string; entry: ZipEntry; isHidden: boolean }[];
  context: SheetContext;
}

/**
 * One sheet of a workbook (ECMA-376) as a table: all text, numbers as shown. Without a name the first visible sheet that
 * holds a table of two columns is taken, and the others are named in a note. Throws UnusableData `xlsx-unreadable`,
 * `xlsx-no-sheets`, `sheet-missing` {sheet, names}, and the codes of `assembleTable`, `zip` and `XmlScanner`.
 */
export function* readXlsx(
  file: InputFile,
  sheet?: string,
  maxBytes = MAX_WORKBOOK_BYTES,
): Task<Checked<Table> & SheetChoice> {
  const entries = new Map(zipEntries(file).map((entry) => [entry.name.toLowerCase(), entry]));
  const budget = unpackBudget(maxBytes);
  const workbook = yield* openWorkbook(file, entries, budget);
  const read = (name: string) => readSheet(file, workbook, name, budget);
  const visible = workbook.sheets.filter(({ isHidden }) => !isHidden);
  const ordered = [...visible, ...workbook.sheets.filter(({ isHidden }) => isHidden)];
  return yield* chooseSheet(
    file.name,
    ordered.map(({ name }) => name),
    sheet,
    read,
  );
}

function* openWorkbook(
  file: InputFile,
  entries: Map<string, ZipEntry>,
  budget: UnpackBudget,
): Task<Workbook> {
  const path = [...entries.keys()].find((name) => /(^|\/)workbook\.xml$/.test(name));
  if (path === undefined) throw new UnusableData({ code: 'xlsx-unreadable', file: file.name });
  const folder = path.slice(0, path.length - 'workbook.xml'.length);
  const scan = function* <L extends XmlListener>(name: string, listener: L): Task<L> {
    const entry = entries.get(name);
    if (entry) yield* scanZipXml(file, entry, budget, listener, PHASE);
    return listener;
  };
  const workbook = yield* scan(path, new WorkbookListener());
  const { relations } = yield* scan(`${folder}_rels/workbook.xml.rels`, new RelationsListener());
  const pathOf = ({ target }: Relation) =>
    (target.startsWith('/') ? target.slice(1) : `${folder}${target}`).replace(/\/\.\//g, '/').toLowerCase();
  const byKind = (kind: string, fallback: string) => {
    const relation = [...relations.values()].find((one) => one.kind === kind);
    return relation ? pathOf(relation) : `${folder}${fallback}`;
  };
  const { texts } = yield* scan(byKind('sharedStrings', 'sharedstrings.xml'), new SharedStringsListener());
  const { styles } = yield* scan(byKind('styles', 'styles.xml'), new StylesListener());
  const sheets = workbook.sheets.flatMap(({ name, relation, isHidden }) => {
    const found = relations.get(relation);
    const entry = found?.kind === 'worksheet' ? entries.get(pathOf(found)) : undefined;
    return entry ? [{ name, entry, isHidden }] : [];
  });
  if (sheets.length === 0) throw new UnusableData({ code: 'xlsx-no-sheets', file: file.name });
  const { countsFrom1904 } = workbook;
  return { sheets, context: { file: file.name, texts, styles, countsFrom1904 } };
}

function* readSheet(
  file: InputFile,
  workbook: Workbook,
  name: string,
  budget: UnpackBudget,
): Task<Checked<Table>> {
  const listener = new SheetListener(workbook.context);
  const entry = workbook.sheets.find((sheet) => sheet.name === name)?.entry;
  if (entry) yield* scanZipXml(file, entry, budget, listener, PHASE);
  const { value, issues } = assembleTable(listener.finish(), file.name);
  return { value: { ...value, encoding: '', delimiter: '' }, issues };
}
