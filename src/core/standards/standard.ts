import type { z } from 'zod';
import library from '../../../data/standards/standards.json';
import type { ServiceId } from '../dataset/services.ts';
import type { Operator, standardSchema } from './standard-schema.ts';

/**
 * A standard 标准: a number to meet, how it is computed (`rule`), and everything a planner needs to defend it. Fields:
 * data/standards/README.md.
 */
export type Standard = z.infer<typeof standardSchema>;

/** One number, or the two ends of a range; null: there is no number to meet. */
export type Target = number | [number, number] | null;

/** A record as the source prints it: `1..2` for a range, and lists of numbers for several kinds of terrain or class. */
type StandardRecord = Omit<Standard, 'operator' | 'value'> & {
  operator: string;
  value: number | number[] | null;
};

/**
 * Brings the words of the sources into one form: `1..2`, and `=` with two numbers, are a range. Of a list for several cases
 * (plain and hills, three classes of station) the first stands; the others are in the record's note.
 */
function fromRecord({ operator, value, ...record }: StandardRecord): Standard {
  const isPair = Array.isArray(value) && value.length === 2 && ['range', '1..2', '='].includes(operator);
  return {
    ...record,
    operator: isPair ? 'range' : (operator as Operator),
    value: isPair ? [value[0], value[1]] : Array.isArray(value) ? value[0] : value,
  };
}

export const STANDARDS: readonly Standard[] = (library as unknown as StandardRecord[]).map(fromRecord);

const BY_ID = new Map(STANDARDS.map((standard) => [standard.id, standard]));

export function standardOf(id: string): Standard | undefined {
  return BY_ID.get(id);
}

/** Whose facilities a standard is about; empty where none are. */
export function servicesOfStandard({ rule }: Pick<Standard, 'rule'>): ServiceId[] {
  const all = ((): ServiceId[] => {
    switch (rule.kind) {
      case 'share':
        return [...rule.part.services, ...rule.whole.services];
      case 'coverage-of-all':
        return rule.baskets.flatMap((basket) => basket.services);
      case 'tiers':
        return rule.levels.flatMap((level) => level.supply.services);
      case 'facility-size':
      case 'catchment-people':
      case 'mobile-visits':
        return rule.services;
      case 'entered':
      case 'checked':
        return [];
      default:
        return rule.supply.services;
    }
  })();
  return [...new Set(all)];
}

/** Whether a map can answer: not what is entered or checked by hand. */
export function isComputable({ rule }: Pick<Standard, 'rule'>): boolean {
  return rule.kind !== 'entered' && rule.kind !== 'checked';
}
