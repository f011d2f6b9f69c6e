import { expect, it } from 'vitest';
import { fairness } from '../../../src/core/fairness/fairness.ts';
import { fairnessTable, lorenzTable, theilTable } from '../../../src/core/report/fairness-table.ts';
import { type ReportTable, tableCsv, tableHeader } from '../../../src/core/report/report-table.ts';
import { runSync } from '../../../src/core/task.ts';
import { sayIn } from '../../../src/view/words/index.ts';
import { assignmentOfTwoBanks, demandOfTwoBanks, districtsOfTwoBanks } from '../../worlds/two-banks.ts';

const districts = districtsOfTwoBanks();
const subject = { service: 'elder-station', value: 'm2_per_person' };
const result = runSync(
  fairness({
    values: Float64Array.of(0, 0, 0, 15, 5, 5, 5, Number.NaN),
    groups: [{ group: 'people', people: demandOfTwoBanks().columns[0].values }],
    districts,
    assignment: assignmentOfTwoBanks,
  }),
);
const tables: ReportTable[] = [
  fairnessTable(subject, result, districts),
  theilTable(subject, result, districts),
  lorenzTable(subject, result),
];

it('has a line for every district, with a reason where there is no figure', () => {
  // 7 people have 0, 112 have 5, 8 have 15: G = (7·112·5 + 7·8·15 + 112·8·10) / (127 · 680).
  expect(tableCsv(tables[0]).split('\n')).toEqual([
    'service,value,group,level,district_code,district_name,state,people,unsurveyed_people,unreachable_people,mean,p10,p90,p90_p10,gini,theil,palma',
    'elder-station,m2_per_person,people,all,all,,computed,127,128,0,5.354331,5,5,1,0.15887,0.125405,',
    'elder-station,m2_per_person,people,区,W,西岸,computed,15,0,0,8,0,15,Infinity,0.466667,0.628609,',
    'elder-station,m2_per_person,people,区,E,东岸,computed,112,0,0,5,5,5,1,0,0,',
    'elder-station,m2_per_person,people,区,X,无人区,no-people,0,0,0,,,,,,,',
    'elder-station,m2_per_person,people,区,outside 区,,not-surveyed,0,128,0,,,,,,,',
    '',
  ]);
});

it("adds up Theil's T in every column", () => {
  const [all, ...parts] = tables[1].rows.map((row) => row.slice(6).map(Number));
  for (const column of [0, 1, 2]) {
    expect(parts.reduce((sum, part) => sum + part[column], 0)).toBeCloseTo(all[column], 12);
  }
  expect(all[0] + all[1]).toBeCloseTo(all[2], 12);
});

it('writes the curve from corner to corner', () => {
  const points = tables[2].rows.map((row) => row.slice(3));
  expect([points[0], points[points.length - 1]]).toEqual([
    [0, 0],
    [1, 1],
  ]);
});

it('says its headers in both languages, and rows fit under them', () => {
  for (const table of tables) {
    for (const language of ['zh', 'en'] as const) {
      for (const words of tableHeader(table, sayIn(language))) expect(words).not.toContain('table.');
    }
    for (const row of table.rows) expect(row.length).toBe(table.columns.length);
  }
  expect(tableHeader(tables[1], sayIn('zh')).slice(-3)).toEqual(['单元内差异', '单元间差异', '合计']);
});
