/**
 * The colours of results. Blue is served, orange is not, and both darken towards the worse, so that the map still reads in
 * greyscale and for every kind of colour blindness. Never red against green.
 */
export type Rgb = readonly [number, number, number];

export const PALETTE = {
  servedBest: [150, 197, 226],
  servedLast: [70, 143, 201],
  beyond: [226, 128, 40],
  farBeyond: [150, 62, 8],
  /** Unreached has no place on the scale: drawn as an outline of this colour. */
  unreached: [60, 52, 46],
  met: [90, 155, 207],
  short: [222, 122, 36],
  /** Covered where the usual reading says not: neither blue nor orange, and darker than both. */
  otherWay: [94, 60, 153],
  neutral: [170, 168, 160],
  ink: [33, 37, 41],
  selected: [17, 17, 17],
} as const satisfies Record<string, Rgb>;

export function mix(a: Rgb, b: Rgb, t: number): Rgb {
  return [0, 1, 2].map((k) => Math.round(a[k] + (b[k] - a[k]) * t)) as unknown as Rgb;
}

export function cssColour([r, g, b]: Rgb): string {
  return `rgb(${r}, ${g}, ${b})`;
}
