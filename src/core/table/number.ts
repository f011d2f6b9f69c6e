/**
 * Numbers as people write them in tables. Three answers are kept apart: a number, blank (NaN: not surveyed), and a
 * text that is no number (undefined: to be named).
 */
const BLANK = new Set([
  '',
  '-',
  '--',
  '—',
  '——',
  '–',
  '/',
  '\\',
  'na',
  'n/a',
  'nan',
  'null',
  'none',
  '\\n',
  '[]',
  '无',
  '暂无',
  '不详',
  '未知',
  '缺',
]);

const NUMBER = /^([+-]?)(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d*)?(?:e[+-]?\d+)?|\.\d+)(.*)$/i;
/** A unit begins with no digit or sign, so `12-15` and `1.2.3` are not numbers; `m2` may end in one. */
const UNIT = /^(万|亿)?([^\d+\-.,~～至到:/][^\d]{0,11}[23²³]?)?$/;

/** Areas are the one place where files mix units of different size. */
const AREA_FACTORS: readonly { unit: RegExp; factor: number }[] = [
  { unit: /^(公顷|ha|hm2|hectares?)$/i, factor: 10_000 },
  { unit: /^亩$/, factor: 10_000 / 15 },
  { unit: /^(km2|km²|平方公里|平方千米)$/i, factor: 1_000_000 },
];

export function isBlank(text: string): boolean {
  return BLANK.has(text.trim().toLowerCase());
}

/**
 * The number a cell holds: thousands separators, full-width digits, 万/亿 and a unit behind it are understood (`１，２００㎡`
 * is 1200, `1.2万人` 12000, `3公顷` 30000). NaN when blank, undefined when it is not a number.
 */
export function readNumber(text: string): number | undefined {
  if (isBlank(text)) return Number.NaN;
  const normal = text.normalize('NFKC').replaceAll('−', '-').trim();
  const match = NUMBER.exec(normal);
  if (!match) return undefined;
  const rest = match[3].trim();
  const unit = UNIT.exec(rest);
  if (!unit) return undefined;
  const value = Number(`${match[1]}${match[2].replaceAll(',', '')}`);
  if (!Number.isFinite(value)) return undefined;
  const scale = unit[1] === '万' ? 10_000 : unit[1] === '亿' ? 100_000_000 : 1;
  const area = AREA_FACTORS.find((known) => known.unit.test(unit[2] ?? ''));
  return value * scale * (area?.factor ?? 1);
}

const DEGREES =
  /^([+-]?\d+(?:\.\d+)?)\s*[°度]\s*(?:(\d+(?:\.\d+)?)\s*['′分]\s*)?(?:(\d+(?:\.\d+)?)\s*(?:"|″|'{2}|秒)\s*)?$/;
const PLAIN = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const HEMISPHERE = /^(?:([EWNS东西南北])[经纬]?\s*)?(.*?)(?:\s*([EWNS东西南北]))?$/i;

/**
 * A coordinate: decimal, `121°28'17"E`, `E 121.47`. NaN when blank, undefined when it is none. Metres pass as plain
 * numbers.
 */
export function readCoordinate(text: string): number | undefined {
  if (isBlank(text)) return Number.NaN;
  const normal = text
    .normalize('NFKC')
    .replaceAll('−', '-')
    .replace(/[’′]/g, "'")
    .replaceAll('”', '"')
    .trim();
  if (PLAIN.test(normal)) return Number(normal);
  const parts = HEMISPHERE.exec(normal);
  if (!parts) return undefined;
  const sign = /[WS西南]/i.test(parts[1] ?? parts[3] ?? '') ? -1 : 1;
  if (PLAIN.test(parts[2])) return sign * Number(parts[2]);
  const degrees = DEGREES.exec(parts[2]);
  if (!degrees) return undefined;
  const whole = Number(degrees[1]);
  const fraction = Number(degrees[2] ?? 0) / 60 + Number(degrees[3] ?? 0) / 3600;
  return sign * (whole < 0 ? whole - fraction : whole + fraction);
}

const PAIR = /^[\s([]*([+-]?\d+(?:\.\d+)?)\s*[,，;；\s|]\s*([+-]?\d+(?:\.\d+)?)[\s)\]]*$/;

/** Two numbers in one cell, such as `104.07,30.62` or `POINT(104.07 30.62)`. Undefined when it is no such pair. */
export function readPair(text: string): [number, number] | undefined {
  const match = PAIR.exec(text.normalize('NFKC').replace(/^\s*POINT\s*(?=\()/i, ''));
  return match ? [Number(match[1]), Number(match[2])] : undefined;
}
