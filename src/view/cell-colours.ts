import { type CellClasses, NOBODY } from './cell-classes.ts';

/**
 * Colours of places as the graphics card takes them: RGBA bytes, four a place. The class gives the colour, the people
 * living there the opacity, so that empty land does not shout and a dense block does.
 */
export interface CellColours {
  fill: Uint8Array;
  /** Outlines, for classes that are drawn as one; undefined when no place is in such a class. */
  line: Uint8Array | undefined;
}

const FAINTEST = 70;
const STRONGEST = 235;
/** Places with this share of all others below them are drawn at full strength: one tower does not pale the city. */
const FULL_STRENGTH_QUANTILE = 0.9;

export function cellColours({ classes, classOf }: CellClasses, people: Float64Array): CellColours {
  const count = classOf.length;
  const fill = new Uint8Array(count * 4);
  let line: Uint8Array | undefined;
  const full = quantileOfPositive(people, FULL_STRENGTH_QUANTILE);
  for (let i = 0; i < count; i++) {
    if (classOf[i] === NOBODY) continue;
    const { colour, outlined } = classes[classOf[i]];
    if (outlined) line ??= new Uint8Array(count * 4);
    const bytes = outlined && line ? line : fill;
    bytes.set(colour, i * 4);
    bytes[i * 4 + 3] = strength(people[i], full);
    // A breath of fill keeps an outlined place readable as an area.
    if (outlined) {
      fill.set(colour, i * 4);
      fill[i * 4 + 3] = 26;
    }
  }
  return { fill, line };
}

/** By the square root: area and ink grow together, and small places stay visible. */
function strength(people: number, full: number): number {
  const part = full > 0 ? Math.min(1, Math.sqrt(Math.max(0, people) / full)) : 1;
  return Math.round(FAINTEST + (STRONGEST - FAINTEST) * part);
}

/** Read from at most some thousand samples: the strength of ink needs no exact rank. */
export function quantileOfPositive(values: Float64Array, share: number): number {
  const step = Math.max(1, Math.floor(values.length / 5000));
  const sample: number[] = [];
  for (let i = 0; i < values.length; i += step) if (values[i] > 0) sample.push(values[i]);
  if (sample.length === 0) return 0;
  const sorted = Float64Array.from(sample).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
