import { formatCount } from '../numbers.ts';
import type { Rgb } from '../palette.ts';
import type { Language } from '../words/index.ts';
import type { DocumentChart } from './document.ts';
import { type Drawing, line, type Point, rectangle, type Shape } from './drawing.ts';

const INK: Rgb = [33, 37, 41];
const QUIET: Rgb = [92, 96, 102];
const GRID: Rgb = [222, 220, 214];
const SIZE = 8;
const FRAME = { left: 42, right: 12, top: 22, bottom: 34 };

interface Frame {
  left: number;
  right: number;
  top: number;
  bottom: number;
  mostX: number;
  mostY: number;
}

/** A chart drawn from its numbers: print needs no chart library, and gets no more than axes, lines, bars and words. */
export function chartDrawing(
  chart: DocumentChart,
  width: number,
  height: number,
  language: Language,
): Drawing {
  const values = chart.series.flatMap((series) => series.points.map(([, y]) => y)).filter(Number.isFinite);
  const xs = chart.series.flatMap((series) => series.points.map(([x]) => x));
  const frame: Frame = {
    left: FRAME.left,
    right: width - FRAME.right,
    top: FRAME.top,
    bottom: height - FRAME.bottom,
    mostX: chart.kind === 'bars' ? chart.categories.length : Math.max(...xs, 0) || 1,
    mostY: chart.isShare ? 1 : niceEnd(Math.max(...values, 0)),
  };
  const isUnit = chart.kind === 'lines' && frame.mostX <= 1;
  return {
    width,
    height,
    shapes: [
      ...yAxis(chart, frame, language),
      ...(chart.kind === 'bars' ? bars(chart, frame) : lines(chart, frame, isUnit, language)),
      line(
        [
          [frame.left, frame.bottom],
          [frame.right, frame.bottom],
        ],
        { stroke: INK, width: 0.7 },
      ),
      word((frame.left + frame.right) / 2, height - 6, chart.xTitle, 'center'),
      word(2, 9, chart.yTitle, 'left'),
      ...key(chart, frame),
    ],
  };
}

function yAxis(chart: DocumentChart, frame: Frame, language: Language): Shape[] {
  return [0, 0.25, 0.5, 0.75, 1].flatMap((part) => {
    const y = frame.bottom - (frame.bottom - frame.top) * part;
    const value = frame.mostY * part;
    const label = chart.isShare ? `${Math.round(value * 100)}%` : formatCount(value, language);
    return [
      line(
        [
          [frame.left, y],
          [frame.right, y],
        ],
        { stroke: GRID, width: 0.4 },
      ),
      word(frame.left - 4, y + 3, label, 'right'),
    ];
  });
}

function lines(chart: DocumentChart, frame: Frame, isUnit: boolean, language: Language): Shape[] {
  const toX = (x: number) => frame.left + ((frame.right - frame.left) * x) / frame.mostX;
  const toY = (y: number) => frame.bottom - ((frame.bottom - frame.top) * y) / frame.mostY;
  const ticks = isUnit
    ? [0, 0.25, 0.5, 0.75, 1].map((x) => word(toX(x), frame.bottom + 11, `${x * 100}%`, 'center'))
    : [0, 1, 2, 3, 4].map((k) => {
        const x = (frame.mostX * k) / 4;
        return word(toX(x), frame.bottom + 11, formatCount(x, language), 'center');
      });
  return [
    ...chart.series.map(({ points, colour, dash }) =>
      line(
        points.filter(([, y]) => Number.isFinite(y)).map(([x, y]): Point => [toX(x), toY(y)]),
        { stroke: colour, width: 1.4, ...(dash ? { dash } : {}) },
      ),
    ),
    ...ticks,
  ];
}

/** Stacked where the parts are shares of a whole. Every second one is hatched by its edge: grey tones alone are too like. */
function bars(chart: DocumentChart, frame: Frame): Shape[] {
  const step = (frame.right - frame.left) / Math.max(1, chart.categories.length);
  const wide = Math.min(48, step * 0.6);
  return chart.categories.flatMap((name, k) => {
    const middle = frame.left + step * (k + 0.5);
    let top = frame.bottom;
    const stack = chart.series.flatMap(({ points, colour }) => {
      const value = points[k]?.[1] ?? Number.NaN;
      if (!Number.isFinite(value)) return [];
      const high = ((frame.bottom - frame.top) * value) / frame.mostY;
      top -= high;
      return [
        rectangle(middle - wide / 2, top, wide, high, { fill: colour, stroke: [255, 255, 255], width: 0.6 }),
      ];
    });
    return [...stack, word(middle, frame.bottom + 11, shortened(name, step), 'center')];
  });
}

/** A name under a bar has the room of the bar. */
function shortened(name: string, width: number): string {
  const letters = [...name];
  let room = width / SIZE;
  const kept = letters.findIndex((letter) => {
    room -= (letter.codePointAt(0) ?? 0) < 0x2000 ? 0.6 : 1;
    return room < 0;
  });
  return kept < 0 ? name : `${letters.slice(0, Math.max(1, kept - 1)).join('')}…`;
}

function key(chart: DocumentChart, frame: Frame): Shape[] {
  if (chart.series.length < 2) return [];
  let x = frame.right;
  return chart.series.toReversed().flatMap(({ name, colour, dash }) => {
    const wide =
      [...name].reduce((sum, letter) => sum + ((letter.codePointAt(0) ?? 0) < 0x2000 ? 0.6 : 1), 0) * SIZE;
    x -= wide + 26;
    const mark =
      chart.kind === 'bars'
        ? rectangle(x, 3, 10, 7, { fill: colour })
        : line(
            [
              [x, 7],
              [x + 14, 7],
            ],
            { stroke: colour, width: 1.4, ...(dash ? { dash } : {}) },
          );
    return [mark, word(x + 17, 10, name, 'left')];
  });
}

const word = (x: number, y: number, text: string, align: 'left' | 'center' | 'right'): Shape => ({
  kind: 'text',
  x,
  y,
  text,
  size: SIZE,
  colour: QUIET,
  align,
});

/** 1, 2, 2.5, 5 or 10 times a power of ten, no less than the most. */
function niceEnd(most: number): number {
  if (!(most > 0)) return 1;
  let power = 1;
  while (power * 10 < most) power *= 10;
  while (power > most) power /= 10;
  return ([1, 2, 2.5, 5, 10].find((step) => step * power >= most) ?? 10) * power;
}
