import type { AgeRange } from '../dataset/groups.ts';
import { ageColumnId } from '../dataset/groups.ts';
import { ageBands, type BandColumn } from './age-bands.ts';
import type { Confidence } from './guess-position.ts';
import type { PeopleMapping } from './mapping.ts';
import { readNumber } from './number.ts';
import { type ColumnProfile, columnByWords } from './profile.ts';
import type { Table } from './table.ts';

export type DemandGuess = PeopleMapping['demand'][number] & { confidence: Confidence };

const PEOPLE: readonly RegExp[] = [
  /^常住人口/,
  /^(总人口|人口总数|人口数量?|人口)(\(|（|_|$)/,
  /^(population|people|persons|residents|total_?pop(ulation)?|pop(ulation)?_?total|tot_?pop)$/,
  /^pop(ulation)?$/,
  /^pop(ulation)?_?(19|20)\d\d$/,
  /(居住人口|居民人口|常住人口|人口数|人口)(\(|（|$)/,
  /^(penduduk|jumlah_penduduk|poblacion|população|populacao)$/,
];
/** Densities, and people who are served or registered rather than resident. */
const NOT_PEOPLE = /密度|服务|户籍|流动|density|served|rate|率|增/;
const DWELLINGS: readonly RegExp[] = [
  /^(总|住|居民|常住)?户数/,
  /^(dwellings?|households?|housing_?units?|hse_units)$/,
];
const RESIDENTIAL_LAND: readonly RegExp[] = [/(住宅|居住)用地/, /^residential_?(land|area)(_?m2)?$/];

/** Columns that hold people, their age bands, dwellings or residential land. One column for each id. */
export function guessDemand(table: Table, profiles: ColumnProfile[]): DemandGuess[] {
  const numeric = (profile: ColumnProfile) => profile.numericShare >= 0.5;
  const bands = ageBands(profiles.filter(numeric));
  const people = peopleColumn(profiles, numeric) ?? sumOfBands(table, profiles, bands);
  const dwellings = columnByWords(profiles, DWELLINGS, numeric);
  const land = columnByWords(profiles, RESIDENTIAL_LAND, numeric);
  const guesses: DemandGuess[] = [];
  if (people)
    guesses.push({ column: people.column.name, as: 'people', unit: 'people', confidence: people.confidence });
  for (const { column, range } of bands) {
    guesses.push({ column: column.name, as: ageColumnId(range), unit: 'people', confidence: 'header' });
  }
  if (dwellings)
    guesses.push({ column: dwellings.name, as: 'dwellings', unit: 'dwellings', confidence: 'header' });
  if (land) guesses.push({ column: land.name, as: 'residential_land', unit: 'm2', confidence: 'header' });
  return guesses;
}

function peopleColumn(
  profiles: ColumnProfile[],
  numeric: (profile: ColumnProfile) => boolean,
): { column: ColumnProfile; confidence: Confidence } | undefined {
  // Latest year first: a file with pop2010 and pop2020 is asked about today.
  const latestFirst = [...profiles].sort((a, b) => yearOf(b) - yearOf(a));
  const column = columnByWords(
    latestFirst,
    PEOPLE,
    (profile) => numeric(profile) && !NOT_PEOPLE.test(profile.words),
  );
  return column && { column, confidence: 'header' };
}

function yearOf({ words }: ColumnProfile): number {
  return Number(/(?:19|20)\d\d/.exec(words)?.[0] ?? 0);
}

/** A column that equals the sum of all age bands in nearly every row is the population, whatever it is called. */
function sumOfBands(
  table: Table,
  profiles: ColumnProfile[],
  bands: BandColumn[],
): { column: ColumnProfile; confidence: Confidence } | undefined {
  if (!coversAllAges(bands.map((band) => band.range))) return undefined;
  const bandAt = bands.map((band) => table.header.indexOf(band.column.name));
  const rows = table.rows.slice(0, 200);
  const sums = rows.map((row) => bandAt.reduce((sum, at) => sum + (readNumber(row[at]) || 0), 0));
  const column = profiles.find((profile) => {
    if (profile.numericShare < 0.9) return false;
    const at = table.header.indexOf(profile.name);
    return rows.filter((row, i) => readNumber(row[at]) === sums[i]).length >= rows.length * 0.95;
  });
  return column && { column, confidence: 'values' };
}

function coversAllAges(ranges: AgeRange[]): boolean {
  let next = 0;
  for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
    if (range.from !== next) return false;
    next = range.to + 1;
  }
  return next === Number.POSITIVE_INFINITY;
}
