import type { LorenzPoint } from '../core/fairness/lorenz.ts';
import { FONT_FAMILY } from './map-style.ts';
import { groupName } from './names.ts';
import { formatFactor, formatShare } from './numbers.ts';
import { cssColour, PALETTE, type Rgb } from './palette.ts';
import type { Language, Say } from './words/index.ts';

/** The Lorenz curve of a group, with its Gini coefficient (NaN: none). */
export interface GroupCurve {
  group: string;
  points: readonly LorenzPoint[];
  gini: number;
}

/** No blue and no orange: nobody is served or short here. Told apart by the kind of line too. */
const LINES: readonly { colour: Rgb; type: 'solid' | 'dashed' | 'dotted' }[] = [
  { colour: PALETTE.otherWay, type: 'solid' },
  { colour: PALETTE.ink, type: 'dashed' },
  { colour: PALETTE.otherWay, type: 'dotted' },
  { colour: PALETTE.ink, type: 'solid' },
];

/**
 * Lorenz curves as ECharts takes them: share of the people, those with least first, against the share of the value they have;
 * the diagonal is equality. Groups without a curve are left out. `valueWord`: what is shared, in the reader's language.
 */
export function lorenzChart(curves: readonly GroupCurve[], valueWord: string, say: Say, language: Language) {
  const drawn = curves.filter((curve) => curve.points.length > 0);
  return {
    animation: false,
    textStyle: { fontFamily: FONT_FAMILY },
    grid: { left: 44, right: 20, top: 22, bottom: 36 },
    tooltip: {
      trigger: 'item' as const,
      // HTML tooltips carry style attributes, which the page's policy refuses.
      renderMode: 'richText' as const,
      formatter: (shown: unknown) => tooltipText(shown, say, language),
    },
    xAxis: axis(say('screen.fairness.peopleAxis')),
    yAxis: axis(say('screen.fairness.valueAxis', { value: valueWord })),
    series: [
      {
        type: 'line' as const,
        name: say('screen.fairness.equality'),
        silent: true,
        showSymbol: false,
        data: [[0, 0] as LorenzPoint, [1, 1] as LorenzPoint],
        lineStyle: { color: cssColour(PALETTE.neutral), width: 1, type: 'dashed' as const },
      },
      ...drawn.map((curve, k) => seriesOf(curve, LINES[k % LINES.length], say)),
    ],
  };
}

function seriesOf({ group, points }: GroupCurve, line: (typeof LINES)[number], say: Say) {
  const color = cssColour(line.colour);
  return {
    type: 'line' as const,
    name: groupName(group, say),
    silent: false,
    showSymbol: false,
    data: [...points],
    lineStyle: { color, width: 2, type: line.type },
    itemStyle: { color },
  };
}

function axis(name: string) {
  const quiet = { color: '#5c6066', fontSize: 12 };
  return {
    type: 'value' as const,
    min: 0,
    max: 1,
    interval: 0.25,
    name,
    nameLocation: 'middle' as const,
    nameGap: 24,
    nameTextStyle: quiet,
    axisLabel: { ...quiet, formatter: (value: number) => `${Math.round(value * 100)}%` },
    splitLine: { lineStyle: { color: '#e4e2dc' } },
  };
}

function tooltipText(shown: unknown, say: Say, language: Language): string {
  const { value } = shown as { value?: LorenzPoint };
  if (!value) return '';
  return say('screen.fairness.tooltip', {
    people: formatShare(value[0], language),
    amount: formatShare(value[1], language),
  });
}

/** The share of the value that the given share of the people with least has, along the drawn curve. */
export function shareOfLeast(points: readonly LorenzPoint[], people: number): number {
  const k = points.findIndex((point) => point[0] >= people);
  if (k < 0) return Number.NaN;
  if (k === 0) return points[0][1];
  const [[x0, y0], [x1, y1]] = [points[k - 1], points[k]];
  return x1 > x0 ? y0 + ((y1 - y0) * (people - x0)) / (x1 - x0) : y1;
}

/** The chart in sentences, for those who do not see it. */
export function lorenzSummary(
  curves: readonly GroupCurve[],
  valueWord: string,
  say: Say,
  language: Language,
): string {
  return curves
    .map(({ group, points, gini }) =>
      points.length === 0
        ? say('screen.fairness.noCurve', { group: groupName(group, say) })
        : say('screen.fairness.summary', {
            group: groupName(group, say),
            value: valueWord,
            half: formatShare(shareOfLeast(points, 0.5), language),
            gini: formatFactor(gini, language),
          }),
    )
    .join(language === 'zh' ? '' : ' ');
}
