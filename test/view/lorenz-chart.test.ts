import { describe, expect, it } from 'vitest';
import { type GroupCurve, lorenzChart, lorenzSummary, shareOfLeast } from '../../src/view/lorenz-chart.ts';
import { sayIn } from '../../src/view/words/index.ts';

const say = sayIn('zh');

describe('the Lorenz chart', () => {
  const curves: GroupCurve[] = [
    {
      group: 'people',
      points: [
        [0, 0],
        [0.25, 0],
        [0.75, 0.4],
        [1, 1],
      ],
      gini: 0.45,
    },
    { group: 'age_60_plus', points: [], gini: Number.NaN },
  ];

  it('draws the diagonal and each group that has a curve', () => {
    const chart = lorenzChart(curves, '人均用地', say, 'zh');
    expect(chart.series.map((one) => [one.name, one.data.length])).toEqual([
      ['完全均等', 2],
      ['常住人口', 4],
    ]);
    expect(chart.yAxis.name).toBe('人均用地累计占比');
    expect(chart.tooltip.formatter({ value: [0.75, 0.4] })).toBe('最少的 75.0% 的人拥有 40.0%');
  });

  it('reads the share of the half with least off the curve', () => {
    expect(shareOfLeast(curves[0].points, 0.5)).toBeCloseTo(0.2, 14);
    expect(shareOfLeast(curves[0].points, 0)).toBe(0);
    expect(shareOfLeast(curves[0].points, 1)).toBe(1);
    expect(shareOfLeast([], 0.5)).toBeNaN();
  });

  it('is said in words too', () => {
    expect(lorenzSummary(curves, '人均用地', say, 'zh')).toBe(
      '常住人口：人均用地最少的一半人拥有 20.0%，基尼系数 0.45。60 岁及以上老人：没有可比较的数值。',
    );
  });
});
