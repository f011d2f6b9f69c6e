import type { StandardResult } from '../standards/evaluate.ts';
import type { ReachShown } from '../standards/input.ts';
import type { StandardRow } from '../standards/row.ts';
import type { Rule } from '../standards/rule.ts';
import { unitOfAttribute } from '../standards/units-of-work.ts';
import { groupName } from './group-name.ts';
import type { Say } from './say.ts';
import { countText, grouped, plain, unitText, valueText } from './standard-numbers.ts';

export type SaidStandard = Pick<StandardResult, 'standard' | 'weaker' | 'reach' | 'standIn'>;

/** How a value came about, with its numbers filled in: `1,250 m² ÷ 21,340 人 = 0.059 m²/人`. */
export function standardFormula({ standard, reach }: SaidStandard, row: StandardRow, say: Say): string {
  const { rule } = standard;
  const unit = unitText(row.unit, say);
  const value = `${valueText(row)}${unit === '' ? '' : ` ${unit}`}`;
  const shown = { value, numerator: grouped(row.numerator), denominator: grouped(row.denominator) };
  switch (rule.kind) {
    case 'ratio':
      return say('formula.ratio', { ...shown, ...ratioAmounts(rule, row, say), times: timesText(rule.per) });
    case 'share':
      return say('formula.share', {
        value,
        numerator: countText(row.numerator, unitOfAttribute(rule.part.attribute), say),
        denominator: countText(row.denominator, unitOfAttribute(rule.whole.attribute), say),
      });
    case 'coverage':
    case 'coverage-of-all':
      return coverageFormula(rule, reach, { ...shown, ...coverageAmounts(row, say) }, say);
    case 'facility-size':
    case 'catchment-people':
      return say(
        row.target === null && row.unit === 'facilities' ? 'formula.flagged' : 'formula.facilities',
        shown,
      );
    case 'tiers':
      return row.lacking
        ? say('formula.tiers', { ...shown, lacking: lackingText(row, say) })
        : say('formula.tiersAll', shown);
    case 'share-of-districts':
    case 'count-per-district':
    case 'mobile-visits':
      return districtFormula(row, shown, say);
    case 'inequality':
      return say(row.unit === 'gini' ? 'formula.gini' : 'formula.perHead', {
        ...shown,
        gini: valueText(row),
      });
    case 'total':
      return say('formula.total', shown);
    case 'entered':
      return say('formula.entered', shown);
    case 'checked':
      return say(`formula.checked.${row.state === 'met' ? 'yes' : 'no'}`);
  }
}

function coverageFormula(
  rule: Extract<Rule, { kind: 'coverage' | 'coverage-of-all' }>,
  reach: ReachShown | undefined,
  shown: Record<string, string>,
  say: Say,
): string {
  return say(`formula.${rule.kind}`, {
    ...shown,
    group: groupName(rule.group, say),
    limit: limitText(rule.limit, say),
    reading: readingText(reach, say),
    services: rule.kind === 'coverage-of-all' ? rule.baskets.length : '',
  });
}

/** A district of the tier itself has an amount; what lies above has a share of such districts. */
function districtFormula(
  row: StandardRow,
  shown: { value: string; numerator: string; denominator: string },
  say: Say,
): string {
  const isShare = row.unit.startsWith('%');
  if (isShare) return say('formula.units', shown);
  return say('formula.has', { amount: shown.value });
}

function ratioAmounts({ supply, group }: Extract<Rule, { kind: 'ratio' }>, row: StandardRow, say: Say) {
  const unit = group === 'dwellings' ? 'dwellings' : group === 'residential_land' ? 'm2' : 'people';
  return {
    numerator: countText(row.numerator, unitOfAttribute(supply.attribute), say),
    denominator: countText(row.denominator, unit, say),
  };
}

function coverageAmounts(row: StandardRow, say: Say) {
  return {
    numerator: countText(row.numerator, row.shortfallUnit, say),
    denominator: countText(row.denominator, row.shortfallUnit, say),
  };
}

function timesText(per: number): string {
  return per === 1 ? '' : ` × ${plain(per)}`;
}

function limitText(
  limit: { meters: number } | { minutes: number; mode: 'walk' | 'drive' },
  say: Say,
): string {
  return 'meters' in limit
    ? say('limit.meters', { meters: plain(limit.meters) })
    : say(`limit.${limit.mode}`, { minutes: plain(limit.minutes) });
}

/** How reach was measured: reading, factor, and speed where the limit is a time. */
export function readingText(reach: ReachShown | undefined, say: Say): string {
  if (!reach) return '';
  const method =
    reach.reading === 'detour'
      ? say('readingShown.detour', { factor: reach.factor ?? '' })
      : reach.fromTable
        ? say('readingShown.table')
        : say(`method.${reach.reading}`);
  if (reach.metersPerSecond === undefined) return method;
  return say('readingShown.atSpeed', { method, speed: reach.metersPerSecond });
}

export function lackingText({ lacking = [] }: StandardRow, say: Say): string {
  const language = languageOf(say);
  return lacking.map((node) => node[language]).join(language === 'zh' ? '、' : ', ');
}

/** Names of standards come in both languages, beside the words: which of them a `say` speaks. */
export function languageOf(say: Say): 'zh' | 'en' {
  return say('languageCode') === 'zh' ? 'zh' : 'en';
}
