import { expect, test } from 'vitest';
import { assembleTable } from '../../../src/core/table/assemble.ts';
import { codes, unusable } from '../../builders/files.ts';

const read = (...lines: string[]) => {
  const { value, issues } = assembleTable({ cells: lines.map((line) => line.split(',')) }, 't');
  return { ...value, issues, notes: codes(issues) };
};

test('a title with its unit above the header is skipped: two cells over a table of six', () => {
  const { header, rows, issues } = read(
    '2023年养老设施一览,,,,,单位：人',
    '编号,名称,经度,纬度,床位,备注',
    '1,甲,121.4,31.2,50,',
    '2,乙,121.5,31.3,60,',
  );
  expect(header).toEqual(['编号', '名称', '经度', '纬度', '床位', '备注']);
  expect(rows.length).toBe(2);
  expect(issues).toMatchObject([
    { code: 'csv-title-skipped', row: 1, values: { text: '2023年养老设施一览 单位：人' } },
  ]);
});

test('a sparse first line of a table of words stays the header', () => {
  expect(read('id,name', '1,甲,a,b,c,d', '2,乙,a,b,c,d').header).toEqual(['id', 'name']);
});

test('two lines of header without merged cells: groups over gaps, numbers below', () => {
  const { header, rows, notes } = read(
    '名称,规模,,位置,,备注',
    ',床位,用地面积,经度,纬度,',
    '甲,50,1200,121.4,31.2,无',
    '乙,60,1300,121.5,31.3,',
  );
  expect(header).toEqual(['名称', '规模 床位', '规模 用地面积', '位置 经度', '位置 纬度', '备注']);
  expect(rows.length).toBe(2);
  expect(notes).toEqual(['header-lines-joined']);
});

test('a first row of words under a header with a gap is data, not header', () => {
  const { header, rows } = read('名称,,备注', '甲,幼儿园,好', '乙,小学,不详');
  expect(header).toEqual(['名称', 'column 2', '备注']);
  expect(rows.length).toBe(2);
});

test.each([
  ['合计,,110', '合计'],
  ['合 计,,110', 'with a blank'],
  ['总计：,—,110', 'with a colon'],
  [',全区合计,110人', 'in the second column'],
  ['Total,,110', 'English'],
])('%j at the bottom holds totals (%s)', (line) => {
  const { rows, leftOut, notes } = read('街道,名称,床位', 'a,甲,50', 'b,乙,60', line);
  expect(rows.length).toBe(2);
  expect(leftOut).toEqual([{ row: 4, code: 'totals-row-skipped', cells: line.split(',') }]);
  expect(notes).toEqual(['totals-row-skipped']);
});

test('subtotals between the rows are left out as well', () => {
  const { rows, leftOut } = read('街道,床位', 'a,50', '小计,50', 'b,60', '小计,60', '合计,110');
  expect(rows.map(([name]) => name)).toEqual(['a', 'b']);
  expect(leftOut?.map(({ row }) => row)).toEqual([3, 5, 6]);
});

test.each([
  ['Total,121.4,31.2', 'a petrol station among others'],
  ['合计楼幼儿园,1,2', 'a name that begins so'],
  ['合计,好,2', 'words beside it'],
])('%j in the middle is data: %s', (line) => {
  expect(read('name,x,y', line, 'b,1,2').rows.length).toBe(2);
});

test('remarks at the bottom and a header printed again are left out and named', () => {
  const { rows, notes, leftOut } = read(
    '名称,床位',
    '甲,50',
    '名称,床位',
    '乙,60',
    '',
    '注：数据截至2023年底,',
    '填表人：王某,审核：李某',
  );
  expect(rows).toEqual([
    ['甲', '50'],
    ['乙', '60'],
  ]);
  expect(notes).toEqual(['header-repeated', 'footnote-skipped', 'footnote-skipped']);
  expect(leftOut?.map(({ row }) => row)).toEqual([3, 6, 7]);
});

test('columns without name and cells are dropped, the others keep their number', () => {
  const { header, rows } = read('名称,,,床位,', '甲,,x,50,', '乙,,y,60,');
  expect(header).toEqual(['名称', 'column 3', '床位']);
  expect(rows[0]).toEqual(['甲', 'x', '50']);
});

test('a word merged over several rows is said of each; a number is not repeated', () => {
  const cells = [
    ['区', '人口', '名称'],
    ['黄浦', '100', '甲'],
    ['', '', '乙'],
  ];
  const merges = [
    { row: 2, column: 0, rows: 2, columns: 1 },
    { row: 2, column: 1, rows: 2, columns: 1 },
  ];
  const { value, issues } = assembleTable({ cells, merges }, 't');
  expect(value.rows[1]).toEqual(['黄浦', '', '乙']);
  expect(issues).toMatchObject([{ code: 'merged-cells-filled', values: { count: 1 } }]);
});

test('a line of a million commas over many rows is refused before it fills the memory', async () => {
  const cells = [
    Array.from({ length: 1_000_000 }, (_, i) => `c${i}`),
    ...Array.from({ length: 300 }, () => ['1']),
  ];
  expect((await unusable(() => assembleTable({ cells }, 't'))).code).toBe('table-too-large');
});
