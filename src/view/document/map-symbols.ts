import { serviceOf } from '../../core/dataset/services.ts';
import { outlineOf } from '../facility-symbols.ts';
import type { Rgb } from '../palette.ts';
import { line, type Shape } from './drawing.ts';

export const BORDER: Rgb = [74, 79, 85];

/** A facility in the hue and shape of its service; planned ones are hollow. */
export function facilitySymbol(
  service: string,
  isOpen: boolean,
  x: number,
  y: number,
  radius: number,
): Shape {
  const hue = rgbOf(serviceOf(service).hue);
  const corners = outlineOf(service).map(([dx, dy]) => [x + dx * radius, y + dy * radius] as const);
  const fill: Rgb = isOpen ? hue : [255, 255, 255];
  const stroke: Rgb = isOpen ? [255, 255, 255] : hue;
  return { kind: 'path', lines: [corners], isClosed: true, fill, stroke, width: isOpen ? 0.5 : 1 };
}

function rgbOf(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 0xff, value & 0xff];
}

/** A piece of district boundary for the legend. */
export const districtSample = (x: number, y: number): Shape =>
  line(
    [
      [x, y],
      [x + 16, y],
    ],
    { stroke: BORDER, width: 1 },
  );
