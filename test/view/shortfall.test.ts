import { describe, expect, it } from 'vitest';
import { resolveStandard } from '../../src/core/standards/resolved.ts';
import { rowWith, type StandardRow } from '../../src/core/standards/row.ts';
import { type Standard, standardOf } from '../../src/core/standards/standard.ts';
import { stateLegend, statesByDistrict } from '../../src/view/district-paint.ts';
import { plainSentence } from '../../src/view/finding.ts';
import {
  shortfallFinding,
  shortfallLines,
  shortfallSummary,
  standardFormula,
} from '../../src/view/shortfall-table.ts';
import { sayIn } from '../../src/view/words/index.ts';

const zh = sayIn('zh');
const standard = standardOf('cn14-elder-land-per-person') as Standard;
const said = { standard: resolveStandard(standard, { id: standard.id }), weaker: false };

/** What every row of this standard is held against. */
const goal = { target: 0.1, operator: '>=', unit: 'm2/person', shortfallUnit: 'm2' } as const;

const rows: StandardRow[] = [
  rowWith({
    ...goal,
    district: -1,
    level: 'all',
    state: 'short',
    numerator: 150,
    denominator: 3000,
    residents: 3000,
    value: 0.05,
    shortfall: 150,
    peopleConcerned: 3000,
    facilities: 2,
    unsurveyed: 1,
  }),
  rowWith({
    ...goal,
    district: 0,
    level: '街道',
    state: 'met',
    numerator: 150,
    denominator: 1000,
    residents: 1000,
    value: 0.15,
    shortfall: 0,
    peopleConcerned: 0,
    facilities: 1,
    unsurveyed: 0,
  }),
  rowWith({
    ...goal,
    district: 1,
    level: '街道',
    state: 'short',
    numerator: 0,
    denominator: 2000,
    residents: 2000,
    value: 0,
    shortfall: 200,
    peopleConcerned: 2000,
    facilities: 0,
    unsurveyed: 0,
  }),
  rowWith({
    ...goal,
    district: 2,
    level: '街道',
    state: 'not-surveyed',
    numerator: 0,
    denominator: 8,
    residents: 8,
    value: Number.NaN,
    shortfall: Number.NaN,
    peopleConcerned: 0,
    facilities: 1,
    unsurveyed: 1,
    missing: { reason: 'attribute', values: { attribute: 'landArea' } },
  }),
];
const districts = {
  name: ['甲', '乙', '丙'],
  code: ['1', '2', '3'],
  level: Int32Array.of(0, 0, 0),
  levels: ['街道'],
};

describe('shortfall', () => {
  const lines = shortfallLines(rows, '街道', districts, zh);

  it('counts what is judged, and never what is not surveyed', () => {
    expect(shortfallSummary(lines)).toEqual({ judged: 2, short: 1, missing: 200, people: 2000 });
  });

  it('finds in words', () => {
    const finding = shortfallFinding(rows[0], standard, shortfallSummary(lines), '街道', zh, 'zh');
    expect(plainSentence(finding)).toBe(
      '养老服务设施人均用地：全部区域为 0.050 m²/人，未达到 ≥ 0.1 m²/人，缺 150 m²，涉及 3,000 人；2 个街道中 1 个不足。',
    );
  });

  it('fills the numbers into the formula', () => {
    expect(standardFormula(rows[0], said, zh)).toContain('150 m² ÷ 3,000 人');
    expect(standardFormula(rows[1], said, zh)).toContain('150 m² ÷ 1,000 人');
    expect(standardFormula(rows[3], said, zh)).toContain('缺少“用地面积”一列');
  });
});

it('paints districts by state, each state with a look beside its colour', () => {
  expect(statesByDistrict(rows, '街道', 3)).toEqual(['met', 'short', 'not-surveyed']);
  const legend = stateLegend(rows, '街道', zh, 'zh');
  expect(legend.map((row) => row.look)).toEqual(['fill', 'hatch', 'outline']);
  expect(legend[1].amount).toBe('2,000 人');
});
