/**
 * Multipliers of Sprague (1880), in ten-thousandths, as printed in Siegel & Swanson, The Methods and Materials of Demography
 * (2004, p. 727): a row for each single year of a band, a column for each five-year band it is made from. The two panels
 * at the young end take the first four bands; at the old end they are mirrored; the middle takes two bands on each side.
 */
const FIRST = [
  [3616, -2768, 1488, -336],
  [2640, -960, 400, -80],
  [1840, 400, -320, 80],
  [1200, 1360, -720, 160],
  [704, 1968, -848, 176],
];
const SECOND = [
  [336, 2272, -752, 144],
  [80, 2320, -480, 80],
  [-80, 2160, -80, 0],
  [-160, 1840, 400, -80],
  [-176, 1408, 912, -144],
];
const MIDDLE = [
  [-128, 848, 1504, -240, 16],
  [-16, 144, 2224, -416, 64],
  [64, -336, 2544, -336, 64],
  [64, -416, 2224, 144, -16],
  [16, -240, 1504, 848, -128],
];
const UNIT = 10_000;

export const BAND_YEARS = 5;
/** The end panels need four bands in a row. */
export const LEAST_BANDS = 4;

function mirrored(panel: number[][]): number[][] {
  return panel.map((row) => [...row].reverse()).reverse();
}

const LAST_BUT_ONE = mirrored(SECOND);
const LAST = mirrored(FIRST);

/** The multipliers of a band among `bands` five-year bands in a row, and the first band they apply to. */
export function spraguePanel(band: number, bands: number): { multipliers: number[][]; from: number } {
  if (band === 0) return { multipliers: FIRST, from: 0 };
  if (band === bands - 1) return { multipliers: LAST, from: bands - 4 };
  if (band === 1) return { multipliers: SECOND, from: 0 };
  if (band === bands - 2) return { multipliers: LAST_BUT_ONE, from: bands - 4 };
  return { multipliers: MIDDLE, from: band - 2 };
}

/** How the single years of one band came about. */
export type SplitMethod = 'sprague' | 'flat';

/**
 * Single years of one band out of `bands` (people of contiguous five-year bands, at least four), written to `years`. The five
 * sum to the band. Sprague's curve can swing below 0 where neighbours differ greatly; no age has fewer than 0 people, so such a band is
 * split flat instead, as is one with an unsurveyed (NaN) band in its panel. Nobody in the band: five zeros.
 */
export function splitBand(bands: ArrayLike<number>, band: number, years: Float64Array): SplitMethod {
  if (bands[band] === 0) {
    years.fill(0, 0, BAND_YEARS);
    return 'sprague';
  }
  const { multipliers, from } = spraguePanel(band, bands.length);
  let isUsable = true;
  for (let year = 0; year < BAND_YEARS; year++) {
    let sum = 0;
    for (let k = 0; k < multipliers[year].length; k++) sum += multipliers[year][k] * bands[from + k];
    years[year] = sum / UNIT;
    if (!(sum >= 0)) isUsable = false;
  }
  if (isUsable) return 'sprague';
  years.fill(bands[band] / BAND_YEARS, 0, BAND_YEARS);
  return 'flat';
}

/** All the single years of contiguous five-year bands, and the bands that had to be split flat. */
export function spragueYears(bands: ArrayLike<number>): { years: Float64Array; flatBands: number[] } {
  const years = new Float64Array(bands.length * BAND_YEARS);
  const flatBands: number[] = [];
  for (let band = 0; band < bands.length; band++) {
    const five = years.subarray(band * BAND_YEARS);
    if (bands.length >= LEAST_BANDS) {
      if (splitBand(bands, band, five) === 'flat') flatBands.push(band);
    } else {
      five.fill(bands[band] / BAND_YEARS, 0, BAND_YEARS);
      flatBands.push(band);
    }
  }
  return { years, flatBands };
}
