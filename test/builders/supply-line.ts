import type { Runner } from '../../src/core/project/load.ts';
import { Memo } from '../../src/core/project/memo.ts';
import type { ProjectSettings } from '../../src/core/project/project.ts';
import { Workspace } from '../../src/core/project/workspace.ts';
import { runSync } from '../../src/core/task.ts';
import { settingsWith, sourceOf, textFile } from './analysis.ts';

/** Metres of a degree of latitude on the sphere that distances are measured on. */
const DEGREE = (6_371_008.8 * Math.PI) / 180;

/** A position so many metres north of the start of the line. */
export function north(meters: number): string {
  return `120,${30 + meters / DEGREE}`;
}

/** A square district around the line, from so many metres to so many. */
function square(code: string, from: number, to: number) {
  const [south, top] = [30 + from / DEGREE, 30 + to / DEGREE];
  const ring = [
    [119.9, south],
    [120.1, south],
    [120.1, top],
    [119.9, top],
    [119.9, south],
  ];
  return {
    type: 'Feature',
    properties: { code, name: `${code}区`, level: '区' },
    geometry: { type: 'Polygon', coordinates: [ring] },
  };
}

/**
 * People along a line, judged where they stand, and kindergartens: `people` as "metres,total,0–2,3–5,6 and over", `facilities` as
 * "metres,places,site area,status". Districts D1 (−500 … 1,000 m) and D2 (1,000 … 3,000 m).
 */
export async function supplyLine(
  people: string[],
  facilities: string[],
  change: Partial<ProjectSettings> = {},
) {
  const place = (row: string) => {
    const [meters, ...rest] = row.split(',');
    return [north(Number(meters)), ...rest].join(',');
  };
  const table = people.map((row, k) => `p${k},${place(row)}`).join('\n');
  const listed = facilities.map((row, k) => `f${k},园${k},幼儿园,${place(row)}`).join('\n');
  const districts = {
    type: 'FeatureCollection',
    features: [square('D1', -500, 1000), square('D2', 1000, 3000)],
  };
  const sources = [
    await sourceOf(textFile('p.csv', `name,lng,lat,人口,0-2岁,3-5岁,6岁及以上\n${table}\n`), 'people', {
      crs: 'wgs84',
    }),
    await sourceOf(
      textFile('f.csv', `id,name,类型,lng,lat,学位数,用地面积,状态\n${listed}\n`),
      'facilities',
      { crs: 'wgs84', capacity: '学位数', landArea: '用地面积', status: '状态' },
    ),
    await sourceOf(textFile('d.geojson', JSON.stringify(districts)), 'districts'),
  ];
  const run: Runner = async (task) => runSync(task);
  const memo = new Memo();
  const settings = settingsWith({ resolution: 'points', standards: [], ...change });
  const workspace = new Workspace(run, memo);
  return {
    tools: { run, memo, workspace },
    settings,
    sources,
    prepared: await workspace.prepare(sources, settings),
  };
}
