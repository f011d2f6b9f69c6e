import { describe, expect, it } from 'vitest';
import { WHOLE_AREA } from '../../src/core/analysis/coverage.ts';
import type { NeedRow } from '../../src/core/forecast/need.ts';
import { needBars, needChart, needSummary } from '../../src/view/need-chart.ts';
import { cssColour, PALETTE } from '../../src/view/palette.ts';
import { sayIn } from '../../src/view/words/index.ts';

const say = sayIn('zh');

describe('the chart of need', () => {
  function row(year: number, state: NeedRow['state'], need: number, supply: number, district = 0): NeedRow {
    return {
      service: 'childcare',
      group: 'age_0_2',
      year,
      district,
      state,
      people: need,
      users: need,
      need,
      supplyNow: supply,
      supply,
      balance: supply - need,
      unit: 'places',
    };
  }

  const bars = needBars(
    [
      row(2030, 'met', 80, 100),
      row(2025, 'short', 100, 60),
      row(2035, 'not-surveyed', 70, Number.NaN),
      row(2025, 'short', 999, 1, WHOLE_AREA),
    ],
    0,
  );

  it('divides need and supply into met, missing and over, by year', () => {
    expect(bars).toEqual([
      { year: 2025, met: 60, missing: 40, surplus: 0 },
      { year: 2030, met: 80, missing: 0, surplus: 20 },
      { year: 2035, met: Number.NaN, missing: Number.NaN, surplus: Number.NaN },
    ]);
  });

  it('stacks them, blue met and orange missing, and no bar without a verdict', () => {
    const { series, xAxis } = needChart(bars, '个', say, 'zh');
    expect(xAxis.data).toEqual(['2025', '2030', '2035']);
    expect(series.map((one) => [one.name, ...one.data])).toEqual([
      ['已满足', 60, 80, '-'],
      ['缺口', 40, 0, '-'],
      ['富余', 0, 20, '-'],
    ]);
    expect(series.slice(0, 2).map((one) => one.itemStyle.color)).toEqual([
      cssColour(PALETTE.met),
      cssColour(PALETTE.short),
    ]);
    expect(new Set(series.map((one) => one.itemStyle.color)).size).toBe(3);
  });

  it('says a year on pointing at it, and all of them in words', () => {
    const chart = needChart(bars, '个', say, 'zh');
    expect(chart.tooltip.formatter([{ dataIndex: 0 }])).toBe('2025 年：需求 100 个，供给 60 个，缺 40 个。');
    expect(chart.tooltip.formatter([])).toBe('');
    expect(needSummary(bars, 'places', sayIn('en'), 'en')).toBe(
      '2025: need 100 places, supply 60 places, short of 40 places. 2030: need 80 places, supply 100 places, surplus 20 places. 2035: nothing to judge by.',
    );
  });
});
