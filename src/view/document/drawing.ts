import type { Rgb } from '../palette.ts';

/**
 * A drawing as a list of shapes, in points (1/72 inch) from the top left, y downwards. Maps, charts and whole pages are made once
 * and written as PDF, SVG or onto a canvas: what is printed is what was looked at.
 */
export interface Drawing {
  width: number;
  height: number;
  shapes: Shape[];
}

export type Point = readonly [x: number, y: number];

export interface Paint {
  fill?: Rgb;
  stroke?: Rgb;
  /** Of the stroke. */
  width?: number;
  dash?: readonly number[];
}

export interface PathShape extends Paint {
  kind: 'path';
  /** Several lines or rings as one path; inside is even-odd. */
  lines: (readonly Point[])[];
  isClosed: boolean;
}

export interface CircleShape extends Paint {
  kind: 'circle';
  x: number;
  y: number;
  radius: number;
}

export interface TextShape {
  kind: 'text';
  /** Left, middle or right end of the baseline, by `align`. */
  x: number;
  y: number;
  text: string;
  size: number;
  colour: Rgb;
  align: 'left' | 'center' | 'right';
  isBold?: boolean;
  /** A white rim, so that it can be read on anything. */
  hasHalo?: boolean;
}

export type Shape = PathShape | CircleShape | TextShape;

/** How wide a text is set, in points. Each writer knows its letters. */
export type Measure = (text: string, size: number) => number;

export function rectangle(x: number, y: number, width: number, height: number, paint: Paint): PathShape {
  const corners: Point[] = [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ];
  return { kind: 'path', lines: [corners], isClosed: true, ...paint };
}

export function line(points: readonly Point[], paint: Paint): PathShape {
  return { kind: 'path', lines: [points], isClosed: false, ...paint };
}

export function moved(shapes: readonly Shape[], dx: number, dy: number): Shape[] {
  return shapes.map((shape) =>
    shape.kind === 'path'
      ? {
          ...shape,
          lines: shape.lines.map((points) => points.map(([x, y]): Point => [x + dx, y + dy])),
        }
      : { ...shape, x: shape.x + dx, y: shape.y + dy },
  );
}

/** What a shape takes up: left, top, right, bottom. */
export function extentOf(shape: Shape, measure: Measure): [number, number, number, number] {
  if (shape.kind === 'circle') {
    const { x, y, radius } = shape;
    return [x - radius, y - radius, x + radius, y + radius];
  }
  if (shape.kind === 'text') {
    const width = measure(shape.text, shape.size);
    const left = shape.x - (shape.align === 'left' ? 0 : shape.align === 'center' ? width / 2 : width);
    return [left, shape.y - shape.size, left + width, shape.y + shape.size * 0.3];
  }
  const extent: [number, number, number, number] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const points of shape.lines)
    for (const [x, y] of points) {
      extent[0] = Math.min(extent[0], x);
      extent[1] = Math.min(extent[1], y);
      extent[2] = Math.max(extent[2], x);
      extent[3] = Math.max(extent[3], y);
    }
  return extent;
}

/** Widths without a font: a Chinese letter is as wide as it is high, a Latin one a little more than half. Rather too wide. */
export function roughMeasure(text: string, size: number): number {
  let width = 0;
  for (const letter of text) width += (letter.codePointAt(0) ?? 0) < 0x2000 ? 0.6 : 1;
  return width * size;
}
