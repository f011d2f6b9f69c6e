import { expect, it } from 'vitest';
import { WHOLE_AREA } from '../../../src/core/analysis/coverage.ts';
import { type FairnessQuestion, fairnessOf, groupsCompared } from '../../../src/core/project/fairness.ts';
import { supplyLine } from '../../builders/supply-line.ts';

const PEOPLE = ['100,300,10,30,260', '340,400,10,40,350', '2000,50,5,5,40'];
const FACILITIES = ['0,30,300,运营', '200,40,400,运营'];

const QUESTION: FairnessQuestion = {
  service: 'kindergarten',
  group: 'age_3_5',
  limit: { meters: 150 },
  reading: 'straight',
  value: 'supply',
  supply: 'places',
  kernel: { method: '2sfca', decay: 'step' },
};

async function ask(change: Partial<FairnessQuestion>) {
  const { tools, prepared, settings } = await supplyLine(PEOPLE, FACILITIES);
  const answer = await fairnessOf(tools, prepared, settings, { ...QUESTION, ...change });
  if (!answer) throw new Error('no answer');
  const row = answer.fairness.rows.find((one) => one.group === 'age_3_5' && one.district === WHOLE_AREA);
  if (!row) throw new Error('no row');
  return { answer, row };
}

it('compares places per person: nobody is left out, those who have none count as 0', async () => {
  const { answer, row } = await ask({});
  // 0 (5 people), 4/7 (40), 11/7 (30): Σ w·w·|v − v| over pairs = 1,550; 1,550 / (75 · 70).
  expect(row.people).toBe(75);
  expect(row.gini).toBeCloseTo(1550 / (75 * 70), 12);
  expect(row.p10).toBeCloseTo(4 / 7, 12);
  expect(answer.fairness.splits[0].within + answer.fairness.splits[0].between).toBeCloseTo(row.theil, 12);
  // Of a supply only the group that it is for is compared.
  expect(new Set(answer.fairness.rows.map((one) => one.group))).toEqual(new Set(['age_3_5']));
});

it('compares distances of every group of people, with the factor of the reading', async () => {
  const straight = await ask({ value: 'distance' });
  expect(straight.row.mean).toBeCloseTo((30 * 100 + 40 * 140 + 5 * 1800) / 75, 6);
  expect(straight.answer.fairness.curves.map((curve) => curve.group)).toEqual([
    'age_3_5',
    'people',
    'age_0_2',
    'age_6_plus',
  ]);
  const detour = await ask({ value: 'distance', reading: 'detour' });
  expect(detour.row.mean).toBeCloseTo(straight.row.mean * 1.3, 6);
  expect(detour.row.gini).toBeCloseTo(straight.row.gini, 12);
});

it('compares the bands inside of the group where a supply is shared', () => {
  const columns = ['people', 'age_60_69', 'age_70_plus', 'age_0_14', 'dwellings'].map((id) => ({
    id,
    unit: 'people' as const,
    values: new Float64Array(1),
  }));
  expect(groupsCompared(columns, { group: 'age_60_plus', value: 'supply' })).toEqual([
    'age_60_plus',
    'age_60_69',
    'age_70_plus',
  ]);
  expect(groupsCompared(columns, { group: 'dwellings', value: 'distance' })).toEqual(['dwellings']);
});
