import { describe, expect, it } from 'vitest';
import type { CoverageRow } from '../../src/core/analysis/coverage.ts';
import { coverageFigures } from '../../src/view/coverage-figures.ts';
import { type CoverageQuestion, coverageFinding, wholeAreaRow } from '../../src/view/coverage-finding.ts';
import { coverageLines } from '../../src/view/coverage-table.ts';
import { plainSentence } from '../../src/view/finding.ts';
import { sayIn } from '../../src/view/words/index.ts';

const zh = sayIn('zh');
const en = sayIn('en');

const question: CoverageQuestion = {
  service: 'kindergarten',
  group: 'age_3_5',
  unit: 'people',
  limitMeters: 500,
  reading: 'straight',
  detourFactor: 1.3,
};

const row = (
  district: number,
  level: string,
  total: number,
  covered: number,
  method: 'straight' | 'detour',
) => ({
  district,
  level,
  method,
  limitMeters: 500,
  total,
  covered,
  share: total > 0 ? covered / total : Number.NaN,
});

const rows: CoverageRow[] = [
  row(-1, 'all', 21340, 16710, 'straight'),
  row(0, '街道', 100, 60, 'straight'),
  row(1, '街道', 0, 0, 'straight'),
  row(-2, '街道', 5, 0, 'straight'),
  row(-1, 'all', 21340, 10000, 'detour'),
];

const districts = {
  name: ['甲街道', '乙街道'],
  code: ['1', '2'],
  level: Int32Array.of(0, 0),
  levels: ['街道'],
};

describe('finding', () => {
  it('is one sentence with its denominator', () => {
    const whole = wholeAreaRow(rows, question);
    expect(whole && plainSentence(coverageFinding(whole, question, zh, 'zh'))).toBe(
      '3–5 岁儿童 21,340 人中，78.3% 在 500 米（直线距离）内有幼儿园；4,630 人没有。',
    );
    expect(whole && plainSentence(coverageFinding(whole, question, en, 'en'))).toBe(
      'Of 21,340 children aged 3–5, 78.3% are within 500 m (straight line) of the nearest kindergarten; 4,630 are not.',
    );
  });

  it('keeps its numbers apart, so that they can be pressed', () => {
    const figures = coverageFinding(rows[0], question, zh, 'zh').flatMap((part) => part.figure ?? []);
    expect(figures).toEqual(['total', 'share', 'uncovered']);
  });

  it('says so when nobody is left, and when nobody is there', () => {
    const all = { ...rows[0], covered: 21340, share: 1 };
    expect(plainSentence(coverageFinding(all, question, zh, 'zh'))).toContain('全部有幼儿园');
    const nobody = { ...rows[0], total: 0, covered: 0, share: Number.NaN };
    expect(plainSentence(coverageFinding(nobody, question, zh, 'zh'))).toContain('没有3–5 岁儿童');
  });

  it('names the reading it was measured by', () => {
    const detour = { ...question, reading: 'detour' as const };
    const whole = wholeAreaRow(rows, detour);
    expect(whole?.covered).toBe(10000);
    expect(whole && plainSentence(coverageFinding(whole, detour, zh, 'zh'))).toContain('直线距离 × 1.3');
  });
});

it('lists the districts of one level, and what lies outside of all', () => {
  const lines = coverageLines(rows, question, '街道', districts, zh);
  expect(lines.map((line) => line.name)).toEqual(['甲街道', '乙街道', '统计单元之外']);
  expect(lines[0]).toMatchObject({ total: 100, covered: 60, uncovered: 40, share: 0.6 });
  expect(lines[1].share).toBeNaN();
});

it('counts choices only by the straight line, which they were counted by', () => {
  const choice = { none: 1, one: 2, several: 3 };
  expect(coverageFigures(rows[0], choice, question, zh, 'zh')).toHaveLength(6);
  expect(coverageFigures(rows[0], choice, { ...question, reading: 'detour' }, zh, 'zh')).toHaveLength(3);
});
