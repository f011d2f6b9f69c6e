import type {
  Condition,
  CoverageLimit,
  GroupCondition,
  Rule,
  Supply,
} from '../../../src/core/standards/rule.ts';

/** What a rule computes, or why nothing can be, in a few words for the table of the README. */
export function ruleInWords(rule: Rule): string {
  switch (rule.kind) {
    case 'ratio':
      return `${supply(rule.supply)} ÷ ${rule.group}${rule.per === 1 ? '' : ` × ${number(rule.per)}`}`;
    case 'share':
      return `${supply(rule.part)} ÷ ${supply(rule.whole)}, per cent`;
    case 'share-of-districts':
      return `per cent of ${rule.tier} districts with ${supply(rule.supply)}${rule.perGroup ? ` ÷ ${rule.perGroup}` : ''} ≥ ${rule.atLeast}`;
    case 'count-per-district':
      return `${supply(rule.supply)} in every ${rule.tiers.join(', ')}${rule.when ? ` where ${rule.when.map(groupCondition).join(' or ')}` : ''}`;
    case 'coverage':
      return `${rule.group} within ${limit(rule.limit)}${rule.reading ? `, ${rule.reading},` : ''} of ${supply(rule.supply)}: ${rule.share} per cent`;
    case 'coverage-of-all':
      return `${rule.group} within ${limit(rule.limit)} of each of ${rule.baskets.map(({ services }) => services.join('/')).join(', ')}: ${rule.share} per cent`;
    case 'total':
      return `sum of ${supply(rule.supply)}${rule.unit === 1 ? '' : ` ÷ ${number(rule.unit)}`}`;
    case 'facility-size': {
      const divided = rule.dividedBy ? ` ÷ ${rule.dividedBy}` : '';
      const unit = rule.unit ? ` ÷ ${number(rule.unit)}` : '';
      const bound = rule.judgedAs ? `, judged as ${rule.judgedAs === '<=' ? 'at most' : 'at least'}` : '';
      const flag = rule.flag ? ', listed without a verdict' : '';
      return `${rule.attribute}${divided}${unit} of every ${rule.services.join(', ')}${where(rule.where)}${bound}${flag}`;
    }
    case 'catchment-people':
      return `${rule.group} of every ${rule.services.join(', ')}, ${rule.limit ? `within ${limit(rule.limit)}` : 'by nearest'}`;
    case 'mobile-visits':
      return `visits of ${rule.services.join(', ')} a ${rule.period} in every ${rule.tier}`;
    case 'inequality':
      return `Gini index of ${supply(rule.supply)} ÷ ${rule.group} over ${rule.tier} districts`;
    case 'tiers':
      return rule.levels.map((level) => `${level.tier}: ${supply(level.supply)}`).join('; ');
    case 'entered':
    case 'checked':
      return rule.why.en;
  }
}

function supply(of: Supply): string {
  return `${of.attribute} of ${services(of.services)}${where(of.where)}`;
}

/** A long list is told by its length; the JSON has it in full. */
function services(ids: string[]): string {
  return ids.length <= 8 ? ids.join(', ') : `${ids.length} services`;
}

function where(conditions: Condition[] | undefined): string {
  if (!conditions) return '';
  const texts = conditions.map((condition) => {
    if ('is' in condition) return `${condition.attribute} is ${condition.is.join(' or ')}`;
    if ('atLeast' in condition) return `${condition.attribute} ≥ ${number(condition.atLeast)}`;
    return `${condition.attribute} < ${number(condition.below)}`;
  });
  return ` (${texts.join(', ')})`;
}

function groupCondition(condition: GroupCondition): string {
  return 'atLeast' in condition
    ? `${condition.group} ≥ ${number(condition.atLeast)}`
    : `${condition.group} > ${number(condition.above)}`;
}

function limit(of: CoverageLimit): string {
  return 'meters' in of ? `${number(of.meters)} m` : `${of.minutes} min ${of.mode}`;
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}
