import type { XmlAttributes, XmlListener } from './xml-scan.ts';
import { localName } from './zip-xml.ts';

/** How a number of a workbook is shown: what of it matters to its text. */
export type NumberStyle =
  | { kind: 'number' }
  | { kind: 'percent' }
  /** Zeros in front up to a width: ids are kept so. */
  | { kind: 'padded'; digits: number }
  | { kind: 'date'; hasDate: boolean; hasTime: boolean };

const NUMBER: NumberStyle = { kind: 'number' };
/** Formats that have a number instead of a code (ECMA-376 part 1, 18.8.30; 27–36 and 50–58 are dates in Chinese versions). */
const BUILT_IN_CODES: Readonly<Record<number, string>> = {
  9: '0%',
  10: '0.00%',
  18: 'h:mm',
  19: 'h:mm:ss',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'y-m-d h:mm',
  32: 'h:mm',
  33: 'h:mm:ss',
  34: 'h:mm',
  35: 'h:mm:ss',
  45: 'mm:ss',
  46: 'h:mm:ss',
  47: 'mm:ss',
  55: 'h:mm',
  56: 'h:mm:ss',
};

/** `xl/styles.xml`: the style of numbers by the `s` of a cell. */
export class StylesListener implements XmlListener {
  readonly styles: NumberStyle[] = [];
  private readonly codes = new Map<number, string>();
  private isCellFormats = false;

  start(name: string, attributes: XmlAttributes): void {
    const local = localName(name);
    if (local === 'numFmt')
      this.codes.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '');
    else if (local === 'cellXfs') this.isCellFormats = true;
    else if (local === 'xf' && this.isCellFormats)
      this.styles.push(styleOf(Number(attributes.get('numFmtId') ?? 0), this.codes));
  }

  end(name: string): void {
    if (localName(name) === 'cellXfs') this.isCellFormats = false;
  }
}

function styleOf(id: number, codes: ReadonlyMap<number, string>): NumberStyle {
  const code = codes.get(id) ?? BUILT_IN_CODES[id];
  if (code !== undefined) return styleOfCode(code);
  const isDate = (id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return isDate ? { kind: 'date', hasDate: true, hasTime: false } : NUMBER;
}

/** What a format code makes of a number. Only the first section counts: it is for positive numbers. */
export function styleOfCode(code: string): NumberStyle {
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
    .split(';')[0]
    .replace(/general|am\/pm|a\/p/gi, '')
    .toLowerCase();
  const hasTime = /[hs]/.test(bare);
  const hasDate = /[yd]/.test(bare) || (/m/.test(bare) && !hasTime);
  if (hasDate || hasTime) return { kind: 'date', hasDate, hasTime };
  if (bare.includes('%')) return { kind: 'percent' };
  return /^0{2,}$/.test(bare) ? { kind: 'padded', digits: bare.length } : NUMBER;
}

/**
 * The text of a number as the workbook shows it, save that decimals hidden by the format are kept: positions may not lose
 * theirs. Dates become ISO texts. A text that is no number is given back.
 */
export function numberText(raw: string, style: NumberStyle | undefined, countsFrom1904: boolean): string {
  const kind = style?.kind ?? 'number';
  if (kind === 'number' && /^-?\d{1,15}$/.test(raw)) return raw;
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw.trim();
  if (style?.kind === 'percent') return `${plainText(value * 100)}%`;
  if (style?.kind === 'padded' && Number.isInteger(value) && value >= 0)
    return plainText(value).padStart(style.digits, '0');
  if (style?.kind === 'date')
    return dateText(value, style.hasDate, style.hasTime, countsFrom1904) ?? plainText(value);
  return plainText(value);
}

/** Fifteen digits, as spreadsheets show them: 121.47370000000001 is an accident of binary numbers. */
function plainText(value: number): string {
  const text = String(Number(value.toPrecision(15)));
  return text.includes('e-') ? value.toFixed(20).replace(/0+$/, '') : text;
}

const DAY_MILLISECONDS = 86_400_000;
/** The day 31 December 9999, the last a spreadsheet knows. */
const LAST_DAY = 2_958_465;

/** ISO text of a day number; undefined when it is none. Before March 1900 spreadsheets count a day that never was. */
function dateText(
  value: number,
  hasDate: boolean,
  hasTime: boolean,
  countsFrom1904: boolean,
): string | undefined {
  const seconds = Math.round(value * 86_400);
  let day = Math.floor(seconds / 86_400);
  if (countsFrom1904) day += 1462;
  else if (day < 60 && hasDate) day += 1;
  if (value < 0 || day > LAST_DAY) return undefined;
  const iso = new Date(
    Date.UTC(1899, 11, 30) + day * DAY_MILLISECONDS + (seconds % 86_400) * 1000,
  ).toISOString();
  const time = iso.slice(11, 19);
  if (!hasDate) return time;
  return hasTime && time !== '00:00:00' ? `${iso.slice(0, 10)} ${time}` : iso.slice(0, 10);
}
