import type { Limit } from '../core/analysis/coverage.ts';
import { curveEnd, type DistanceCurve } from './distance-curve.ts';
import { limitWords } from './limits.ts';
import { FONT_FAMILY } from './map-style.ts';
import { formatMeters, formatShare } from './numbers.ts';
import { cssColour, PALETTE } from './palette.ts';
import type { Language, Say } from './words/index.ts';

/** The chart of people against distance as ECharts takes it: a plain object. */
export function distanceChart(
  curve: DistanceCurve,
  limits: readonly Limit[],
  chosen: { limitMeters: number },
  methodWord: string,
  say: Say,
  language: Language,
) {
  const end = curveEnd(
    curve,
    limits.map((limit) => limit.meters),
  );
  return {
    animation: false,
    textStyle: { fontFamily: FONT_FAMILY },
    grid: { left: 44, right: 20, top: 22, bottom: 36 },
    tooltip: {
      trigger: 'axis' as const,
      // HTML tooltips carry style attributes, which the page's policy refuses.
      renderMode: 'richText' as const,
      formatter: (shown: unknown) => tooltipText(shown, say, language),
    },
    ...axes(end, methodWord, say, language),
    series: [
      {
        type: 'line' as const,
        showSymbol: false,
        data: curve.points.filter(([meters]) => meters <= end),
        lineStyle: { color: '#1f5a96', width: 2 },
        itemStyle: { color: '#1f5a96' },
        areaStyle: { color: cssColour(PALETTE.servedBest), opacity: 0.35 },
        markLine: {
          silent: true,
          symbol: 'none',
          data: limitLines(limits, chosen.limitMeters, end, say, language),
        },
      },
    ],
  };
}

/** Part of the axis that a label takes. */
const LABEL_SHARE = 0.16;

/** Limits with room for their words: the chosen one, and the others unless the last one written is too near. */
function labelledLimits(limits: readonly Limit[], chosenMeters: number, end: number): Set<Limit> {
  const shown = new Set(limits.filter((limit) => limit.meters === chosenMeters));
  const add = (side: Limit[], from: number) => {
    let last = from;
    for (const limit of side) {
      // The first leans away from the others, wherever they stand.
      const leansAway = limit === limits[0];
      if (!leansAway && Math.abs(limit.meters - last) < end * LABEL_SHARE) continue;
      shown.add(limit);
      last = limit.meters;
    }
  };
  // The words of the first limit end at its line, those of a later one begin there.
  const isFirst = limits[0]?.meters === chosenMeters;
  const beyond = limits.filter((limit) => limit.meters > chosenMeters);
  add(beyond, isFirst ? Number.NEGATIVE_INFINITY : chosenMeters);
  add(limits.filter((limit) => limit.meters < chosenMeters).reverse(), chosenMeters);
  return shown;
}

function limitLines(
  limits: readonly Limit[],
  chosenMeters: number,
  end: number,
  say: Say,
  language: Language,
) {
  const shown = labelledLimits(limits, chosenMeters, end);
  return limits.map((limit, k) => ({
    xAxis: limit.meters,
    lineStyle: {
      color: '#8a3c06',
      type: limit.meters === chosenMeters ? ('solid' as const) : ('dashed' as const),
    },
    label: {
      show: shown.has(limit),
      formatter: limitWords(limit, say, language),
      color: '#6d3208',
      // Two limits may lie close together: their labels lean away from each other.
      align: limits.length === 1 ? ('center' as const) : k === 0 ? ('right' as const) : ('left' as const),
    },
  }));
}

function axes(end: number, methodWord: string, say: Say, language: Language) {
  const quiet = { color: '#5c6066', fontSize: 12 };
  return {
    xAxis: {
      type: 'value' as const,
      max: end,
      name: say('screen.chart.distance', { method: methodWord }),
      nameLocation: 'middle' as const,
      nameGap: 24,
      nameTextStyle: quiet,
      axisLabel: { ...quiet, hideOverlap: true, formatter: (value: number) => formatMeters(value, language) },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value' as const,
      max: 1,
      interval: 0.25,
      axisLabel: { ...quiet, formatter: (value: number) => `${Math.round(value * 100)}%` },
      splitLine: { lineStyle: { color: '#e4e2dc' } },
    },
  };
}

function tooltipText(shown: unknown, say: Say, language: Language): string {
  const [first] = shown as { value: [number, number] }[];
  if (!first) return '';
  return say('screen.chart.tooltip', {
    meters: formatMeters(first.value[0], language),
    share: formatShare(first.value[1], language),
  });
}

/** The chart in one sentence, for those who do not see it. */
export function chartSummary(
  curve: DistanceCurve,
  limits: readonly Limit[],
  say: Say,
  language: Language,
): string {
  const parts = limits.map(({ meters: limit }) => {
    const upTo = curve.points.filter(([meters]) => meters <= limit);
    const share = upTo.length > 0 ? upTo[upTo.length - 1][1] : 0;
    return say('screen.chart.tooltip', {
      meters: formatMeters(limit, language),
      share: formatShare(share, language),
    });
  });
  return `${say('screen.chart.title')}: ${parts.join('; ')}`;
}
