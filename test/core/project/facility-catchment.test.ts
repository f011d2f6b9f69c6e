import { expect, it } from 'vitest';
import { facilityCatchment } from '../../../src/core/project/facility-catchment.ts';
import type { Runner } from '../../../src/core/project/load.ts';
import { Memo } from '../../../src/core/project/memo.ts';
import { Workspace } from '../../../src/core/project/workspace.ts';
import { runSync } from '../../../src/core/task.ts';
import { settingsWith, sourceOf, textFile } from '../../builders/analysis.ts';
import { townGeoJson } from '../../builders/town.ts';
import { at } from '../../worlds/river-town.ts';

const row = (name: string, place: string | [number, number], rest: string) =>
  `${name},${at(place).join(',')},${rest}`;

/** People in powers of two at the corners of the town with the river; two kindergartens on the north bank, at f and h. */
async function town() {
  const people = [
    row('A', 'a', '1,16'),
    row('B', 'b', '2,32'),
    row('E', 'e', '4,64'),
    row('G', 'g', '8,128'),
  ];
  const facilities = [row('F,幼儿园甲', 'f', '幼儿园'), row('H,幼儿园乙', 'h', '幼儿园')];
  return [
    await sourceOf(textFile('p.csv', `name,lng,lat,人口,3-5岁\n${people.join('\n')}\n`), 'people', {
      crs: 'wgs84',
    }),
    await sourceOf(textFile('f.csv', `id,name,lng,lat,类型\n${facilities.join('\n')}\n`), 'facilities', {
      crs: 'wgs84',
    }),
    { files: [townGeoJson()], mapping: { role: 'streets' as const } },
  ];
}

it('counts the whole catchment of a facility by group and method, and those it is nearest for', async () => {
  const run: Runner = async (task) => runSync(task);
  const memo = new Memo();
  const workspace = new Workspace(run, memo);
  const settings = settingsWith({ resolution: 'points', detourFactor: 1.3, standards: [] });
  const prepared = await workspace.prepare(await town(), settings);
  const question = { facility: 0, group: 'people', limits: [{ meters: 150 }, { meters: 210 }] };
  const answers = await facilityCatchment({ workspace, run, memo }, prepared, settings, question);
  const people = answers.map(({ method, groups }) => {
    const own = groups.find((one) => one.group === 'people');
    return [method, own?.within, own?.nearest];
  });
  // f by line: b 100 m, e 100, g 100, a 141. On foot: e 100, g 100, a 200 over the bridge, b 300. g lies between f and h: the tie goes to f.
  expect(people).toEqual([
    ['straight', [15, 15], [15, 15]],
    ['detour', [14, 15], [14, 15]],
    ['network', [12, 13], [12, 13]],
  ]);
  const children = answers[2].groups.find((one) => one.group === 'age_3_5');
  expect(children?.within).toEqual([192, 208]);
  const other = await facilityCatchment({ workspace, run, memo }, prepared, settings, {
    ...question,
    facility: 1,
  });
  // h reaches g as well, for whom it is not the nearest.
  expect(other[2].groups[0]).toMatchObject({ within: [8, 8], nearest: [0, 0] });
});
