import type { StandardRow } from './row.ts';
import type { Standard, Target } from './standard.ts';
import type { Operator } from './standard-schema.ts';

/** 约、左右: so far from the number is still about the number. */
export const ABOUT = 0.05;

/** What a value is held against. */
export type Goal = Pick<Standard, 'operator' | 'value' | 'unit'>;

/** Met or not; if not, on which side, and the number to come to. */
export interface Comparison {
  isMet: boolean;
  side: 'below' | 'above' | undefined;
  goal: number;
}

/**
 * Holds a value against a number. `>` is not `≥`; `~=` allows 5 % on both sides; of a range both ends are inside; `=` of a
 * percentage means everybody (应保尽保): more is not too much. Undefined where there is no number.
 */
export function compare(
  operator: Operator,
  target: Target,
  value: number,
  unit = '',
): Comparison | undefined {
  if (target === null || operator === 'rule' || operator === 'benchmark') return undefined;
  const [low, high] = endsOf(operator, target, unit);
  const isBelow = operator === '>' ? value <= low : value < low;
  const isAbove = operator === '<' ? value >= high : value > high;
  if (isBelow) return { isMet: false, side: 'below', goal: low };
  if (isAbove) return { isMet: false, side: 'above', goal: high };
  return { isMet: true, side: undefined, goal: value };
}

/** The lowest and the highest value that meet a target. */
export function endsOf(operator: Operator, target: number | [number, number], unit = ''): [number, number] {
  if (Array.isArray(target)) return [Math.min(...target), Math.max(...target)];
  switch (operator) {
    case '<=':
    case '<':
      return [-Infinity, target];
    case '~=':
      return [target * (1 - ABOUT), target * (1 + ABOUT)];
    case '=':
      return unit.startsWith('%') ? [target, Infinity] : [target, target];
    default:
      return [target, Infinity];
  }
}

/**
 * The verdict on a value as a part of a row. `amountAt` turns a value of the standard into the amount that makes it up (m²
 * for m² a person): what is missing is the difference between the amounts at the goal and now.
 */
export function verdictOn(
  goal: Goal,
  value: number,
  amountAt: (value: number) => number,
): Pick<StandardRow, 'state' | 'value' | 'target' | 'operator' | 'unit' | 'shortfall' | 'side'> {
  const { operator, value: target, unit } = goal;
  const found = compare(operator, target, value, unit);
  const head = { value, target, operator, unit };
  if (!found) return { ...head, state: 'not-judged', shortfall: Number.NaN };
  if (found.isMet) return { ...head, state: 'met', shortfall: 0 };
  const shortfall = Math.abs(amountAt(found.goal) - amountAt(value));
  return { ...head, state: 'short', shortfall, side: found.side };
}
