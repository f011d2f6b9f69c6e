import { expect, it } from 'vitest';
import type { ProjectSettings } from '../../../src/core/project/project.ts';
import { Workspace } from '../../../src/core/project/workspace.ts';
import { resultTables } from '../../../src/core/report/result-tables.ts';
import { runSync } from '../../../src/core/task.ts';
import { sayIn } from '../../../src/view/words/index.ts';
import { analyse, settingsWith, sourceOf, textFile } from '../../builders/analysis.ts';
import { randomSource } from '../../builders/random.ts';

async function sources() {
  const random = randomSource(11);
  const at = () => `${(116.3 + 0.04 * random()).toFixed(6)},${(39.9 + 0.04 * random()).toFixed(6)}`;
  const people = Array.from(
    { length: 300 },
    (_, i) => `p${i},${at()},${Math.round(200 * random())},${Math.round(9 * random())}`,
  );
  const sites = Array.from(
    { length: 24 },
    (_, i) => `f${i},设施${i},${['幼儿园', '养老驿站', '小学'][i % 3]},${at()},${300 + i}`,
  );
  return [
    await sourceOf(
      textFile('设施.csv', ['id,name,type,lng,lat,用地面积', ...sites].join('\n')),
      'facilities',
    ),
    await sourceOf(textFile('人口.csv', ['id,lng,lat,常住人口,3-5岁', ...people].join('\n')), 'people'),
  ];
}

const asked = (limitMeters: number): Partial<ProjectSettings> => ({
  standards: [
    { id: 'gb50180-r-kindergarten', limitMeters },
    { id: 'cn14-elder-land-per-person', catchmentMeters: 1000 },
  ],
});

it('changes, with a limit of 300 m made 500 m, what depends on it and nothing else', async () => {
  const files = await sources();
  const tables = async (limit: number) => resultTables(await analyse(files, asked(limit)), sayIn('zh'));
  const [before, after] = [await tables(300), await tables(500)];
  const lines = (text: string, isOwn: boolean) =>
    text.split('\n').filter((line) => line.startsWith('gb50180-r-kindergarten') === isOwn);
  expect(lines(after['shortfalls.csv'], false)).toEqual(lines(before['shortfalls.csv'], false));
  for (const name of Object.keys(before).filter(
    (one) => one !== 'shortfalls.csv' && one !== 'summary.json',
  )) {
    expect(after[name], name).toBe(before[name]);
  }
  const own = [before, after].map((one) => lines(one['shortfalls.csv'], true)[0]);
  expect(own[0]).toContain('300 米');
  expect(own[1]).toContain('500 米');
  expect(own[1]).toContain('数值低于原标准');
  expect(own[0]).not.toContain('数值低于原标准');
  const value = (line: string) => Number(line.split(',')[5]);
  expect(value(own[1])).toBeGreaterThan(value(own[0]));
});

it('judges nothing anew when another standard or another limit changes', async () => {
  let tasks = 0;
  const workspace = new Workspace(async (task) => {
    tasks++;
    return runSync(task);
  });
  const settings = settingsWith(asked(300));
  const prepared = await workspace.prepare(await sources(), settings);
  await workspace.standards(prepared, settings);
  const first = tasks;
  await workspace.standards(prepared, { ...settings, limits: { kindergarten: [400] } });
  expect(tasks).toBe(first);
  await workspace.standards(prepared, { ...settings, ...asked(500) });
  expect(tasks).toBe(first + 1);
});
