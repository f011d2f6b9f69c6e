import { expect, it } from 'vitest';
import { WHOLE_AREA } from '../../../src/core/analysis/coverage.ts';
import type { Districts } from '../../../src/core/dataset/districts.ts';
import { analyse, sourceOf, textFile } from '../../builders/analysis.ts';
import { randomSource } from '../../builders/random.ts';
import { describeWithData, shapefileOf } from '../../shared-data.ts';

const PEOPLE = 11_011_862;
const OLDER = 892_571;

interface MadeUp {
  service: string;
  lng: number;
  lat: number;
  places: number;
  land: number;
}

/** Made up for the test, and named so: 60 nurseries and 40 homes at random positions over the city. */
function madeUpFacilities(): MadeUp[] {
  const random = randomSource(892571);
  return Array.from({ length: 100 }, (_, i) => ({
    service: i < 60 ? 'childcare' : 'elder-home',
    lng: Number((106.7 + 0.25 * random()).toFixed(6)),
    lat: Number((-6.33 + 0.22 * random()).toFixed(6)),
    places: 400 + Math.round(900 * random()),
    land: 8000 + Math.round(30_000 * random()),
  }));
}

/** Even-odd, ring by ring: slow, plain, and not the code that is tested. */
function isInside({ shapes }: Districts, district: number, lng: number, lat: number): boolean {
  let isIn = false;
  for (let r = shapes.polygonStart[district]; r < shapes.polygonStart[district + 1]; r++) {
    const [start, end] = [shapes.ringStart[r], shapes.ringStart[r + 1]];
    for (let i = start, j = end - 1; i < end; j = i++) {
      const crosses = shapes.lat[i] > lat !== shapes.lat[j] > lat;
      const slope = (shapes.lng[j] - shapes.lng[i]) / (shapes.lat[j] - shapes.lat[i]);
      if (crosses && lng < slope * (lat - shapes.lat[i]) + shapes.lng[i]) isIn = !isIn;
    }
  }
  return isIn;
}

describeWithData('Jakarta', 'jakarta', (folder) => {
  it('holds places and land of made-up facilities against its people, as by hand', async () => {
    const facilities = madeUpFacilities();
    const lines = facilities.map((one, i) =>
      [`Made up ${i}`, one.service, one.lng, one.lat, one.places, one.land].join(','),
    );
    const table = ['name,type,lng,lat,capacity,land_area', ...lines].join('\n');
    const stem = `${folder}/BATAS_DESA_DKI`;
    const { standards, districts } = await analyse(
      [
        await sourceOf(textFile('made-up.csv', table), 'facilities'),
        await sourceOf(shapefileOf(stem), 'people'),
        await sourceOf(shapefileOf(stem), 'districts', { code: 'KODE_DESA', name: 'DESA' }),
      ],
      {
        resolution: 8,
        standards: [
          { id: 'cn14-childcare-places' },
          { id: 'cn14-elder-land-per-person' },
          { id: 'gb50437-beds' },
        ],
      },
    );
    if (!districts) throw new Error('no districts');
    const [childcare, land, beds] = standards;
    const sum = (service: string, of: (one: MadeUp) => number, where = (_: MadeUp) => true) =>
      facilities
        .filter((one) => one.service === service && where(one))
        .reduce((all, one) => all + of(one), 0);
    const whole = (result: (typeof standards)[number]) =>
      result.rows.find((row) => row.district === WHOLE_AREA);
    const places = sum('childcare', (one) => one.places);
    expect(whole(childcare)?.denominator).toBeCloseTo(PEOPLE, 3);
    expect(whole(childcare)?.value).toBeCloseTo((places / PEOPLE) * 1000, 9);
    expect(whole(childcare)?.shortfall).toBeCloseTo(Math.max(0, (PEOPLE / 1000) * 4.5 - places), 3);
    const square = sum('elder-home', (one) => one.land);
    expect(whole(land)?.value).toBeCloseTo(square / PEOPLE, 9);
    expect(whole(land)?.shortfall).toBeCloseTo(Math.max(0, PEOPLE * 0.1 - square), 3);
    expect(whole(beds)?.denominator).toBeCloseTo(OLDER, 3);
    expect(whole(beds)?.shortfall).toBeCloseTo(
      (OLDER / 1000) * 40 - sum('elder-home', (one) => one.places),
      3,
    );
    const found = childcare.rows.filter((row) => row.district >= 0);
    expect(found.length).toBeGreaterThan(260);
    for (const { district, numerator, state } of found) {
      const own = sum(
        'childcare',
        (one) => one.places,
        (one) => isInside(districts, district, one.lng, one.lat),
      );
      if (state === 'no-people') expect(numerator).toBe(own);
      else expect([district, numerator]).toEqual([district, own]);
    }
    expect(new Set(found.map((row) => row.state))).toEqual(new Set(['met', 'short', 'no-people']));
  });
});
