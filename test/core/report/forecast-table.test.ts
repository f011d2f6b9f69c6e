import { expect, it } from 'vitest';
import { forecast } from '../../../src/core/forecast/forecast.ts';
import { needByYear } from '../../../src/core/forecast/need.ts';
import { noDeaths } from '../../../src/core/forecast/survival.ts';
import { forecastTable, needTable } from '../../../src/core/report/forecast-table.ts';
import { tableCsv, tableHeader } from '../../../src/core/report/report-table.ts';
import { runSync } from '../../../src/core/task.ts';
import { sayIn } from '../../../src/view/words/index.ts';
import { districtsOfTwoBanks } from '../../worlds/two-banks.ts';

const districts = districtsOfTwoBanks();
const district = Int32Array.of(0, 1);
// Ages 0 1 2 3+.
const start = { rows: 2, top: 3, people: Float64Array.of(10, 10, 10, 70, 5, 5, 5, 30) };
const years = runSync(
  forecast({
    start,
    startYear: 2022,
    targetYears: [2022, 2025],
    survival: noDeaths(3),
    births: { kind: 'number', perYear: Float64Array.of(20, 1) },
    moves: [],
  }),
);
const rule = { service: 'childcare', group: 'age_0_2', takeUp: 0.5, perPerson: 1, unit: 'places' };
const need = needByYear(
  years,
  rule,
  Float64Array.of(15, 5),
  [{ row: 0, fromYear: 2024, amount: 10 }],
  district,
);
const tables = [
  forecastTable(years, ['people', 'age_0_2', 'age_80_plus'], district, '区', districts),
  needTable(need, '区', districts),
];

it('writes people by group, and the account beside everybody', () => {
  const lines = tableCsv(tables[0]).split('\n');
  expect(lines.slice(0, 3)).toEqual([
    'year,level,district_code,district_name,group,people,births,deaths,moves,moves_not_taken',
    '2022,区,W,西岸,people,100,0,0,0,0',
    '2022,区,E,东岸,people,45,0,0,0,0',
  ]);
  expect(lines).toContain('2025,区,W,西岸,people,160,60,0,0,0');
  expect(lines).toContain('2025,区,E,东岸,age_0_2,3,,,,');
  expect(lines).toContain('2025,区,E,东岸,age_80_plus,,,,,');
});

it('writes need, supply and what is left or missing', () => {
  expect(tableCsv(tables[1]).split('\n')).toEqual([
    'year,service,group,level,district_code,district_name,state,people,users,need,supply_now,supply,balance,unit',
    '2022,childcare,age_0_2,区,all,,short,45,22.5,22.5,20,20,-2.5,places',
    '2022,childcare,age_0_2,区,W,西岸,met,30,15,15,15,15,0,places',
    '2022,childcare,age_0_2,区,E,东岸,short,15,7.5,7.5,5,5,-2.5,places',
    '2025,childcare,age_0_2,区,all,,short,63,31.5,31.5,20,30,-1.5,places',
    '2025,childcare,age_0_2,区,W,西岸,short,60,30,30,15,25,-5,places',
    '2025,childcare,age_0_2,区,E,东岸,met,3,1.5,1.5,5,5,3.5,places',
    '',
  ]);
});

it('says its headers in both languages, and rows fit under them', () => {
  for (const table of tables) {
    for (const language of ['zh', 'en'] as const) {
      for (const words of tableHeader(table, sayIn(language))) expect(words).not.toContain('table.');
    }
    for (const row of table.rows) expect(row.length).toBe(table.columns.length);
  }
});
