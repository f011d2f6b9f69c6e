import { cssColour } from '../palette.ts';
import type { Drawing, Paint, Shape, TextShape } from './drawing.ts';

/** A drawing as SVG text. Two digits after the point: a hundredth of a point is less than a printer's dot. */
export function drawingSvg({ width, height, shapes }: Drawing, title: string): string {
  const body = shapes.map(shapeSvg).join('\n');
  const size = `width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" aria-label="${escapeXml(title)}">\n${body}\n</svg>`;
}

/** Characters that XML cannot hold are left out. */
export function escapeXml(text: string): string {
  let out = '';
  for (const letter of text) if (isXmlLetter(letter.codePointAt(0) ?? 0)) out += ENTITIES[letter] ?? letter;
  return out;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function isXmlLetter(point: number): boolean {
  if (point < 0x20) return point === 9 || point === 10 || point === 13;
  return !(point >= 0xd800 && point <= 0xdfff) && point !== 0xfffe && point !== 0xffff;
}

function shapeSvg(shape: Shape): string {
  switch (shape.kind) {
    case 'path':
      return `<path d="${pathData(shape.lines, shape.isClosed)}"${paintOf(shape)}/>`;
    case 'circle':
      return `<circle cx="${round(shape.x)}" cy="${round(shape.y)}" r="${round(shape.radius)}"${paintOf(shape)}/>`;
    case 'text':
      return textSvg(shape);
  }
}

function textSvg({ x, y, text, size, colour, align, isBold, hasHalo }: TextShape): string {
  const anchor = align === 'left' ? '' : ` text-anchor="${align === 'center' ? 'middle' : 'end'}"`;
  const weight = isBold ? ' font-weight="bold"' : '';
  const halo = hasHalo
    ? ` paint-order="stroke" stroke="#fff" stroke-width="${round(size / 4)}" stroke-linejoin="round"`
    : '';
  return `<text x="${round(x)}" y="${round(y)}" font-size="${round(size)}" fill="${cssColour(colour)}"${anchor}${weight}${halo}>${escapeXml(text)}</text>`;
}

function pathData(lines: readonly (readonly (readonly [number, number])[])[], isClosed: boolean): string {
  return lines
    .map((points) => `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}${isClosed ? 'Z' : ''}`)
    .join('');
}

function paintOf({ fill, stroke, width = 1, dash }: Paint): string {
  const filled = fill ? ` fill="${cssColour(fill)}" fill-rule="evenodd"` : ' fill="none"';
  if (!stroke) return filled;
  const dashed = dash ? ` stroke-dasharray="${dash.join(' ')}"` : '';
  return `${filled} stroke="${cssColour(stroke)}" stroke-width="${round(width)}"${dashed}`;
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
