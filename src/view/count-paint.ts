import type { LegendRow } from './legend.ts';
import type { DistrictPaint } from './map-features.ts';
import { formatCount } from './numbers.ts';
import { cssColour, PALETTE, type Rgb } from './palette.ts';
import type { Language, Say } from './words/index.ts';

/** Classes of the number of shortfalls of a district: their upper ends, as shares of the way from the lowest to the highest. */
const CLASSES = [1 / 3, 2 / 3, 1];
const STRENGTHS = [0.22, 0.45, 0.72];
const MET_STRENGTH = 0.5;

interface CountClass {
  from: number;
  to: number;
  strength: number;
}

/** Three classes of about equal width, fewer where the numbers are small; each with a strength of its own. */
export function countClasses(counts: ArrayLike<number>): CountClass[] {
  const short = Array.from(counts).filter((count) => count > 0);
  if (short.length === 0) return [];
  const least = Math.min(...short);
  const most = Math.max(...short);
  const classes: CountClass[] = [];
  let from = least;
  for (const [k, share] of CLASSES.entries()) {
    const to = Math.round(least - 1 + (most - least + 1) * share);
    if (to < from) continue;
    classes.push({ from, to, strength: STRENGTHS[k] });
    from = to + 1;
  }
  return classes;
}

/** Districts by the number of standards they are short of: NaN is not judged, 0 is met. */
export function countPaint(counts: ArrayLike<number>): DistrictPaint {
  const classes = countClasses(counts);
  const classOf = (count: number) => classes.find(({ to }) => count <= to);
  const all = Array.from(counts);
  return {
    states: all.map((count) => (Number.isNaN(count) ? '' : count === 0 ? 'met' : 'counted')),
    strengths: all.map((count) =>
      count > 0 ? (classOf(count)?.strength ?? STRENGTHS[STRENGTHS.length - 1]) : MET_STRENGTH,
    ),
  };
}

/** A colour as it looks on paper at an opacity. */
function onPaper([r, g, b]: Rgb, opacity: number): Rgb {
  const mix = (part: number) => Math.round(part * opacity + 255 * (1 - opacity));
  return [mix(r), mix(g), mix(b)];
}

/** Legend of the same, with the number of districts in each class. */
export function countLegend(counts: ArrayLike<number>, say: Say, language: Language): LegendRow[] {
  const all = Array.from(counts);
  const judged = all.filter((count) => !Number.isNaN(count)).length;
  const row = (id: string, label: string, colour: string, here: number): LegendRow => ({
    id,
    label,
    colour,
    look: 'fill',
    amount: say('standards.legend.districts', { count: formatCount(here, language) }),
    share: judged > 0 ? `${Math.round((here / judged) * 100)}%` : '',
  });
  const classes = countClasses(counts).map(({ from, to, strength }) =>
    row(
      `count-${from}`,
      say(from === to ? 'standards.legend.exactly' : 'standards.legend.range', { from, to, count: to }),
      cssColour(onPaper(PALETTE.short, strength)),
      all.filter((count) => count >= from && count <= to).length,
    ),
  );
  const met = all.filter((count) => count === 0).length;
  return met > 0
    ? [row('count-0', say('standards.legend.none'), cssColour(PALETTE.met), met), ...classes]
    : classes;
}
