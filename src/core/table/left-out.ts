import { isFilled } from './grid.ts';
import { isBlank, readNumber } from './number.ts';
import type { LeftOutRow } from './table.ts';

/** Words of Chinese tables that say nothing else; English ones are names too (a petrol station called Total). */
const TOTAL = /^(?:\S{0,12}(?:合计|总计|小计|共计)|合计\([^)]{0,8}\)|总数|累计)[:：]?$/;
const ENGLISH_TOTAL = /^(?:grand|sub)?-?total[:：]?$|^sum[:：]?$/i;
const FOOTNOTE =
  /^(?:注|备注|附注|说明|填表说明|资料来源|数据来源|来源|制表|填表|填报|审核|负责人|统计日期|打印|note|notes|source|remarks?)(?:人|单位|日期|时间)?\d?\s*[:：.、]/i;
const LONGEST_WORD = 20;
/** A quick look, as every row of a long table is asked. */
const MAY_BE_TOTAL = /计|总数|tot|sum/i;

/**
 * Tells the rows of a table that are no data: totals anywhere, footnotes at the bottom, the header printed again on
 * the next page. Rows are asked about from top to bottom.
 */
export class LeftOutRows {
  private readonly header: string[];

  constructor(header: readonly string[]) {
    this.header = header.map((name) => name.trim());
  }

  /** Why this row is no data; undefined for data. `isLast`: no filled row follows. */
  codeOf(cells: string[], isLast: boolean): LeftOutRow['code'] | undefined {
    const at = cells.findIndex(isFilled);
    if (at < 0) return undefined;
    const first = cells[at];
    if (first.length <= LONGEST_WORD && MAY_BE_TOTAL.test(first) && isTotals(cells, at, isLast))
      return 'totals-row-skipped';
    return this.isHeader(cells) ? 'header-repeated' : undefined;
  }

  private isHeader(cells: string[]): boolean {
    const { header } = this;
    return header[0] !== '' && header.every((name, i) => name === cells[i] || name === cells[i].trim());
  }
}

/** The rows at the bottom that are remarks: a single cell that begins as remarks do. Gives how many. */
export function footnotesAtEnd(rows: readonly string[][]): number {
  let count = 0;
  while (count < rows.length - 1) {
    const filled = rows[rows.length - 1 - count].filter(isFilled);
    if (filled.length === 0 || filled.length > 3 || !filled.every((cell) => FOOTNOTE.test(cell.trim())))
      break;
    count++;
  }
  return count;
}

/** A word of totals first, and nothing but numbers and blanks behind it. */
function isTotals(cells: string[], at: number, isLast: boolean): boolean {
  const word = cells[at].normalize('NFKC').replace(/\s+/g, '');
  const isChinese = TOTAL.test(word);
  if (!isChinese && !ENGLISH_TOTAL.test(word)) return false;
  let numbers = 0;
  let blanks = 0;
  for (let i = 0; i < cells.length; i++) {
    if (i === at) continue;
    if (isBlank(cells[i])) blanks++;
    else if (readNumber(cells[i]) !== undefined) numbers++;
    else return false;
  }
  return numbers > 0 && (isChinese || blanks > 0 || isLast);
}
