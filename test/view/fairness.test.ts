import { expect, it } from 'vitest';
import { type FairnessQuestion, fairnessOf } from '../../src/core/project/fairness.ts';
import {
  fairnessCurves,
  fairnessFinding,
  fairnessIndices,
  fairnessLeftOut,
  lorenzText,
  wholeAreaFairness,
} from '../../src/view/fairness-finding.ts';
import { fairnessByDistrict, fairnessByGroup } from '../../src/view/fairness-table.ts';
import { plainSentence } from '../../src/view/finding.ts';
import { sayIn } from '../../src/view/words/index.ts';
import { supplyLine } from '../builders/supply-line.ts';

const zh = sayIn('zh');
const LEVEL = { id: '区', name: '区' };

async function answered(
  value: FairnessQuestion['value'],
  people = ['100,300,10,30,260', '340,400,10,40,350', '2000,50,5,5,40'],
) {
  const { tools, prepared, settings } = await supplyLine(people, ['0,30,300,运营', '200,40,400,运营']);
  const answer = await fairnessOf(tools, prepared, settings, {
    service: 'kindergarten',
    group: 'age_3_5',
    limit: { meters: 150 },
    reading: 'straight',
    value,
    supply: 'places',
    kernel: { method: '2sfca', decay: 'step' },
  });
  const row = answer && wholeAreaFairness(answer);
  if (!answer || !row) throw new Error('no answer');
  return { answer, row, prepared };
}

it('says both ends and the coefficient', async () => {
  const { answer, row } = await answered('distance');
  expect(plainSentence(fairnessFinding(row, answer.question, 1.3, zh, 'zh'))).toBe(
    `3–5 岁儿童 75 人到最近幼儿园的距离（直线距离）：最近的十分之一不超过 100 米，最远的十分之一在 140 米以上；基尼系数 ${row.gini.toFixed(2)}。`,
  );
});

it('explains every index in a sentence; without incomes there is no Palma ratio', async () => {
  const { answer, row } = await answered('supply');
  const lines = fairnessIndices(row, answer, LEVEL, zh, 'zh');
  expect(lines.map((line) => line.id)).toEqual(['gini', 'p90p10', 'theil', 'between']);
  expect(lines[0].value).toBe('0.30');
  // (11/7) / (4/7).
  expect(lines[1].value).toBe('2.75');
  for (const line of lines) expect(line.explain).toMatch(/。$/);
});

it('says when the tenth with least has nothing, and who is left out', async () => {
  const { answer, row } = await answered('supply', ['100,300,10,30,260', '2000,50,5,50,40']);
  expect(plainSentence(fairnessFinding(row, answer.question, 1.3, zh, 'zh'))).toContain('一个也没有（0）');
  expect(fairnessIndices(row, answer, LEVEL, zh, 'zh')[1].value).toBe('无法相除');
  expect(fairnessLeftOut(row, zh, 'zh')).toBeUndefined();
  expect(fairnessLeftOut({ ...row, unreachablePeople: 3 }, zh, 'zh')).toContain('3 人不可达');
});

it('a state stands in place of figures', async () => {
  const { answer, row } = await answered('supply');
  for (const state of ['no-people', 'not-surveyed', 'unreachable', 'nothing'] as const) {
    const text = plainSentence(fairnessFinding({ ...row, state }, answer.question, 1.3, zh, 'zh'));
    expect(text).not.toMatch(/基尼|\{\{|fairness\./);
  }
});

it('draws the group and everybody, and says which line is whose', async () => {
  const { answer } = await answered('distance');
  expect(fairnessCurves(answer).map((curve) => curve.group)).toEqual(['age_3_5', 'people']);
  expect(lorenzText(answer, zh, 'zh')).toMatch(/实线：3–5 岁儿童；虚线：常住人口；直线：完全均等。$/);
});

it('has a line a district and a line a group', async () => {
  const { answer, prepared } = await answered('distance');
  const districts = fairnessByDistrict(answer, '区', prepared.loaded.districts, zh);
  expect(districts.map((line) => [line.name, line.people])).toEqual([
    ['D1区', 70],
    ['D2区', 5],
  ]);
  const groups = fairnessByGroup(answer, zh);
  expect(groups.map((line) => line.district)).toEqual([0, 1, 2, 3]);
  expect(groups[1].name).toBe('常住人口');
});
