import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { readCsv } from '../../../src/core/formats/csv.ts';
import { runSync } from '../../../src/core/task.ts';
import { codes, textFile, unusable } from '../../builders/files.ts';
import { describeWithData, inputFile } from '../../shared-data.ts';

const read = (text: string) => runSync(readCsv(textFile('t.csv', text)));

test('rows are numbered as a spreadsheet counts records, line breaks in quotes included', () => {
  const { value } = read('a,b\n"one\ntwo",2\n\n3,4\n\n\n');
  expect(value.rows).toEqual([
    ['one\ntwo', '2'],
    ['3', '4'],
  ]);
  expect([...value.rowNumbers]).toEqual([2, 4]);
});

test('a title above the header is skipped and named', () => {
  const { value, issues } = read('2020年幼儿园统计表,,\n名称,经度,纬度\n甲,121,31\n');
  expect(value.header).toEqual(['名称', '经度', '纬度']);
  expect([...value.rowNumbers]).toEqual([3]);
  expect(issues).toEqual([
    {
      severity: 'note',
      code: 'csv-title-skipped',
      file: 't.csv',
      row: 1,
      values: { text: '2020年幼儿园统计表' },
    },
  ]);
});

test.each([',', '\t', ';', '|'])('the delimiter %j is found', (delimiter) => {
  const { value } = read(
    `${['name', 'type', 'lat'].join(delimiter)}\r\n${['甲', '学校', '31.2'].join(delimiter)}`,
  );
  expect(value).toMatchObject({ delimiter, header: ['name', 'type', 'lat'], rows: [['甲', '学校', '31.2']] });
});

test('types joined by ; inside a comma file do not win', () => {
  const { value } = read('name,type,lat\n甲,教育;学校;幼儿园,31\n乙,教育;学校;小学,32\n');
  expect(value.delimiter).toBe(',');
});

test('header names are unique and none is lost', () => {
  const { value } = read('name,name,,__proto__,constructor\n1,2,3,4,5\n');
  expect(value.header).toEqual(['name', 'name (2)', 'column 3', '__proto__', 'constructor']);
  expect(value.rows[0]).toEqual(['1', '2', '3', '4', '5']);
});

test('short rows are padded; longer ones are cut and named', () => {
  const { value, issues } = read('a,b,c\n1\n1,2,3,extra\n1,2,3,,\n');
  expect(value.rows).toEqual([
    ['1', '', ''],
    ['1', '2', '3'],
    ['1', '2', '3'],
  ]);
  expect(issues).toMatchObject([{ code: 'row-too-long', row: 3, values: { text: 'extra' } }]);
});

test('a file of numbers only has no header, and keeps its first row', () => {
  const { value, issues } = read('121.4,31.2\n121.5,31.3\n');
  expect(value.header).toEqual(['column 1', 'column 2']);
  expect([...value.rowNumbers]).toEqual([1, 2]);
  expect(codes(issues)).toEqual(['header-missing']);
});

test('an unclosed quote is an error with its row', () => {
  const { issues } = read('a,b\n1,2\n3,"four\n5,6\n');
  expect(issues).toMatchObject([{ severity: 'error', code: 'csv-quote-unclosed', row: 3 }]);
});

test('old Macintosh line ends', () => {
  expect(read('a,b\r1,2\r').value.rows).toEqual([['1', '2']]);
});

test.each([
  ['file-empty', ''],
  ['file-empty', ' \n \n'],
  ['table-no-rows', 'name,lat,lng\n'],
])('%s', async (code, text) => {
  expect((await unusable(() => read(text))).code).toBe(code);
});

test('what a CSV writer wrote comes back, cell by cell', () => {
  const cell = fc
    .string({ unit: 'grapheme' })
    .filter((text) => !/\p{Surrogate}/u.test(text) && !/[\0\r\ufeff]/.test(text));
  const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(rows, (cells) => {
      const numbered = cells.map((row, i) => [`row ${i}`, ...row]);
      const text = Papa.unparse([['id', 'x', 'y', 'z'], ...numbered], { quotes: true });
      expect(read(text).value.rows).toEqual(numbered);
    }),
  );
});

test('slices make no difference: three million characters with quotes and line breaks', () => {
  const rows = Array.from({ length: 60_000 }, (_, i) => [`${i}`, `名称 "${i}"\n第二行`, 'x'.repeat(i % 40)]);
  const { value, issues } = read(Papa.unparse([['id', 'name', 'fill'], ...rows]));
  expect(issues).toEqual([]);
  expect(value.rows.length).toBe(rows.length);
  expect(value.rows[59_999]).toEqual(rows[59_999]);
});

describeWithData('csv-spectrum', 'import/csv-spectrum', (folder) => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.csv'));
  test.each(names)('%s', (name) => {
    const { value } = runSync(readCsv(inputFile(join(folder, name))));
    const expected: Record<string, string>[] = JSON.parse(
      readFileSync(join(folder, 'json', name.replace('.csv', '.json')), 'utf8'),
    );
    expect(value.rows.map((row) => Object.fromEntries(value.header.map((h, i) => [h, row[i]])))).toEqual(
      expected,
    );
  });
});
