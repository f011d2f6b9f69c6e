import { expect, it } from 'vitest';
import { cleanRows } from '../../../src/core/review/clean.ts';
import { reviewRows } from '../../../src/core/review/registry.ts';
import { runSync } from '../../../src/core/task.ts';
import { cleanWords } from '../../../src/view/review-words.ts';
import { sayIn } from '../../../src/view/words/index.ts';
import { dirtyFile } from '../../builders/dirty-file.ts';
import { textFile } from '../../builders/files.ts';
import { districtsOf, rowsOf, sampleFile } from './sample.ts';

const words = cleanWords(sayIn('zh'));

async function cleaned(text: string, options = {}) {
  const { content, mapping } = await rowsOf(textFile('幼儿园.csv', text));
  const { subject, findings } = runSync(reviewRows(content, mapping));
  return cleanRows(subject, findings, words, options);
}

it('puts each row into one table, swapped ones set right and the original columns kept', async () => {
  const text =
    '名称,经度,纬度,学位\n甲幼儿园,121.47,31.23,30\n乙幼儿园,31.24,121.48,30\n丙幼儿园,,,30\n丁幼儿园(暂停营业),121.46,31.22,30\n甲幼儿园,121.4701,31.23,40\n';
  const { header, rows, rejectedHeader, rejected } = await cleaned(text);
  expect(header).toEqual(['名称', '经度', '纬度', '学位', 'lng_wgs84', 'lat_wgs84', 'note']);
  expect(rows.map((row) => row.slice(0, 6))).toEqual([
    ['甲幼儿园', '121.47', '31.23', '30', '121.47', '31.23'],
    ['乙幼儿园', '31.24', '121.48', '30', '121.48', '31.24'],
  ]);
  expect(rows[1][6]).toContain('写反');
  expect(rejectedHeader.slice(4)).toEqual(['原行号', '原因']);
  expect(rejected.map((row) => row[4])).toEqual(['4', '5', '6']);
  expect(rejected[0][5]).toBe('“丙幼儿园”没有坐标。');
});

it('keeps duplicates when asked', async () => {
  const text = '名称,经度,纬度\n甲幼儿园,121.47,31.23\n甲幼儿园,121.4701,31.23\n甲幼儿园,121.47,31.23\n';
  expect((await cleaned(text)).rows).toHaveLength(1);
  expect((await cleaned(text, { keepDuplicates: true })).rows).toHaveLength(3);
});

it('never merges a row into one that is left out', async () => {
  // The gate belongs to a place that is closed: it stays with a note for a person, and is not lost with it.
  const text = '名称,经度,纬度\n甲幼儿园(已停办),121.47,31.23\n甲幼儿园(东门),121.4701,31.23\n';
  const { rows, rejected } = await cleaned(text);
  expect(rows.map(([name]) => name)).toEqual(['甲幼儿园(东门)']);
  expect(rejected).toHaveLength(1);
  expect(rows[0][5]).not.toContain('已处理');
});

it('keeps all rows when all are bad', async () => {
  const { rows, rejected } = await cleaned('名称,经度,纬度\n甲,0,0\n乙,0,0\n');
  expect([rows.length, rejected.length]).toEqual([0, 2]);
});

it('leaves no fault that it could mend', async () => {
  const districts = await districtsOf(sampleFile('districts.geojson'));
  const { file } = dirtyFile(11);
  const { content, mapping } = await rowsOf(file);
  const { subject, findings } = runSync(reviewRows(content, mapping, { districts }));
  const first = cleanRows(subject, findings, words);
  expect(first.rows.length + first.rejected.length).toBe(subject.count);
  const table = {
    ...content.table,
    header: first.header,
    rows: first.rows,
    rowNumbers: Int32Array.from(first.rows, (_, i) => i + 2),
  };
  const again = { ...mapping, lng: 'lng_wgs84', lat: 'lat_wgs84' };
  const second = runSync(reviewRows({ kind: 'table', format: 'csv', table }, again, { districts }));
  const left = second.findings.filter(
    ({ fixes, severity }) => severity !== 'note' && fixes.some((fix) => fix.byDefault),
  );
  expect(left).toEqual([]);
});
