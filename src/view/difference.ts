import { type CellClass, type CellClasses, classify, sumByClass } from './cell-classes.ts';
import type { CoverageQuestion } from './coverage-finding.ts';
import { type FindingPart, sentenceParts } from './finding.ts';
import { formatHeadline } from './numbers.ts';
import { PALETTE } from './palette.ts';
import type { Language, Say } from './words/index.ts';

/** Who changes class between the straight line and the streets, at one limit. */
const CLASSES: readonly CellClass[] = [
  { kind: 'both', colour: PALETTE.servedBest },
  { kind: 'onlyStraight', colour: PALETTE.beyond },
  { kind: 'onlyNetwork', colour: PALETTE.otherWay },
  { kind: 'neither', colour: PALETTE.neutral },
];

export function classifyDifference(
  values: Float64Array,
  straightMeters: Float64Array,
  networkMeters: Float64Array,
  limitMeters: number,
): CellClasses {
  return classify([...CLASSES], values, (i) => {
    const isNetwork = networkMeters[i] <= limitMeters;
    return straightMeters[i] <= limitMeters ? (isNetwork ? 0 : 1) : isNetwork ? 2 : 3;
  });
}

/** 「其中 37,200 人按直线距离算覆盖、沿道路走则超出；120 人相反。」 */
export function differenceSentence(
  classified: CellClasses,
  values: Float64Array,
  unit: CoverageQuestion['unit'],
  say: Say,
  language: Language,
): FindingPart[] {
  const [, onlyStraight, onlyNetwork] = sumByClass(classified, values);
  return sentenceParts(
    // Hardly ever does anyone reach by the streets what is out of reach by the straight line: then nothing is said of it.
    (words) => say(`screen.difference.${onlyNetwork > 0 ? 'sentence' : 'oneWay'}`, words),
    {
      onlyStraight: formatHeadline(onlyStraight, language),
      onlyNetwork: formatHeadline(onlyNetwork, language),
    },
    { unit: say(`unit.${unit}`) },
  );
}
