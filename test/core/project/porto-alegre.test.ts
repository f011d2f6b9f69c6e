import { readFileSync } from 'node:fs';
import { cellToLatLng } from 'h3-js';
import { expect, it } from 'vitest';
import { haversineMeters } from '../../../src/core/analysis/distance.ts';
import { columnTotal, demandColumn } from '../../../src/core/dataset/demand.ts';
import { analyse, sourceOf, textFile } from '../../builders/analysis.ts';
import { describeWithData, inputFile } from '../../shared-data.ts';

const PEOPLE = 812_935;

describeWithData('Porto Alegre', 'poa', (folder) => {
  const lines = readFileSync(`${folder}/poa_hexgrid.csv`, 'utf8').trim().split('\n').slice(1);
  const cells = lines.map((line) => {
    const [id, lon, lat, population, schools] = line.split(',');
    return { id, lng: Number(lon), lat: Number(lat), people: Number(population), schools: Number(schools) };
  });
  const schools = cells.filter((cell) => cell.schools > 0);
  const facilities = textFile(
    'schools.csv',
    `name,lon,lat\n${schools.map((cell) => `${cell.id},${cell.lng},${cell.lat}`).join('\n')}\n`,
  );
  const sources = async () => [
    await sourceOf(facilities, 'facilities', { fixedService: 'school' }),
    await sourceOf(inputFile(`${folder}/poa_hexgrid.csv`), 'people'),
  ];

  for (const resolution of ['own', 8, 9, 10, 'points'] as const) {
    it(`keeps its 812,935 people: ${resolution}`, async () => {
      const { demand, coverages } = await analyse(await sources(), { resolution });
      const people = demandColumn(demand, 'people');
      if (!people) throw new Error('no people');
      expect(columnTotal(people)).toBe(PEOPLE);
      for (const { rows, choice } of coverages.filter((one) => one.group === 'people')) {
        for (const row of rows.filter((one) => one.level === 'all')) expect(row.total).toBe(PEOPLE);
        for (const { none, one, several } of choice) expect(none + one + several).toBe(PEOPLE);
      }
    });
  }

  it('covers by schools exactly whom a brute-force haversine over the cells covers', async () => {
    const { coverages } = await analyse(await sources(), { limits: { school: [500, 1000] } });
    const { rows } = coverages[0];
    for (const limit of [500, 1000]) {
      let covered = 0;
      for (const cell of cells) {
        const [lat, lng] = cellToLatLng(cell.id);
        if (schools.some((school) => haversineMeters(lng, lat, school.lng, school.lat) <= limit))
          covered += cell.people;
      }
      const row = rows.find((one) => one.method === 'straight' && one.limitMeters === limit);
      expect(row?.covered).toBe(covered);
    }
  });
});
