import { areaFactor, readNumber } from './number.ts';

const SCALES: Readonly<Record<string, number>> = {
  百: 100,
  千: 1000,
  万: 10_000,
  百万: 1_000_000,
  亿: 100_000_000,
};
/** `常住人口（万人）`, `用地面积(公顷)`, `人口［单位：万人］`, and `area_ha` of English files. */
const IN_BRACKETS = /[([【]\s*(?:单位\s*[:：]\s*)?([^()[\]【】]{1,12})[)\]】]\s*$/;
const AFTER_UNDERSCORE = /_(ha|km2|hectares?|acres?)$/i;

/** What the header says all its numbers are counted in: the words, and by what they are multiplied. */
export interface HeaderUnit {
  unit: string;
  factor: number;
}

/** The unit of a column by its header; undefined where there is none or it changes nothing (人, ㎡). */
export function headerUnit(header: string): HeaderUnit | undefined {
  const name = header.normalize('NFKC').trim();
  const unit = (IN_BRACKETS.exec(name) ?? AFTER_UNDERSCORE.exec(name))?.[1].trim();
  if (unit === undefined) return undefined;
  const [, prefix = '', rest = ''] = /^(百万|百|千(?![米克瓦卡])|万|亿)?(.*)$/.exec(unit) ?? [];
  const factor = (SCALES[prefix] ?? 1) * areaFactor(rest);
  return factor === 1 ? undefined : { unit, factor };
}

/** A number of a column whose header names a unit; a cell that names its own is believed. NaN and undefined as `readNumber`. */
export function readInUnit(text: string, unit: HeaderUnit | undefined): number | undefined {
  const value = readNumber(text);
  if (value === undefined || unit === undefined || Number.isNaN(value)) return value;
  const hasOwnUnit = /[^\d.,+\-−\s约近e]/i.test(text.normalize('NFKC'));
  return hasOwnUnit ? value : value * unit.factor;
}
