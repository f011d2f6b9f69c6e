import { expect, test } from 'vitest';
import { readFiles, recognise } from '../../../src/core/formats/registry.ts';
import { collection, feature, jsonFile, textFile, unusable } from '../../builders/files.ts';
import { part, shpBytes } from '../../builders/shapefile.ts';
import { xlsxBytes, zipOf } from '../../builders/xlsx.ts';

test.each([
  ['a.csv', 'a,b\n1,2', 'csv'],
  ['a.txt', 'a,b\n1,2', 'csv'],
  ['a.dat', 'a,b\n1,2', 'csv'],
  ['a.csv', ' {"type":"Point","coordinates":[1,2]}', 'geojson'],
  ['a.json', '[]', 'geojson'],
  ['a', 'II*\0', 'geotiff'],
  ['a.tif', '', 'geotiff'],
  ['a.zip', 'PK\u0003\u0004', 'shapefile'],
  ['a.prj', 'GEOGCS[]', 'shapefile'],
  ['a.xlsx', 'PK\u0003\u0004', 'xlsx'],
  ['a.kmz', 'PK\u0003\u0004', 'kml'],
  ['a.docx', 'PK\u0003\u0004', undefined],
  ['a.kml', '', 'kml'],
  ['a.xml', '<?xml version="1.0"?><kml xmlns="x">', 'kml'],
  ['a.dat', 'SQLite format 3\0', 'gpkg'],
  ['a.xls', '<html><table>', undefined],
  ['a.csv', '%PDF-1.4', undefined],
])('%s beginning with %j is %s', (name, text, id) => {
  expect(recognise(textFile(name, text))?.id).toBe(id);
});

test('progress is awaited between slices, and throwing stops the reading', async () => {
  const big = textFile('b.csv', `id,name\n${'1,一二三四五六七八九十\n'.repeat(150_000)}`);
  const phases: string[] = [];
  const { value } = await readFiles([big], async (progress) => {
    phases.push(progress.phase);
  });
  expect(value.kind === 'table' && value.table.rows.length).toBe(150_000);
  expect(phases[0]).toBe('read-csv');
  const cancelled = readFiles([big], () => {
    throw new Error('cancelled');
  });
  await expect(cancelled).rejects.toThrow('cancelled');
});

test('several files are one source only as parts of a shapefile', async () => {
  const shp = part('a.shp', shpBytes([{ type: 'point', at: [1, 2] }]));
  expect((await readFiles([shp, part('a.cpg', 'UTF-8')])).value.kind).toBe('features');
  const issue = await unusable(() => readFiles([shp, textFile('b.csv', 'a,b\n1,2')]));
  expect(issue).toMatchObject({ code: 'files-not-one-source', values: { names: 'a.shp, b.csv' } });
});

test.each([
  ['empty.csv', '', 'file-empty'],
  ['empty.tif', '', 'file-empty'],
  ['book.xlsx', 'PK\u0003\u0004', 'zip-unreadable'],
  ['letter.docx', 'PK\u0003\u0004', 'file-binary'],
  ['export.xls', '<html><body><table><tr><td>a</td></tr></table>', 'file-web-page'],
  ['export.xls', '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>', 'file-web-page'],
  ['scan.csv', '%PDF-1.4', 'file-binary'],
])('%s is refused', async (name, text, code) => {
  expect((await unusable(() => readFiles([textFile(name, text)]))).code).toBe(code);
});

test('what a file holds counts for more than its name', async () => {
  const book = xlsxBytes([
    {
      name: 's',
      rows: [
        ['a', 'b'],
        [1, 2],
      ],
    },
  ]);
  expect(recognise({ name: 'a.csv', bytes: book })?.id).toBe('xlsx');
  expect(recognise({ name: 'a.zip', bytes: zipOf({ 'in/doc.kml': '' }) })?.id).toBe('kml');
  expect(recognise({ name: 'a.xlsx', bytes: zipOf({ 'in/a.SHP': '' }) })?.id).toBe('shapefile');
  const old = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
  expect((await unusable(() => readFiles([{ name: 'a.xls', bytes: old }]))).code).toBe('file-old-excel');
});

test('the issues of left-out features are handed on', async () => {
  const file = jsonFile(
    'f.geojson',
    collection([feature({ type: 'Point', coordinates: [1, 2] }), feature(null)]),
  );
  expect((await readFiles([file])).issues).toMatchObject([
    { code: 'geometry-missing', row: 2, file: 'f.geojson' },
  ]);
});
