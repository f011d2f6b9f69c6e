import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cleanRows } from '../../../src/core/review/clean.ts';
import { reviewRows, summaryByKind } from '../../../src/core/review/registry.ts';
import { runSync } from '../../../src/core/task.ts';
import { cleanWords } from '../../../src/view/review-words.ts';
import { sayIn } from '../../../src/view/words/index.ts';
import { describeWithData, inputFile } from '../../shared-data.ts';
import { districtsOf, rowsOf } from './sample.ts';

describeWithData('the dirt of Shanghai', 'shanghai', (folder) => {
  const review = async (name: string) => {
    const districts = await districtsOf(inputFile(join(folder, 'districts_17_pre2015_wgs84.geojson')));
    const { content, mapping } = await rowsOf(inputFile(join(folder, name)));
    return runSync(reviewRows(content, mapping, { districts }));
  };

  it('is found among 7,513 medical places', async () => {
    const { findings, subject } = await review('shanghai_hospital.csv');
    const rowsOfKind = new Map(summaryByKind(findings).map(({ kind, rows }) => [kind, rows.length]));
    expect(rowsOfKind.get('address-placeholder')).toBe(302);
    const excluded = findings.filter(({ kind }) => kind === 'other-service');
    const type = (row: number) => subject.text(row - 2, subject.columns.type);
    const ofType = (word: string) =>
      excluded.filter(({ rows }) => type(rows[0]).startsWith(`医疗保健服务;${word}`)).length;
    expect(ofType('动物医疗场所')).toBe(381);
    expect(ofType('急救中心')).toBe(109);
    expect(rowsOfKind.get('several-types')).toBe(170);
    expect(findings.find(({ kind }) => kind === 'round-count-district')?.values).toEqual({
      count: 899,
      cap: 900,
      district: '浦东新区',
    });
    const renamed = findings.filter(({ kind }) => kind === 'district-renamed-polygon');
    expect(renamed.map(({ values }) => [values.old, values.now, values.count])).toEqual([
      ['闸北区', '静安区', 669],
      ['崇明县', '崇明区', 216],
    ]);
    // 229 rows stand where an earlier one stands; all but repeated names and a few library services are named.
    const shared = findings.filter(({ kind }) => kind === 'shared-position');
    expect(shared.reduce((sum, { rows }) => sum + rows.length - 1, 0)).toBeGreaterThan(190);
    expect(rowsOfKind.get('district-mismatch')).toBe(1);
  });

  it('loses no row in cleaning', async () => {
    const { findings, subject } = await review('shanghai_hospital.csv');
    const { rows, rejected } = cleanRows(subject, findings, cleanWords(sayIn('zh')));
    expect(rows.length + rejected.length).toBe(7513);
    expect(rejected.length).toBeGreaterThan(490);
    expect(rejected.length).toBeLessThan(560);
  });

  it('are gates and closed places among kindergartens', async () => {
    const { findings } = await review('幼儿园.csv');
    const names = (kind: string) =>
      findings.filter((one) => one.kind === kind).map(({ values }) => values.name);
    expect(names('gate')).toEqual([
      '徐汇艺术幼儿园(东门)',
      '上海闵行区阶梯吉美幼儿园(北1门)',
      '上海市闵行区罗阳河畔幼儿园(西南门)',
    ]);
    expect(names('not-open')).toHaveLength(10);
  });
});
