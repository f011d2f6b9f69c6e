import type { NeedRow } from '../core/forecast/need.ts';
import { FONT_FAMILY } from './map-style.ts';
import { formatCount } from './numbers.ts';
import { cssColour, mix, PALETTE, type Rgb } from './palette.ts';
import type { Language, Say } from './words/index.ts';

/** One bar: what of the need is met, what is missing, what is over. Two of them make the need, two the supply. */
export interface NeedBar {
  year: number;
  met: number;
  missing: number;
  surplus: number;
}

const WHITE: Rgb = [255, 255, 255];

/** Bars of one district by year. Years without a verdict have no bar: NaN, not 0. */
export function needBars(rows: readonly NeedRow[], district: number): NeedBar[] {
  return rows
    .filter((row) => row.district === district)
    .map(({ year, state, need, supply }) => {
      const isJudged = state === 'met' || state === 'short';
      const part = (value: number) => (isJudged ? value : Number.NaN);
      return {
        year,
        met: part(Math.max(0, Math.min(need, supply))),
        missing: part(Math.max(0, need - Math.max(0, supply))),
        surplus: part(Math.max(0, supply - need)),
      };
    })
    .sort((a, b) => a.year - b.year);
}

/** Need and supply by year as ECharts takes it: stacked bars, blue what is met, orange what is missing, pale what is over. */
export function needChart(bars: readonly NeedBar[], unitWord: string, say: Say, language: Language) {
  const quiet = { color: '#5c6066', fontSize: 12 };
  return {
    animation: false,
    textStyle: { fontFamily: FONT_FAMILY },
    grid: { left: 60, right: 20, top: 30, bottom: 28 },
    tooltip: {
      trigger: 'axis' as const,
      // HTML tooltips carry style attributes, which the page's policy refuses.
      renderMode: 'richText' as const,
      formatter: (shown: unknown) => {
        const [first] = shown as { dataIndex: number }[];
        return first && bars[first.dataIndex]
          ? needSentence(bars[first.dataIndex], unitWord, say, language)
          : '';
      },
    },
    xAxis: { type: 'category' as const, data: bars.map((bar) => String(bar.year)), axisLabel: quiet },
    yAxis: {
      type: 'value' as const,
      name: unitWord,
      nameTextStyle: quiet,
      axisLabel: { ...quiet, formatter: (value: number) => formatCount(value, language) },
      splitLine: { lineStyle: { color: '#e4e2dc' } },
    },
    series: [
      seriesOf('met', cssColour(PALETTE.met), bars, say),
      seriesOf('missing', cssColour(PALETTE.short), bars, say),
      seriesOf('surplus', cssColour(mix(PALETTE.met, WHITE, 0.7)), bars, say),
    ],
  };
}

function seriesOf(part: 'met' | 'missing' | 'surplus', color: string, bars: readonly NeedBar[], say: Say) {
  return {
    type: 'bar' as const,
    name: say(`screen.need.${part}`),
    stack: 'need',
    barMaxWidth: 48,
    // ECharts draws no bar for "-"; a 0 would claim that nothing is needed.
    data: bars.map((bar) => (Number.isNaN(bar[part]) ? ('-' as const) : bar[part])),
    itemStyle: { color },
  };
}

function needSentence(bar: NeedBar, unit: string, say: Say, language: Language): string {
  if (Number.isNaN(bar.met)) return say('screen.need.noVerdict', { year: bar.year });
  const values = {
    year: bar.year,
    unit,
    need: formatCount(bar.met + bar.missing, language),
    supply: formatCount(bar.met + bar.surplus, language),
    missing: formatCount(bar.missing, language),
    surplus: formatCount(bar.surplus, language),
  };
  return say(bar.missing > 0 ? 'screen.need.short' : 'screen.need.enough', values);
}

/** The chart in sentences, for those who do not see it. */
export function needSummary(
  bars: readonly NeedBar[],
  unitWord: string,
  say: Say,
  language: Language,
): string {
  return bars.map((bar) => needSentence(bar, unitWord, say, language)).join(language === 'zh' ? '' : ' ');
}
