import type { AgeRange } from '../dataset/groups.ts';
import type { ColumnProfile } from './profile.ts';

export interface BandColumn {
  column: ColumnProfile;
  range: AgeRange;
}

const MAX_AGE = 120;
const OPEN =
  /(?:^|[^\d])(\d{1,3})_?(?:周?岁)?_?(?:(?:及|或|及其)?以上|\+|plus|(?:and_?)?(?:over|older|up|above))/;
const UNDER = /(?:^|[^\d])(\d{1,3})周?岁以下|under_?(\d{1,3})(?!\d)/;
const CLOSED = /(?:^|[^\d])(\d{1,3})_?(?:周?岁)?_?[-–—~～至到_]_?(\d{1,3})(?!\d)/;
const SINGLE = /(?:^|[^\d])(\d{1,3})周?岁(?:$|[^\d以及])/;
/** What must stand beside two numbers to make them ages, unless they stand alone. */
const AGE_WORDS = /岁|龄|age|yr|year/;
const ALONE =
  /^(?:pop|population|people|p|t|total|人口)?_?\d{1,3}[-–—~～至到_]\d{1,3}_?(?:pop|people|人口)?$/;
const ONE_SEX = /男|女|(?:^|_)(?:male|female|m|f)(?:_|$)/;

/**
 * Columns that are age bands by their headers, in file order: `3-5岁`, `age_3_5`, `0_4`, `AGE_75_PLUS`, `65+`, and families of
 * numbered columns that name the first age only (`U0`, `U5` … `U75`). Men's and women's columns are taken only where
 * there is no column for both.
 */
export function ageBands(profiles: ColumnProfile[]): BandColumn[] {
  const bands = profiles.flatMap((column) => {
    const range = ageBandOf(column.words);
    return range ? [{ column, range }] : [];
  });
  const both = bands.filter(({ column }) => !ONE_SEX.test(column.words));
  const chosen = both.length > 0 ? firstOfEach(both) : bands;
  return chosen.length > 0 ? chosen : startFamily(profiles);
}

/** The ages a header names, undefined when it names none. Takes the words of a profile. */
export function ageBandOf(words: string): AgeRange | undefined {
  const open = OPEN.exec(words);
  if (open) return valid({ from: Number(open[1]), to: Number.POSITIVE_INFINITY });
  const under = UNDER.exec(words);
  if (under) return valid({ from: 0, to: Number(under[1] ?? under[2]) - 1 });
  const closed = CLOSED.exec(words);
  if (closed && (AGE_WORDS.test(words) || ALONE.test(words))) {
    return valid({ from: Number(closed[1]), to: Number(closed[2]) });
  }
  const single = SINGLE.exec(words);
  return single ? valid({ from: Number(single[1]), to: Number(single[1]) }) : undefined;
}

function valid(range: AgeRange): AgeRange | undefined {
  const closed = Number.isFinite(range.to);
  return range.from <= range.to && range.from <= MAX_AGE && (!closed || range.to <= MAX_AGE)
    ? range
    : undefined;
}

/** A file may carry a band twice, for two years say; the first is taken rather than both added. */
function firstOfEach(bands: BandColumn[]): BandColumn[] {
  const seen = new Set<string>();
  return bands.filter(({ range }) => {
    const key = `${range.from} ${range.to}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Columns of one prefix numbered 0, 5, 10 …: each runs to the next, the last is open. At least five, evenly spaced. */
function startFamily(profiles: ColumnProfile[]): BandColumn[] {
  const families = new Map<string, { column: ColumnProfile; start: number }[]>();
  for (const column of profiles) {
    const match = /^([a-z]+_?)(\d{1,3})$/.exec(column.words);
    if (!match) continue;
    families.set(match[1], [...(families.get(match[1]) ?? []), { column, start: Number(match[2]) }]);
  }
  for (const family of families.values()) {
    family.sort((a, b) => a.start - b.start);
    const step = family.length > 1 ? family[1].start - family[0].start : 0;
    const even = family.every(({ start }, i) => start === i * step);
    if (family.length < 5 || !even || step < 1 || (family.at(-1)?.start ?? 0) < 40) continue;
    return family.map(({ column, start }, i) => ({
      column,
      range: { from: start, to: i + 1 < family.length ? start + step - 1 : Number.POSITIVE_INFINITY },
    }));
  }
  return [];
}
