import type { StandardRow } from '../standards/row.ts';
import type { Target } from '../standards/standard.ts';
import type { Operator } from '../standards/standard-schema.ts';
import { compare } from '../standards/verdict.ts';
import type { Say } from './say.ts';

/** Numbers of standards as a sentence has them: grouped, in the words of their unit. */

export function grouped(value: number, digits = 0): string {
  if (!Number.isFinite(value)) return '';
  const [whole, fraction = ''] = value.toFixed(digits).split('.');
  const withCommas = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === '' ? withCommas : `${withCommas}.${fraction}`;
}

const MOST_DIGITS = 6;

/** A figure as it is, without the zeros at its end: `4.5`, `1,250`. */
export function plain(value: number): string {
  if (!Number.isFinite(value)) return '';
  const text = grouped(value, MOST_DIGITS);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** A value with the digits it needs: never rounded so far that a value short of the number reads as if it met it. */
export function valueText({ value, operator, target, unit }: StandardRow): string {
  if (!Number.isFinite(value)) return '';
  const isMet = compare(operator, target, value, unit)?.isMet;
  const first = Math.abs(value) < 10 && !Number.isInteger(value) ? 3 : Number.isInteger(value) ? 0 : 1;
  for (let digits = first; digits < MOST_DIGITS; digits++) {
    const rounded = Number(value.toFixed(digits));
    if (compare(operator, target, rounded, unit)?.isMet === isMet) return grouped(value, digits);
  }
  return plain(value);
}

/** An amount in the words of its unit, whole and rounded up: what is to be built is not 12.8 m² but 13. */
export function amountText(amount: number, unit: string, say: Say): string {
  if (!Number.isFinite(amount)) return '';
  return withUnit(grouped(Math.ceil(amount - 1e-9)), Math.ceil(amount - 1e-9), unit, say);
}

/** A count that is there, rounded to the nearest. */
export function countText(count: number, unit: string, say: Say): string {
  if (!Number.isFinite(count)) return '';
  return withUnit(grouped(Math.round(count)), Math.round(count), unit, say);
}

function withUnit(number: string, count: number, unit: string, say: Say): string {
  const key = `amount.${unit}`;
  const text = say(key, { number, count });
  return text === key ? `${number} ${unit}` : text;
}

/**
 * The unit of a standard, as its source prints it, in the user's words: `m2/person`, `beds/1000 pop`. What the words do not
 * know stands as it is.
 */
export function unitText(unit: string, say: Say): string {
  if (unit.startsWith('%')) return '%';
  const whole = say(`standardUnit.${unit}`);
  if (whole !== `standardUnit.${unit}`) return whole;
  if (unit.startsWith('per ')) return say('standardUnit.facilities');
  return unit
    .split('/')
    .map((part) => {
      const key = `standardUnit.${part.trim()}`;
      const text = say(key);
      return text === key ? part.trim() : text;
    })
    .join('/');
}

/** The number in words, 不低于 4.5 个名额/千人 的要求; a range as `800–1,000 m`; empty where there is no number. */
export function goalText(operator: Operator, target: Target, unit: string, say: Say): string {
  if (target === null) return '';
  const inUnit = unitText(unit, say);
  const tail = inUnit === '' ? '' : ` ${inUnit}`;
  const number = Array.isArray(target) ? `${plain(target[0])}–${plain(target[1])}` : plain(target);
  const values = { target: `${number}${tail}` };
  return operator === 'rule' || operator === 'benchmark'
    ? values.target
    : say(`goal.${OPERATOR_KEY[operator]}`, values);
}

/** The number with its sign, for lists: `≥ 4.5 个名额/千人`; empty where there is no number. */
export function goalSign(operator: Operator, target: Target, unit: string, say: Say): string {
  if (target === null) return '';
  const number = Array.isArray(target) ? `${plain(target[0])}–${plain(target[1])}` : plain(target);
  return [SIGN[operator], number, unitText(unit, say)].filter((part) => part !== '').join(' ');
}

const SIGN: Record<Operator, string> = {
  '>=': '≥',
  '>': '>',
  '<=': '≤',
  '<': '<',
  '=': '=',
  '~=': '≈',
  range: '',
  rule: '',
  benchmark: '',
};

const OPERATOR_KEY: Record<Exclude<Operator, 'rule' | 'benchmark'>, string> = {
  '>=': 'atLeast',
  '>': 'above',
  '<=': 'atMost',
  '<': 'below',
  '=': 'exactly',
  '~=': 'about',
  range: 'exactly',
};
