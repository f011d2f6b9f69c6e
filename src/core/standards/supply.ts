import { standIn, supplyColumn, textColumn } from '../dataset/attributes.ts';
import type { Facilities } from '../dataset/facilities.ts';
import type { ServiceId } from '../dataset/services.ts';
import type { Missing } from './row.ts';
import type { Condition, Supply } from './rule.ts';

/** The open facilities that a rule counts, ascending, and what each brings; NaN: not surveyed. */
export interface Chosen {
  rows: Int32Array;
  amounts: Float64Array;
  /** 1 where the amount is not known, 0 elsewhere. */
  unsurveyed: Float64Array;
  /** 1 for each: to count them. */
  ones: Float64Array;
  /** Set when no facility of these services is in the data at all, or none of them was surveyed: nowhere is a verdict. */
  missing: Missing | undefined;
  /** The attribute that stands in for one that no facility of a service has: an upper bound. */
  standIn: string | undefined;
  /** The attribute to name where nothing is known. */
  lacking: string;
}

/**
 * Picks the open facilities of a supply. One that fails a condition does not count; one whose attribute for a condition is
 * missing may or may not count: it is there, and not surveyed.
 */
export function chooseSupply({ services, attribute, where = [] }: Supply, facilities: Facilities): Chosen {
  const column = supplyColumn(facilities, attribute);
  const tests = where.map((condition) => conditionTest(condition, facilities));
  const unknown = new Map<string, number>();
  const rows: number[] = [];
  const amounts: number[] = [];
  for (let i = 0; i < facilities.count; i++) {
    if (facilities.status[i] !== 'open' || !services.includes(facilities.service[i])) continue;
    const answers = tests.map((test) => test(i));
    if (answers.includes(false)) continue;
    const firstUnknown = answers.indexOf(undefined);
    const amount = firstUnknown >= 0 ? Number.NaN : column[i];
    if (Number.isNaN(amount)) {
      const name = firstUnknown >= 0 ? where[firstUnknown].attribute : attribute;
      unknown.set(name, (unknown.get(name) ?? 0) + 1);
    }
    rows.push(i);
    amounts.push(amount);
  }
  const lacking = [...unknown].sort((a, b) => b[1] - a[1])[0]?.[0] ?? attribute;
  const isUnknown = rows.length > 0 && amounts.every(Number.isNaN);
  return {
    rows: Int32Array.from(rows),
    amounts: Float64Array.from(amounts),
    unsurveyed: Float64Array.from(amounts, (amount) => (Number.isNaN(amount) ? 1 : 0)),
    ones: new Float64Array(rows.length).fill(1),
    missing: servicesMissing(services, facilities) ?? (isUnknown ? attributeMissing(lacking) : undefined),
    standIn: standIn(facilities, attribute, services),
    lacking,
  };
}

/** A city without a single such facility in the data has not been surveyed: it is not short of everything. */
export function servicesMissing(services: ServiceId[], { service }: Facilities): Missing | undefined {
  if (service.some((one) => services.includes(one))) return undefined;
  return { reason: 'services', values: { services: services.join(',') } };
}

/** No facility in the data has it: the column is missing. */
export function attributeMissing(attribute: string): Missing {
  return { reason: 'attribute', values: { attribute } };
}

/** Others have it; those of a district do not: the cells are blank. */
export function attributeBlank(attribute: string): Missing {
  return { reason: 'attribute-here', values: { attribute } };
}

/** Whether a facility fulfils a condition; undefined when its attribute is not known. */
function conditionTest(condition: Condition, facilities: Facilities): (row: number) => boolean | undefined {
  if ('is' in condition) {
    const texts = textColumn(facilities, condition.attribute);
    return (row) => (texts?.[row] ? condition.is.includes(texts[row]) : undefined);
  }
  const numbers = supplyColumn(facilities, condition.attribute);
  return (row) => {
    const value = numbers[row];
    if (Number.isNaN(value)) return undefined;
    return 'atLeast' in condition ? value >= condition.atLeast : value < condition.below;
  };
}

/** For the evaluation: what stands in for an attribute, where anything does. */
export function standInOf({ standIn: by }: Chosen, attribute: string) {
  return by === undefined ? {} : { standIn: { attribute, by } };
}
