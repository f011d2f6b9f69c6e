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
  '…',
  '……',
  '...',
  'na',
  'n/a',
  '#n/a',
  'nan',
  'null',
  'nil',
  'none',
  'unknown',
  '\\n',
  '[]',
  '无',
  '暂无',
  '无数据',
  '不详',
  '不明',
  '未知',
  '未统计',
  '待补',
  '缺',
  '缺失',
  '暂缺',
]);

/** An estimate counts as what it says. */
const ABOUT = /^(?:大约|约为|约|近|≈|~|about|approx\.?|ca\.?)\s*(?=[\d.+-])/i;
const NUMBER =
  /^([+-]?)(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?: \d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d*)?(?:e[+-]?\d+)?|\.\d+)(.*)$/i;
/** A unit begins with no digit or sign, so `12-15` and `1.2.3` are not numbers; `m2` may end in one. */
const UNIT = /^(百万|千万|十万|万|亿|千(?![米克瓦卡])|百)?([^\d+\-.,~～至到:/%‰][^\d%]{0,11}[23]?)?$/;
const SCALES: Readonly<Record<string, number>> = {
  百: 100,
  千: 1000,
  万: 10_000,
  十万: 100_000,
  百万: 1_000_000,
  千万: 10_000_000,
  亿: 100_000_000,
};

/** Areas are the one place where files mix units of different size. */
const AREA_FACTORS: readonly { unit: RegExp; factor: number }[] = [
  { unit: /^(公顷|ha|hm2|hectares?)$/i, factor: 10_000 },
  { unit: /^亩$/, factor: 10_000 / 15 },
  { unit: /^(km2|平方公里|平方千米)$/i, factor: 1_000_000 },
  { unit: /^acres?$/i, factor: 4046.8564224 },
];

export function isBlank(text: string): boolean {
  if (text.length > 12) return text.trim() === '';
  return BLANK.has(text) || BLANK.has(text.trim().toLowerCase());
}

const PLAIN_DIGITS = /^\d{1,15}(?:\.\d{1,15})?$/;

/**
 * The number a cell holds: thousands separators, full-width digits, 约, 万/亿 and a unit behind it are understood
 * (`１，２００㎡` is 1200, `1.2万人` 12000, `3公顷` 30000 m²). NaN when blank, undefined when it is not a number. A percentage is a
 * share and no amount: see `readShare`.
 */
export function readNumber(text: string): number | undefined {
  // Most cells of a long table are plain digits.
  if (PLAIN_DIGITS.test(text)) return Number(text);
  if (isBlank(text)) return Number.NaN;
  const normal = text
    .normalize('NFKC')
    .replaceAll('−', '-')
    .trim()
    .replace(ABOUT, '')
    .replace(/[,、;]$/, '');
  const match = NUMBER.exec(normal);
  if (!match) return undefined;
  const unit = UNIT.exec(match[3].trim());
  if (!unit) return undefined;
  const value = Number(`${match[1]}${match[2].replace(/[, ]/g, '')}`);
  if (!Number.isFinite(value)) return undefined;
  return value * (SCALES[unit[1] ?? ''] ?? 1) * areaFactor(unit[2] ?? '');
}

/** Square metres in one of an area unit; 1 for anything else. */
export function areaFactor(unit: string): number {
  return AREA_FACTORS.find((known) => known.unit.test(unit.trim()))?.factor ?? 1;
}

/** A percentage or per mille as a share: `35%` is 0.35. Undefined when it is none. */
export function readShare(text: string): number | undefined {
  const match = /^([+-]?\d+(?:\.\d+)?)\s*([%‰])$/.exec(text.normalize('NFKC').replaceAll('−', '-').trim());
  return match ? Number(match[1]) / (match[2] === '%' ? 100 : 1000) : undefined;
}
