import {
  CERTAIN_COVERED,
  CERTAIN_UNCOVERED,
  type RobustReading,
  type RobustRow,
  type Variant,
} from '../core/analysis/robust-reading.ts';
import { type CellClass, type CellClasses, classify } from './cell-classes.ts';
import type { Figure } from './coverage-figures.ts';
import { type CoverageQuestion, limitOf, methodWords } from './coverage-finding.ts';
import { type FindingPart, sentenceParts } from './finding.ts';
import { limitWords } from './limits.ts';
import { type DistrictNames, districtName, groupName, serviceInSentence } from './names.ts';
import { formatHeadline, formatShare, formatSpeed } from './numbers.ts';
import { PALETTE } from './palette.ts';
import type { Language, Say } from './words/index.ts';

/** A verdict that holds in every fair reading of the question, and one that does not. */
const CLASSES: readonly CellClass[] = [
  { kind: 'certainCovered', colour: PALETTE.servedLast },
  { kind: 'uncertain', colour: PALETTE.neutral },
  { kind: 'certainUncovered', colour: PALETTE.beyond },
];

export function classifyRobust(values: Float64Array, verdict: Uint8Array): CellClasses {
  return classify([...CLASSES], values, (i) =>
    verdict[i] === CERTAIN_COVERED ? 0 : verdict[i] === CERTAIN_UNCOVERED ? 2 : 1,
  );
}

export interface RobustLine {
  district: number;
  name: string;
  total: number;
  least: number;
  most: number;
  uncertain: number;
}

export function robustLines(
  { rows }: Pick<RobustReading, 'rows'>,
  level: string,
  districts: DistrictNames | undefined,
  say: Say,
): RobustLine[] {
  return rows
    .filter((row) => row.level === level)
    .map((row) => ({
      district: row.district,
      name: districtName(row.district, districts, say),
      total: row.total,
      least: row.leastCovered / row.total,
      most: row.mostCovered / row.total,
      uncertain: uncertainOf(row),
    }));
}

/** People whose verdict depends on the method; never below nobody, as sums are rounded. */
function uncertainOf({ total, certainCovered, certainUncovered }: RobustRow): number {
  return Math.max(0, total - certainCovered - certainUncovered);
}

/** 「各种算法下覆盖率在 28.5%–54.5% 之间；12.1万 人的结论不随算法改变。」 */
export function robustFinding(
  row: RobustRow,
  question: CoverageQuestion,
  say: Say,
  language: Language,
): FindingPart[] {
  return sentenceParts(
    (words) => say('screen.robust.finding', words),
    {
      total: formatHeadline(row.total, language),
      least: formatShare(row.leastCovered / row.total, language),
      most: formatShare(row.mostCovered / row.total, language),
      certain: formatHeadline(row.certainCovered + row.certainUncovered, language),
    },
    {
      group: groupName(question.group, say),
      unit: say(`unit.${question.unit}`),
      limit: limitWords(limitOf(question), say, language),
      service: serviceInSentence(question.service, language),
    },
  );
}

/** The ways in which the question was put. */
export function variantsLine(
  variants: readonly Pick<Variant, 'method' | 'metersPerSecond'>[],
  detourFactor: number | null,
  say: Say,
  language: Language,
): string {
  const join = (words: string[]) => [...new Set(words)].join(language === 'zh' ? '、' : ', ');
  const methods = join(
    variants.map(({ method }) => methodWords({ reading: method, detourFactor }, say, language)),
  );
  const speeds = variants.map((one) => one.metersPerSecond).filter((speed) => !Number.isNaN(speed));
  return speeds.length === 0
    ? say('screen.robust.variants', { methods })
    : say('screen.robust.variantsSpeeds', {
        methods,
        speeds: join(speeds.map((speed) => formatSpeed(speed, language))),
      });
}

export function robustFigures(
  row: RobustRow,
  unit: CoverageQuestion['unit'],
  say: Say,
  language: Language,
): Figure[] {
  const word = language === 'en' && unit === 'people' ? '' : say(`unit.${unit}`);
  const figure = (id: string, value: number): Figure => ({
    id,
    label: say(`screen.figure.${id}`),
    value: formatHeadline(value, language),
    unit: word,
  });
  return [
    figure('certainCovered', row.certainCovered),
    figure('uncertain', uncertainOf(row)),
    figure('certainUncovered', row.certainUncovered),
  ];
}
