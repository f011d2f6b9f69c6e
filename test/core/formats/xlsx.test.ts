import { expect, test } from 'vitest';
import { readXlsx } from '../../../src/core/formats/xlsx.ts';
import { runSync } from '../../../src/core/task.ts';
import { eachPercent, endsWell } from '../../builders/damage.ts';
import { codes, unusable } from '../../builders/files.ts';
import { type TestSheet, type WorkbookOptions, xlsxBytes, xlsxFile, zipOf } from '../../builders/xlsx.ts';

const read = (sheets: TestSheet[], options?: WorkbookOptions, sheet?: string) =>
  runSync(readXlsx(xlsxFile(sheets, options), sheet));

const PLAIN: TestSheet = {
  name: '设施',
  rows: [
    ['编号', '名称', '经度', '纬度', '床位'],
    ['00123', '静安 & <一>', 121.4737, 31.2304, 50],
    ['00124', '黄浦', 121.48, 31.22, null],
  ],
};
const PLAIN_ROWS = [
  ['00123', '静安 & <一>', '121.4737', '31.2304', '50'],
  ['00124', '黄浦', '121.48', '31.22', ''],
];

test.each([
  ['shared texts', {}],
  ['texts in the cells', { inline: true }],
  ['no references', { withoutReferences: true }],
  ['a namespace prefix', { prefix: 'x' }],
] as [string, WorkbookOptions][])('a table comes back cell by cell: %s', (_, options) => {
  const { value, issues, sheet } = read([PLAIN], options);
  expect(value.header).toEqual(['编号', '名称', '经度', '纬度', '床位']);
  expect(value.rows).toEqual(PLAIN_ROWS);
  expect([...value.rowNumbers]).toEqual([2, 3]);
  expect(sheet).toBe('设施');
  expect(issues).toEqual([]);
});

test('numbers are the text the workbook shows: zeros, percent, dates, binary accidents', () => {
  const formats = [
    '00000',
    '0.0%',
    'yyyy"年"m"月"d"日"',
    'yyyy-mm-dd hh:mm',
    'h:mm',
    '[Red]#,##0.00_);General',
  ];
  const styled = (value: number, style: number) => ({ value, style });
  const rows = [
    ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'],
    [
      styled(123, 1),
      styled(0.355, 2),
      styled(45_000, 3),
      styled(45_000.75, 4),
      styled(0.5, 5),
      styled(1234.5678, 6),
      121.47370000000001,
      310_101_199_001_011,
      0.0000001,
    ],
  ];
  expect(read([{ name: 's', rows }], { formats }).value.rows[0]).toEqual([
    '00123',
    '35.5%',
    '2023-03-15',
    '2023-03-15 18:00:00',
    '12:00:00',
    '1234.5678',
    '121.4737',
    '310101199001011',
    '0.0000001',
  ]);
});

test('days are counted from 1900, with its day that never was, or from 1904', () => {
  const rows = [
    ['name', 'date'],
    ['a', { value: 1, style: 1 }],
    ['b', { value: 61, style: 1 }],
  ];
  const dates = (countsFrom1904: boolean) =>
    read([{ name: 's', rows }], { formats: ['yyyy/m/d'], countsFrom1904 }).value.rows.map((row) => row[1]);
  expect(dates(false)).toEqual(['1900-01-01', '1900-03-01']);
  expect(dates(true)).toEqual(['1904-01-02', '1904-03-02']);
});

test('truth, errors, runs of text without their readings, escaped characters', () => {
  const cells =
    '<row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c><c r="B1" t="inlineStr"><is><t>x</t></is></c></row>' +
    '<row r="2"><c r="A2" t="inlineStr"><is><r><t>上</t></r><r><t>海</t></r><rPh sb="0" eb="1"><t>shang</t></rPh></is></c>' +
    '<c r="B2" t="b"><v>1</v></c></row>' +
    '<row r="3"><c r="A3" t="str"><f>"a"</f><v>a_x000D__x0041_</v></c><c r="B3" t="e"><v>#N/A</v></c></row>';
  const more = { 'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${cells}</sheetData></worksheet>` };
  expect(read([PLAIN], { more }).value.rows).toEqual([
    ['上海', 'TRUE'],
    ['aA', '#N/A'],
  ]);
});

test('of several sheets the first with a table is read, the rest are offered', () => {
  const cover = { name: '封面', rows: [['某区设施统计'], ['2023年']] };
  const secret = { name: '旧', rows: PLAIN.rows, state: 'hidden' as const };
  const empty = { name: '空', rows: [] };
  const people = {
    name: '人口',
    rows: [
      ['街道', '人口'],
      ['甲', 5],
    ],
  };
  const sheets = [secret, empty, cover, PLAIN, people];
  const first = read(sheets);
  expect(first.sheet).toBe('设施');
  expect(first.sheets).toEqual(['空', '封面', '设施', '人口', '旧']);
  expect(first.issues).toMatchObject([
    { severity: 'note', code: 'sheet-chosen', values: { used: '设施', count: 5 } },
  ]);
  const asked = read(sheets, {}, '人口');
  expect(asked.value.rows).toEqual([['甲', '5']]);
  expect(asked.issues).toEqual([]);
});

test('a sheet that is not there is named', async () => {
  const issue = await unusable(() => read([PLAIN], {}, '没有'));
  expect(issue).toMatchObject({ code: 'sheet-missing', values: { sheet: '没有', names: '设施' } });
});

test('title, two header lines with merged cells, districts merged downwards, totals, empty columns', () => {
  const rows = [
    ['某区养老设施一览表', null, null, null, null, null],
    ['所属街道', '名称', '规模', null, '位置', null],
    [null, null, '床位', '用地面积', '经度', '纬度'],
    ['南京东路', '甲', 10, '1,200㎡', 121.47, 31.23],
    [null, '乙', 20, '2亩', 121.48, 31.24],
    ['外滩', '丙', 30, 500, 121.49, 31.25],
    ['合计', null, 60, 3033, null, null],
    ['注：数据截至2023年底'],
  ];
  const merges = ['A1:F1', 'A2:A3', 'B2:B3', 'C2:D2', 'E2:F2', 'A4:A5'];
  const { value, issues } = read([{ name: 's', rows, merges }]);
  expect(value.header).toEqual(['所属街道', '名称', '规模 床位', '规模 用地面积', '位置 经度', '位置 纬度']);
  expect(value.rows.map((row) => row[0])).toEqual(['南京东路', '南京东路', '外滩']);
  expect([...value.rowNumbers]).toEqual([4, 5, 6]);
  expect(value.leftOut?.map(({ row, code }) => [row, code])).toEqual([
    [7, 'totals-row-skipped'],
    [8, 'footnote-skipped'],
  ]);
  expect(codes(issues).sort()).toEqual([
    'csv-title-skipped',
    'footnote-skipped',
    'header-lines-joined',
    'merged-cells-filled',
    'totals-row-skipped',
  ]);
});

test('a name like __proto__ is a column', () => {
  const rows = [
    ['__proto__', 'constructor'],
    ['a', 'b'],
  ];
  const { value } = read([{ name: '__proto__', rows }]);
  expect(value.header).toEqual(['__proto__', 'constructor']);
  expect(value.rows).toEqual([['a', 'b']]);
});

test('what is no workbook is refused', async () => {
  const broken = (parts: Record<string, string>) =>
    unusable(() => runSync(readXlsx({ name: 'a.xlsx', bytes: zipOf(parts) })));
  expect((await broken({ 'a.txt': 'x' })).code).toBe('xlsx-unreadable');
  expect((await broken({ 'xl/workbook.xml': '<workbook/>' })).code).toBe('xlsx-no-sheets');
  expect((await unusable(() => read([{ name: 'leer', rows: [] }]))).code).toBe('file-empty');
});

test('a sheet that unpacks beyond the limit is stopped while it unpacks, whatever it declares', async () => {
  const bomb = xlsxBytes([PLAIN], {
    more: { 'xl/worksheets/sheet1.xml': `<worksheet>${' '.repeat(20_000_000)}</worksheet>` },
  });
  expect(bomb.length).toBeLessThan(40_000);
  const view = new DataView(bomb.buffer);
  for (let i = 0; i + 4 < bomb.length; i++)
    if (view.getUint32(i, true) === 0x02014b50) view.setUint32(i + 24, 1000, true);
  const issue = await unusable(() =>
    runSync(readXlsx({ name: 'bomb.xlsx', bytes: bomb }, undefined, 5_000_000)),
  );
  expect(issue).toMatchObject({ code: 'zip-too-large', values: { megabytes: 5 } });
});

test('a document type is refused: entities that unfold themselves hide there', async () => {
  const laughs = '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><worksheet>&b;</worksheet>';
  const issue = await unusable(() => read([PLAIN], { more: { 'xl/worksheets/sheet1.xml': laughs } }));
  expect(issue.code).toBe('xml-doctype');
});

test('one cell at the far right of every row does not fill the memory', async () => {
  const row = (r: number) => `<row r="${r}"><c r="XFD${r}"><v>1</v></c></row>`;
  const lines = Array.from({ length: 1300 }, (_, i) => row(i + 1)).join('');
  const more = { 'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${lines}</sheetData></worksheet>` };
  expect((await unusable(() => read([PLAIN], { more }))).code).toBe('table-too-large');
});

test('cut off at every percent it ends well', async () => {
  await eachPercent(xlsxBytes([PLAIN]), (bytes) => endsWell([{ name: 'cut.xlsx', bytes }]));
});
