import type { DemandUnit } from '../core/dataset/demand.ts';
import { type CellClass, type CellClasses, sumByClass } from './cell-classes.ts';
import { formatCount, formatMeters, formatMinutes, formatShare } from './numbers.ts';
import { cssColour } from './palette.ts';
import type { Language, Say } from './words/index.ts';

export interface LegendRow {
  id: string;
  label: string;
  colour: string;
  look: 'fill' | 'outline' | 'hatch' | 'hatchedOutline';
  amount: string;
  share: string;
}

/** What need not be explained where nobody is in it. */
const HIDDEN_WHEN_EMPTY = new Set<CellClass['kind']>([
  'unreached',
  'unlinked',
  'farBeyond',
  'count',
  'countSome',
  'countNone',
  'standardPartly',
]);

/** One row a class that anybody is in, with its people: the legend is a small table of the result. */
export function legendRows(
  classified: CellClasses,
  values: Float64Array,
  unit: DemandUnit,
  say: Say,
  language: Language,
): LegendRow[] {
  const sums = sumByClass(classified, values);
  const total = sums.reduce((sum, value) => sum + value, 0);
  return classified.classes
    .map((one, k) => ({
      id: `${one.kind}-${k}`,
      label: classLabel(one, say, language),
      colour: cssColour(one.colour),
      look: one.hatched
        ? ('hatchedOutline' as const)
        : one.outlined
          ? ('outline' as const)
          : ('fill' as const),
      amount: `${formatCount(sums[k], language)} ${say(`unit.${unit}`)}`,
      share: formatShare(total > 0 ? sums[k] / total : Number.NaN, language),
      empty: sums[k] === 0,
      kind: one.kind,
    }))
    .filter((row) => !row.empty || !HIDDEN_WHEN_EMPTY.has(row.kind))
    .map(({ empty: _empty, kind: _kind, ...row }) => row);
}

export function classLabel(one: CellClass, say: Say, language: Language): string {
  const isMeters = one.kind === 'within' || one.kind === 'beyond' || one.kind === 'farBeyond';
  const write = (value: number | undefined) =>
    value === undefined ? '' : isMeters ? formatMeters(value, language) : String(value);
  const first = one.kind === 'within' && !one.from;
  const label = say(`screen.class.${first ? 'withinFirst' : one.kind}`, {
    from: write(one.from),
    to: write(one.to),
  });
  return one.minutes === undefined
    ? label
    : say('screen.class.withMinutes', { label, minutes: formatMinutes(one.minutes, language) });
}
