import type { DemandColumn } from '../dataset/demand.ts';
import { type AgeRange, ageRangeOf } from '../dataset/groups.ts';
import { BAND_YEARS, LEAST_BANDS, splitBand } from './sprague.ts';

/** A column that holds the people of an age band. */
export interface Band {
  id: string;
  range: AgeRange;
  values: Float64Array;
}

/** The age bands among columns, youngest first, narrow before wide. */
export function bandsOf(columns: DemandColumn[]): Band[] {
  return columns
    .flatMap(({ id, values }) => {
      const range = ageRangeOf(id);
      return range ? [{ id, range, values }] : [];
    })
    .sort((a, b) => a.range.from - b.range.from || a.range.to - b.range.to);
}

/** Bands that cover the ages from `from` to `to` without gap or overlap, the narrowest that do; undefined if none. */
export function partition(bands: Band[], from: number, to: number): Band[] | undefined {
  if (from > to) return [];
  for (const band of bands) {
    if (band.range.from !== from || band.range.to > to) continue;
    if (band.range.to === Number.POSITIVE_INFINITY) return [band];
    const rest = partition(bands, band.range.to + 1, to);
    if (rest) return [band, ...rest];
  }
  return undefined;
}

/** The five-year bands in a row that `band` is one of, enough of them for Sprague; undefined otherwise. */
export function fiveYearRun(bands: Band[], band: Band): Band[] | undefined {
  const five = bands.filter(({ range }) => range.to - range.from + 1 === BAND_YEARS);
  const startingAt = (age: number) => five.find(({ range }) => range.from === age);
  if (startingAt(band.range.from) !== band) return undefined;
  const run = [band];
  for (let at = startingAt(run[0].range.from - BAND_YEARS); at; at = startingAt(at.range.from - BAND_YEARS)) {
    run.unshift(at);
  }
  for (let at = startingAt(band.range.to + 1); at; at = startingAt(at.range.to + 1)) run.push(at);
  return run.length >= LEAST_BANDS ? run : undefined;
}

/** Splits a band of one row after the other into single years. */
export class BandSplitter {
  readonly method: 'sprague' | 'flat';
  /** Rows in which the curve fell below 0, or a neighbouring band was not surveyed: split flat. */
  flatRows = 0;
  private readonly band: Band;
  private readonly run: Band[];
  private readonly at: number;
  private readonly around: Float64Array;
  private readonly years: Float64Array;

  constructor(bands: Band[], band: Band, method: 'sprague' | 'flat') {
    const run = method === 'sprague' ? fiveYearRun(bands, band) : undefined;
    this.method = run ? 'sprague' : 'flat';
    this.band = band;
    this.run = run ?? [];
    this.at = this.run.indexOf(band);
    this.around = new Float64Array(this.run.length);
    this.years = new Float64Array(band.range.to - band.range.from + 1);
  }

  /** People of each single year of the band in a row; the array is used again by the next call. */
  yearsOf(row: number): Float64Array {
    if (this.method === 'flat') return this.years.fill(this.band.values[row] / this.years.length);
    for (let k = 0; k < this.run.length; k++) this.around[k] = this.run[k].values[row];
    if (splitBand(this.around, this.at, this.years) === 'flat') this.flatRows++;
    return this.years;
  }
}
