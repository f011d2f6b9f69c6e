import type { Language } from './words/index.ts';

/**
 * Numbers as an office writes them. Rounding never tells a lie at the ends: a share below one is not shown as 100 %, and
 * somebody is not shown as nobody.
 */
export const NO_VALUE = '—';

export function localeOf(language: Language): string {
  return language === 'zh' ? 'zh-CN' : 'en-GB';
}

const formats = new Map<string, Intl.NumberFormat>();

function fixed(value: number, decimals: number, language: Language): string {
  const key = `${language}:${decimals}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(localeOf(language), {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    formats.set(key, format);
  }
  return format.format(value);
}

/** Whole people, dwellings, m²: `21,340`. */
export function formatCount(value: number, language: Language): string {
  if (!Number.isFinite(value)) return NO_VALUE;
  if (value > 0 && value < 0.5) return '<1';
  return fixed(Math.round(value), 0, language);
}

/** A count for a headline: from a million on in 万 where that is usual: `123.5万`. Below it every digit stands. */
export function formatHeadline(value: number, language: Language): string {
  if (language === 'zh' && value >= 1_000_000) return `${fixed(value / 10_000, 1, language)}万`;
  return formatCount(value, language);
}

/** A share of one: `78.3%`. */
export function formatShare(share: number, language: Language): string {
  if (Number.isNaN(share)) return NO_VALUE;
  if (share > 0 && share < 0.0005) return '<0.1%';
  if (share < 1 && share >= 0.9995) return '>99.9%';
  return `${fixed(share * 100, 1, language)}%`;
}

/** Metres without the unit: `1,250`; `∞` never appears, unreached has words of its own. */
export function formatMeters(meters: number, language: Language): string {
  return Number.isFinite(meters) ? fixed(Math.round(meters), 0, language) : NO_VALUE;
}

/** Area per person: `0.083`; a value just short of a limit keeps the digit that shows it. */
export function formatPerPerson(value: number, language: Language): string {
  if (!Number.isFinite(value)) return NO_VALUE;
  return fixed(value, value < 10 ? 3 : 1, language);
}

/** Minutes of a walk: `9.6`; whole ones without a decimal. */
export function formatMinutes(minutes: number, language: Language): string {
  return Number.isFinite(minutes) ? fixed(minutes, Number.isInteger(minutes) ? 0 : 1, language) : NO_VALUE;
}

/** Minutes beyond a limit, in tenths: `3.2`; somewhat beyond is never nothing. */
export function formatOverMinutes(minutes: number, language: Language): string {
  if (minutes > 0 && minutes < 0.05) return '<0.1';
  return formatMinutes(Math.round(minutes * 10) / 10, language);
}

/** Metres a second: `1.20`. */
export function formatSpeed(metersPerSecond: number, language: Language): string {
  return fixed(metersPerSecond, 2, language);
}

export function formatFactor(value: number, language: Language): string {
  return fixed(value, Number.isInteger(value * 10) ? 1 : 2, language);
}
