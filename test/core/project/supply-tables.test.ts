import { expect, it } from 'vitest';
import { DEFAULT_FORECAST } from '../../../src/core/project/forecast-settings.ts';
import { supplyTables } from '../../../src/core/project/supply-tables.ts';
import { supplyLine } from '../../builders/supply-line.ts';

const PEOPLE = ['100,300,10,30,260', '340,400,10,40,350', '2000,50,5,5,40'];
const FACILITIES = ['0,30,300,运营', '200,40,400,运营'];
const SETTINGS = { limits: { kindergarten: [150] }, forecast: { ...DEFAULT_FORECAST, targetYears: [2030] } };

it('writes the ledger, fairness and need of every service', async () => {
  const { tools, prepared, settings } = await supplyLine(PEOPLE, FACILITIES, SETTINGS);
  const tables = await supplyTables(tools, prepared, settings);
  expect(tables['ledger.csv']).toBe(
    [
      'service,group,district_code,served,no_place,out_of_reach,total',
      'kindergarten,age_3_5,all,70,0,5,75',
      'kindergarten,age_3_5,D1,70,0,0,70',
      'kindergarten,age_3_5,D2,0,0,5,5',
      '',
    ].join('\n'),
  );
  const fair = tables['fairness.csv'].split('\n');
  expect(fair[1]).toMatch(/^kindergarten,meters,age_3_5,all,all,,computed,75,0,0,/);
  expect(fair.some((line) => /^kindergarten,places_per_person,age_3_5,all,/.test(line))).toBe(true);
  const need = tables['need.csv'].split('\n');
  expect(need[1]).toMatch(/^2024,kindergarten,age_3_5,all,all,,short,75,75,75,70,70,-5,places$/);
  // Two years of the whole area and of two districts.
  expect(need).toHaveLength(1 + 2 * 3 + 1);
});

it('writes need only where the project has a forecast', async () => {
  const { tools, prepared, settings } = await supplyLine(PEOPLE, FACILITIES);
  expect(Object.keys(await supplyTables(tools, prepared, settings))).toEqual(['ledger.csv', 'fairness.csv']);
});

it('writes the same whatever the order of the rows', async () => {
  const [one, other] = await Promise.all([
    supplyLine(PEOPLE, FACILITIES, SETTINGS),
    supplyLine([...PEOPLE].reverse(), [...FACILITIES].reverse(), SETTINGS),
  ]);
  expect(await supplyTables(one.tools, one.prepared, one.settings)).toEqual(
    await supplyTables(other.tools, other.prepared, other.settings),
  );
});
