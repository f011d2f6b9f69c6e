import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BAND_YEARS, spragueYears } from '../../../src/core/forecast/sprague.ts';

/** Seventeen bands of a country in 1990 or so, the last one open: the example of several statistics packages. */
const COUNTRY = [
  1971990, 2095820, 2157190, 2094110, 2116580, 2003840, 1785690, 1502990, 1214170, 796934, 627551, 530305,
  488014, 364498, 259029, 158047,
];

const bandSum = (years: Float64Array, band: number) =>
  years.slice(band * BAND_YEARS, (band + 1) * BAND_YEARS).reduce((sum, one) => sum + one, 0);

describe("Sprague's multipliers", () => {
  it('by hand from the printed table, one age of each kind of panel', () => {
    const { years, flatBands } = spragueYears(COUNTRY);
    // Age 0: 0.3616 · 1,971,990 − 0.2768 · 2,095,820 + 0.1488 · 2,157,190 − 0.0336 · 2,094,110.
    expect(years[0]).toBeCloseTo(713_071.584 - 580_122.976 + 320_989.872 - 70_362.096, 6);
    // Age 5: 0.0336 · 1,971,990 + 0.2272 · 2,095,820 − 0.0752 · 2,157,190 + 0.0144 · 2,094,110.
    expect(years[5]).toBeCloseTo(66_258.864 + 476_170.304 - 162_220.688 + 30_155.184, 6);
    // Age 12: 0.0064 · 1,971,990 − 0.0336 · 2,095,820 + 0.2544 · 2,157,190 − 0.0336 · 2,094,110 + 0.0064 · 2,116,580.
    expect(years[12]).toBeCloseTo(12_620.736 - 70_419.552 + 548_789.136 - 70_362.096 + 13_546.112, 6);
    // Age 74, last of the last band but one: 0.0144 · 488,014 − 0.0752 · 364,498 + 0.2272 · 259,029 + 0.0336 · 158,047.
    expect(years[74]).toBeCloseTo(7_027.4016 - 27_410.2496 + 58_851.3888 + 5_310.3792, 6);
    // Age 79: −0.0336 · 488,014 + 0.1488 · 364,498 − 0.2768 · 259,029 + 0.3616 · 158,047.
    expect(years[79]).toBeCloseTo(-16_397.2704 + 54_237.3024 - 71_699.2272 + 57_149.7952, 6);
    expect(flatBands).toEqual([]);
  });

  it('reproduces any cubic: the years of its bands, in every panel', () => {
    // People aged x … x + 1 under the density 1000 + 8x + 0.5x² − 0.004x³, as the difference of its integral.
    const until = (x: number) => 1000 * x + 4 * x ** 2 + x ** 3 / 6 - 0.001 * x ** 4;
    const bands = Array.from({ length: 9 }, (_, k) => until(5 * k + 5) - until(5 * k));
    const { years, flatBands } = spragueYears(bands);
    expect(flatBands).toEqual([]);
    years.forEach((people, age) => {
      expect(people).toBeCloseTo(until(age + 1) - until(age), 6);
    });
  });

  it('keeps the sum of every band and never falls below 0', () => {
    const band = fc.oneof(
      fc.integer({ min: 0, max: 5000 }),
      fc.double({ min: 0, max: 1e6, noNaN: true }),
      fc.constant(0),
    );
    fc.assert(
      fc.property(fc.array(band, { minLength: 4, maxLength: 20 }), (bands) => {
        const { years } = spragueYears(bands);
        bands.forEach((people, k) => {
          expect(Math.abs(bandSum(years, k) - people)).toBeLessThanOrEqual(1e-12 * Math.max(1, ...bands));
        });
        expect(Math.min(...years)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('is the same curve from the other end', () => {
    const forward = spragueYears(COUNTRY).years;
    const backward = spragueYears([...COUNTRY].reverse()).years;
    expect([...backward].reverse()).toEqual([...forward]);
  });

  it('splits flat where the curve would fall below 0, and only there', () => {
    // Age 4 of the first band: 0.0704 · 0 …; the first band of 10 beside 1000 swings below 0.
    const { years, flatBands } = spragueYears([10, 1000, 1000, 1000, 1000]);
    expect(flatBands).toEqual([0]);
    expect([...years.slice(0, 5)]).toEqual([2, 2, 2, 2, 2]);
    expect(years[5]).not.toBe(200);
  });

  it('splits flat what is fewer than four bands, and beside a band that is missing', () => {
    expect([...spragueYears([5, 10]).years]).toEqual([1, 1, 1, 1, 1, 2, 2, 2, 2, 2]);
    const { years, flatBands } = spragueYears([50, 50, Number.NaN, 50, 50, 50, 50]);
    expect(flatBands).toEqual([0, 1, 2, 3, 4]);
    expect(years[0]).toBe(10);
    expect(years[10]).toBeNaN();
  });
});
