import { expect, it } from 'vitest';
import { distanceChart } from '../../src/view/distance-chart.ts';
import { curveEnd, distanceCurve } from '../../src/view/distance-curve.ts';
import { sayIn } from '../../src/view/words/index.ts';

const profile = { stepMeters: 50, people: Float64Array.of(0, 10, 30), beyond: 40, unreached: 20 };

it('runs up to the share that is reached, out of everybody', () => {
  const curve = distanceCurve(profile, 1);
  expect(curve.total).toBe(100);
  expect(curve.points).toEqual([
    [0, 0],
    [50, 0.1],
    [100, 0.4],
  ]);
});

it('stretches with the reading and ends where the bands end', () => {
  const curve = distanceCurve(profile, 2);
  expect(curve.points[2]).toEqual([200, 0.4]);
  expect(curveEnd(curve, [300, 500])).toBe(200);
});

it('draws a line at each limit, the chosen one solid', () => {
  const chart = distanceChart(
    distanceCurve(profile, 1),
    [{ meters: 300 }, { meters: 500 }],
    { limitMeters: 500 },
    '直线距离',
    sayIn('zh'),
    'zh',
  );
  const lines = chart.series[0].markLine.data;
  expect(lines.map((line) => [line.xAxis, line.lineStyle.type])).toEqual([
    [300, 'dashed'],
    [500, 'solid'],
  ]);
});
