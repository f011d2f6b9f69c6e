import { legendRows } from '../legend.ts';
import { serviceName } from '../names.ts';
import { PALETTE, type Rgb } from '../palette.ts';
import type { Say } from '../words/index.ts';
import type { Context } from './context.ts';
import { type Measure, moved, type Point, rectangle, type Shape } from './drawing.ts';
import { hatchOf, hatchPath } from './map-cells.ts';
import type { MapContent } from './map-content.ts';
import { districtSample, facilitySymbol } from './map-symbols.ts';
import { niceLength, type Projection } from './projection.ts';

const INK: Rgb = PALETTE.ink;
const WHITE: Rgb = [255, 255, 255];
const SIZE = 8;
const LINE = 13;

const text = (
  x: number,
  y: number,
  words: string,
  align: 'left' | 'center' = 'left',
  isBold = false,
): Shape => ({
  kind: 'text',
  x,
  y,
  text: words,
  size: SIZE,
  colour: INK,
  align,
  ...(isBold ? { isBold } : {}),
});

/** A bar of two halves, ink and white, with its length: `bottom` is where it stands. */
export function scaleBar({ metersPerPoint }: Projection, left: number, bottom: number, say: Say): Shape[] {
  const meters = niceLength(metersPerPoint * 110);
  const length = meters / metersPerPoint;
  const word =
    meters >= 1000
      ? say('document.map.kilometers', { value: meters / 1000 })
      : say('document.map.meters', { value: meters });
  return [
    rectangle(left - 4, bottom - 17, length + 44, 21, { fill: WHITE }),
    rectangle(left, bottom - 4, length / 2, 4, { fill: INK, stroke: INK, width: 0.5 }),
    rectangle(left + length / 2, bottom - 4, length / 2, 4, { fill: WHITE, stroke: INK, width: 0.5 }),
    text(left, bottom - 7, '0'),
    text(left + length - 4, bottom - 7, word),
  ];
}

/** Its tip at the top: north is up, by the projection. */
export function northArrow(x: number, top: number, say: Say): Shape[] {
  const half = (side: number, fill: Rgb): Shape => ({
    kind: 'path',
    lines: [
      [
        [x, top],
        [x + side * 6, top + 20],
        [x, top + 15],
      ] as Point[],
    ],
    isClosed: true,
    fill,
    stroke: INK,
    width: 0.5,
  });
  return [half(-1, INK), half(1, WHITE), text(x, top + 30, say('document.map.north'), 'center', true)];
}

export interface LegendBox {
  width: number;
  height: number;
  at(x: number, y: number): Shape[];
}

/** 图例: classes with their people, facilities, boundaries; as many columns as the width has room for. */
export function legendShapes(
  { data, say, language }: Context,
  { classified, one, question }: MapContent,
  width: number,
  measure: Measure,
): LegendBox {
  const { facilities } = data.result;
  const items: { draw: (x: number, y: number) => Shape[]; words: string }[] = legendRows(
    classified,
    one.values,
    question.unit,
    say,
    language,
  ).map((row) => {
    const k = Number(row.id.slice(row.id.lastIndexOf('-') + 1));
    const { colour, kind, outlined } = classified.classes[k];
    return {
      words: `${row.label}  ${row.amount}  ${row.share}`,
      draw: (x, y) => swatch(x, y, colour, kind, outlined === true),
    };
  });
  for (const status of ['open', 'planned'] as const) {
    if (!facilities.status.some((s, i) => s === status && facilities.service[i] === one.service)) continue;
    items.push({
      words: say('document.map.status', {
        service: serviceName(one.service, language),
        status: say(`status.${status}`),
      }),
      draw: (x, y) => [facilitySymbol(one.service, status === 'open', x + 8, y - 3, 4)],
    });
  }
  if (data.result.districts)
    items.push({ words: say('document.map.districts'), draw: (x, y) => [districtSample(x, y - 3)] });
  const widest = Math.max(...items.map((item) => 22 + measure(item.words, SIZE))) + 14;
  const columns = Math.max(1, Math.floor(width / widest));
  const lines = Math.ceil(items.length / columns);
  const shapes = items.flatMap((item, k) => {
    const x = Math.floor(k / lines) * widest;
    const y = LINE * 2 + (k % lines) * LINE;
    return [...item.draw(x, y), text(x + 22, y, item.words)];
  });
  const note = text(0, LINE * (lines + 2), say('document.map.hatched'));
  const all = [text(0, LINE - 3, say('document.map.legend'), 'left', true), ...shapes, note];
  return { width, height: LINE * (lines + 2) + 4, at: (x, y) => moved(all, x, y) };
}

function swatch(
  x: number,
  y: number,
  colour: Rgb,
  kind: Parameters<typeof hatchOf>[1],
  isOutline: boolean,
): Shape[] {
  const box = rectangle(x, y - 8, 16, 9, isOutline ? { stroke: colour, width: 0.8 } : { fill: colour });
  if (!['beyond', 'farBeyond', 'unreached', 'unlinked'].includes(kind)) return [box];
  const half = (left: number) => hatchOf(rectangle(left, y - 8, 8, 9, {}).lines[0], kind);
  return [box, ...hatchPath([...half(x), ...half(x + 8)])];
}
