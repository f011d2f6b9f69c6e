import type { LedgerRow } from '../core/analysis/ledger.ts';
import type { CapacityAnswer } from '../core/project/capacity.ts';
import { placeWord, questionWords } from './capacity-words.ts';
import type { Figure } from './coverage-figures.ts';
import { type FindingPart, sentenceParts } from './finding.ts';
import { formatCount, formatFactor, formatHeadline, formatMeters, formatShare } from './numbers.ts';
import { wholeParts } from './whole-parts.ts';
import type { Language, Say } from './words/index.ts';

/** The three as whole numbers that add up to the whole as shown. */
export function ledgerParts({ served, noPlace, outOfReach, total }: LedgerRow) {
  const [a, b, c] = wholeParts([served, noPlace, outOfReach], total);
  // Somebody is not shown as nobody: 0.4 people are "<1".
  const shown = (whole: number, exact: number) => (whole === 0 ? exact : whole);
  return { served: shown(a, served), noPlace: shown(b, noPlace), outOfReach: shown(c, outOfReach) };
}

/** 「3–5 岁儿童 18,828 人中，14,163 人有学位；2,650 人在 1,000 米内有幼儿园但学位不够；2,015 人在此范围内没有幼儿园。」 */
export function capacityFinding(
  row: LedgerRow,
  { question }: Pick<CapacityAnswer, 'question'>,
  detourFactor: number | null,
  say: Say,
  language: Language,
): FindingPart[] {
  const words = questionWords(question, detourFactor, say, language);
  if (!(row.total > 0)) return sentenceParts((all) => say('capacity.finding.nobody', all), {}, words);
  const parts = ledgerParts(row);
  const figures = {
    total: formatHeadline(row.total, language),
    served: formatHeadline(parts.served, language),
    noPlace: formatHeadline(parts.noPlace, language),
    outOfReach: formatHeadline(parts.outOfReach, language),
  };
  const key = row.noPlace + row.outOfReach > 0 ? 'some' : 'all';
  return sentenceParts((all) => say(`capacity.finding.${key}`, all), figures, words);
}

/** Served, without a place, out of reach; below them how much of the supply is used. */
export function capacityFigures(
  row: LedgerRow,
  answer: CapacityAnswer,
  say: Say,
  language: Language,
): Figure[] {
  const parts = ledgerParts(row);
  const unit = language === 'en' ? '' : say('unit.people');
  const { totals } = answer.allocation;
  const place = placeWord(answer.question.service, answer.question.supply, say);
  const walked = totals.served > 0 ? totals.personMeters / totals.served : Number.NaN;
  return [
    ...(['served', 'noPlace', 'outOfReach'] as const).map((id) => ({
      id,
      label: say(`capacity.figure.${id}`, { place }),
      value: formatHeadline(parts[id], language),
      unit,
    })),
    {
      id: 'servedShare',
      label: say('capacity.figure.servedShare', { place }),
      value: formatShare(row.total > 0 ? row.served / row.total : Number.NaN, language),
      isMinor: true,
    },
    { id: 'used', label: say('capacity.figure.used'), value: usedShare(answer, language), isMinor: true },
    {
      id: 'walk',
      label: say('capacity.figure.walk'),
      value: formatMeters(walked, language),
      unit: say('screen.metersUnit'),
      isMinor: true,
    },
  ];
}

function usedShare({ use }: CapacityAnswer, language: Language): string {
  let [used, capacity] = [0, 0];
  use.capacity.forEach((count, k) => {
    if (!Number.isFinite(count)) return;
    used += use.used[k];
    capacity += count;
  });
  return formatShare(capacity > 0 ? used / capacity : Number.NaN, language);
}

/** What else has to be said: facilities that were not surveyed, and what the other way of giving out places would do. */
export function capacityNotes(
  answer: CapacityAnswer,
  detourFactor: number | null,
  say: Say,
  language: Language,
): { unsurveyed: string | undefined; perPerson: string | undefined; order: string } {
  const { question, allocation, difference } = answer;
  const words = questionWords(question, detourFactor, say, language);
  const { unsurveyed, noPlaceNearUnsurveyed } = allocation.totals;
  const [together, inTurn] = difference.metersPerServed;
  const isFarther = Math.round(together) !== Math.round(inTurn);
  const order = difference.peopleMoved >= 0.5 ? 'orderDiffers' : isFarther ? 'orderFarther' : 'orderSame';
  const isArea = question.supply === 'landArea' || question.supply === 'floorArea';
  return {
    unsurveyed:
      unsurveyed > 0
        ? say('capacity.note.unsurveyed', {
            ...words,
            count: unsurveyed,
            people: formatCount(noPlaceNearUnsurveyed, language),
          })
        : undefined,
    perPerson: isArea
      ? say('capacity.note.perPerson', { perPerson: formatFactor(question.perPerson, language) })
      : undefined,
    order: say(`capacity.note.${order}`, {
      ...words,
      served: formatCount(difference.served, language),
      moved: formatCount(difference.peopleMoved, language),
      together: formatMeters(together, language),
      inTurn: formatMeters(inTurn, language),
    }),
  };
}
