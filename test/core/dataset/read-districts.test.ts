import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toDistricts } from '../../../src/core/dataset/read-districts.ts';
import { readFiles } from '../../../src/core/formats/registry.ts';
import { guessMapping } from '../../../src/core/table/guess.ts';
import { runSync } from '../../../src/core/task.ts';
import {
  codes,
  collection,
  feature,
  featureContent,
  square,
  tableContent,
  unusable,
} from '../../builders/files.ts';
import { describeWithData, inputFile, shapefileOf } from '../../shared-data.ts';

const MAPPING = { role: 'districts', code: 'code', name: 'name', level: 'level', parent: 'parent' } as const;

interface Place {
  code?: string;
  name?: string;
  level?: string;
  parent?: string;
  at: [number, number, number];
}

async function read(places: Place[]) {
  const blank = { code: '', name: '', level: '', parent: '' };
  const features = places.map(({ at, ...properties }) =>
    feature({ type: 'Polygon', coordinates: [square(...at)] }, { ...blank, ...properties }),
  );
  return runSync(toDistricts(await featureContent(collection(features)), MAPPING));
}

test('features that share level, code and name are one district of many rings', async () => {
  const { value, issues } = await read([
    { code: '1', name: 'a', at: [0, 0, 1] },
    { code: '2', name: 'b', at: [5, 0, 1] },
    { code: '1', name: 'a', at: [10, 0, 1] },
  ]);
  expect(value).toMatchObject({ count: 2, code: ['1', '2'], name: ['a', 'b'], levels: ['district'] });
  expect([...value.shapes.polygonStart]).toEqual([0, 2, 3]);
  expect(value.shapes.lng[4]).toBe(10);
  expect(issues).toMatchObject([
    { severity: 'note', code: 'district-merged', row: 1, values: { name: 'a', count: 2 } },
  ]);
});

test('unnamed features stay apart', async () => {
  const { value } = await read([{ at: [0, 0, 1] }, { at: [5, 0, 1] }]);
  expect(value.count).toBe(2);
});

test('parents by code, then by name; levels ordered by them', async () => {
  const { value } = await read([
    { code: '11', name: '甲社区', level: 'C', parent: '乙街道', at: [0, 0, 50] },
    { code: '1', name: '乙街道', level: 'B', parent: '100', at: [0, 0, 2] },
    { code: '100', name: '丙区', level: 'A', at: [0, 0, 1] },
  ]);
  expect(value.levels).toEqual(['A', 'B', 'C']);
  expect([...value.level]).toEqual([2, 1, 0]);
  expect([...value.parent]).toEqual([1, 2, -1]);
});

test('levels without parents are ordered by their words, else by area', async () => {
  const words = await read([
    { name: 'a', level: '社区', at: [0, 0, 9] },
    { name: 'b', level: '街道', at: [0, 0, 5] },
    { name: 'c', level: '区', at: [0, 0, 1] },
  ]);
  expect(words.value.levels).toEqual(['区', '街道', '社区']);
  const areas = await read([
    { name: 'a', level: 'x', at: [0, 0, 1] },
    { name: 'b', level: 'y', at: [0, 0, 9] },
  ]);
  expect(areas.value.levels).toEqual(['y', 'x']);
});

test('circles of parents end', async () => {
  const { value } = await read([
    { code: '1', name: 'a', level: 'A', parent: '2', at: [0, 0, 1] },
    { code: '2', name: 'b', level: 'B', parent: '1', at: [0, 0, 2] },
  ]);
  expect(value.levels).toEqual(['B', 'A']);
});

test('DataV parents are codes in JSON', async () => {
  const { value } = await read([
    { code: '310000', name: '上海', level: 'province', at: [0, 0, 9] },
    { code: '310101', name: '黄浦区', level: 'district', parent: '{"adcode":310000}', at: [0, 0, 1] },
  ]);
  expect([...value.parent]).toEqual([-1, 0]);
});

test('only polygons can be districts', async () => {
  const table = await tableContent('name,lng,lat\na,1,2\n');
  const issue = await unusable(() => runSync(toDistricts(table, { role: 'districts', name: 'name' })));
  expect(issue).toMatchObject({ code: 'districts-need-polygons', values: { kind: 'table' } });
});

describeWithData('real districts', '.', (folder) => {
  test('Shanghai: 17, from GeoJSON and from a GBK shapefile', async () => {
    const sources = [
      [inputFile(join(folder, 'shanghai', 'districts_17_pre2015_wgs84.geojson'))],
      shapefileOf(join(folder, 'import', 'shanghai_districts_gbk_dbf', '区县界_area')),
    ];
    for (const files of sources) {
      const { value: content } = await readFiles(files);
      const { mapping } = guessMapping(content);
      if (mapping.role !== 'districts') throw new Error(mapping.role);
      const { value } = runSync(toDistricts(content, mapping));
      expect(value.count).toBe(17);
      expect(value.name).toContain('黄浦区');
      expect(value.code).toContain('310101');
    }
  });

  test('Jakarta: two lakes share code 31888888, and it is said', async () => {
    const { value: content } = await readFiles(shapefileOf(join(folder, 'jakarta', 'BATAS_DESA_DKI')));
    const { value, issues } = runSync(
      toDistricts(content, { role: 'districts', code: 'KODE_DESA', name: 'DESA' }),
    );
    expect(value.code.filter((code) => code === '31888888').length).toBe(value.count - 267);
    expect(
      codes(issues).filter((code) => code === 'district-code-shared' || code === 'district-merged'),
    ).toHaveLength(1);
  });
});
