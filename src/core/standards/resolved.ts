import { serviceOf } from '../dataset/services.ts';
import type { CoverageLimit, Rule } from './rule.ts';
import { type Standard, servicesOfStandard, type Target } from './standard.ts';
import type { Operator } from './standard-schema.ts';
import { endsOf } from './verdict.ts';

/** What a project changes about a standard. */
export interface StandardOverride {
  id: string;
  catchmentMeters?: number;
  value?: Exclude<Target, null>;
  operator?: Operator;
  limitMeters?: number;
  limitMinutes?: number;
  share?: number;
  group?: string;
}

/** How the project's version stands to the library's: a local standard may be stricter, never silently weaker. */
export type Departure = 'weaker' | 'stricter' | 'other';

/** A standard as it is judged: the library's, with the project's changes. */
export type ResolvedStandard<R extends Rule = Rule> = Omit<Standard, 'rule'> & {
  rule: R;
  /** Radius within which a supply is shared. */
  catchmentMeters: number;
  /** The user set a number of their own. */
  isOwnValue: boolean;
  departure: Departure | undefined;
};

const FALLBACK_CATCHMENT = 1000;

/** Puts the project's changes over a standard. Of coverage the number is a limit (≤ 15 min, ≤ 300 m) or a share (≥ 98 %). */
export function resolveStandard(printed: Standard, override: StandardOverride): ResolvedStandard {
  const standard = asJudged(printed);
  const rule = changedRule(standard, override);
  const isReach = rule.kind === 'coverage' || rule.kind === 'coverage-of-all';
  const value = override.value ?? (isReach ? numberOfReach(standard, override) : standard.value);
  const operator =
    override.operator ?? (override.value !== undefined ? judging(standard.operator) : standard.operator);
  const resolved = { ...standard, rule, value, operator };
  const widest = Math.max(
    0,
    ...servicesOfStandard(standard)
      .slice(0, 1)
      .flatMap((id) => serviceOf(id).limits),
  );
  return {
    ...resolved,
    catchmentMeters: override.catchmentMeters ?? (widest || FALLBACK_CATCHMENT),
    isOwnValue: override.value !== undefined || standard.profile === 'own',
    departure: departureOf(standard, resolved),
  };
}

/** A size that the clause prints with `=` and means as a bound. */
function asJudged(standard: Standard): Standard {
  const { rule } = standard;
  return rule.kind === 'facility-size' && rule.judgedAs ? { ...standard, operator: rule.judgedAs } : standard;
}

/** A number given to a clause that has none is a least value. */
function judging(operator: Operator): Operator {
  return operator === 'rule' || operator === 'benchmark' ? '>=' : operator;
}

/** The number of the clause follows the limit or share that the user set. */
function numberOfReach(standard: Standard, { limitMeters, limitMinutes, share }: StandardOverride): Target {
  if (!isLimitNumber(standard)) return share ?? standard.value;
  return limitMeters ?? limitMinutes ?? standard.value;
}

/** `<= 15 min`: the number of a coverage clause is its limit. `>= 98 %`: it is the share. */
function isLimitNumber({ operator, unit }: Standard): boolean {
  return !unit.startsWith('%') && operator !== '>=' && operator !== '>' && operator !== '=';
}

function changedRule(standard: Standard, override: StandardOverride): Rule {
  const { rule } = standard;
  const group = 'group' in rule && override.group !== undefined ? { group: override.group } : {};
  if (rule.kind !== 'coverage' && rule.kind !== 'coverage-of-all') return { ...rule, ...group } as Rule;
  const own = typeof override.value === 'number' ? override.value : undefined;
  const limit = changedLimit(rule.limit, override, isLimitNumber(standard) ? own : undefined);
  const share = override.share ?? (isLimitNumber(standard) ? undefined : own) ?? rule.share;
  return { ...rule, ...group, limit, share };
}

function changedLimit(
  limit: CoverageLimit,
  { limitMeters, limitMinutes }: StandardOverride,
  own: number | undefined,
): CoverageLimit {
  if (limitMeters !== undefined) return { meters: limitMeters };
  if (limitMinutes !== undefined) {
    return { minutes: limitMinutes, mode: 'minutes' in limit ? limit.mode : 'walk' };
  }
  if (own === undefined) return limit;
  return 'minutes' in limit ? { ...limit, minutes: own } : { meters: own };
}

function departureOf(
  standard: Standard,
  changed: Pick<Standard, 'rule' | 'value' | 'operator' | 'unit'>,
): Departure | undefined {
  const from = standard.rule;
  const to = changed.rule;
  const found: Departure[] = [];
  if ('group' in from && 'group' in to && from.group !== to.group) found.push('other');
  if ('limit' in from && 'share' in from && 'limit' in to && 'share' in to && from.limit && to.limit) {
    found.push(...limitDeparture(from.limit, to.limit));
    if (to.share !== from.share) found.push(to.share < from.share ? 'weaker' : 'stricter');
  } else {
    found.push(...numberDeparture(standard, changed));
  }
  if (found.includes('weaker')) return 'weaker';
  return found.includes('other') ? 'other' : found[0];
}

function limitDeparture(from: CoverageLimit, to: CoverageLimit): Departure[] {
  if ('meters' in from !== 'meters' in to) return ['other'];
  const [before, after] = [numberOf(from), numberOf(to)];
  if (before === after) return [];
  return [after > before ? 'weaker' : 'stricter'];
}

function numberOf(limit: CoverageLimit): number {
  return 'meters' in limit ? limit.meters : limit.minutes;
}

/** Weaker: something passes that did not pass before. */
function numberDeparture(
  standard: Standard,
  changed: Pick<Standard, 'value' | 'operator' | 'unit'>,
): Departure[] {
  if (
    JSON.stringify(standard.value) === JSON.stringify(changed.value) &&
    standard.operator === changed.operator
  ) {
    return [];
  }
  if (standard.value === null) return ['stricter'];
  if (changed.value === null) return ['weaker'];
  const before = endsOf(standard.operator, standard.value, standard.unit);
  const after = endsOf(changed.operator, changed.value, changed.unit);
  const isWeaker =
    after[0] < before[0] ||
    after[1] > before[1] ||
    (after[0] === before[0] && standard.operator === '>' && changed.operator !== '>') ||
    (after[1] === before[1] && standard.operator === '<' && changed.operator !== '<');
  return [isWeaker ? 'weaker' : 'stricter'];
}
