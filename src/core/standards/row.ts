import type { Target } from './standard.ts';
import type { Operator } from './standard-schema.ts';

/**
 * How a district stands. `no-people`, `not-surveyed` and `not-computable` are never a shortfall. `not-judged`: a value that is
 * shown, and no number to hold it against here.
 */
export type StandardState = 'met' | 'short' | 'no-people' | 'not-surveyed' | 'not-computable' | 'not-judged';

/** What a shortfall is counted in. `persons` are staff, `districts` units of administration. */
export type WorkUnit = string;

/** What would be needed to judge; the words are `missing.<reason>`. */
export interface Missing {
  reason:
    | 'services'
    | 'attribute'
    | 'attribute-here'
    | 'level'
    | 'group'
    | 'group-column'
    | 'drive'
    | 'streets'
    | 'none-here'
    | 'condition'
    | 'wider-area'
    | 'not-entered'
    | 'no-number'
    | 'no-target'
    | 'district-value';
  values: Record<string, string | number>;
}

/** A standard held against one district, or the whole area: the formula's numbers, the verdict, the work to be done. */
export interface StandardRow {
  /** As in `CoverageRow.district`. */
  district: number;
  level: string;
  state: StandardState;
  /** In `unit`. NaN without a verdict to give. */
  value: number;
  /** What the value is held against in this row: of a rule for townships, their county is held against a share of 100 %. */
  target: Target;
  operator: Operator;
  unit: string;
  /** value = numerator ÷ denominator × what the rule multiplies by; NaN where the rule divides nothing. */
  numerator: number;
  denominator: number;
  /** Work: what is to be added (`side` below) or taken away (above), ≥ 0; 0 when met, NaN when there is no verdict. */
  shortfall: number;
  shortfallUnit: WorkUnit;
  /** Which side of the number a short value lies on. */
  side?: 'below' | 'above';
  /** Residents of the district, whatever the rule counts. */
  residents: number;
  /** People whom the shortfall concerns; 0 when met. */
  peopleConcerned: number;
  /** Open facilities of the services concerned, and how many of them lack an attribute: a lower bound, if any do. */
  facilities: number;
  unsurveyed: number;
  /** Facilities among them that come on some days only, and count for these. */
  mobile?: number;
  missing?: Missing;
  /** Change of the value a year still needed from the year judged to the target year, in `unit`. */
  yearlyStep?: number;
  /** Of a list of services, the one that most people lack. */
  weakest?: { zh: string; en: string; people: number };
  /** Of a system of levels, the nodes that are missing here. */
  lacking?: { zh: string; en: string }[];
}

const EMPTY = {
  value: Number.NaN,
  target: null,
  operator: 'benchmark' as const,
  unit: '',
  numerator: Number.NaN,
  denominator: Number.NaN,
  shortfall: Number.NaN,
  shortfallUnit: '',
  residents: 0,
  peopleConcerned: 0,
  facilities: 0,
  unsurveyed: 0,
};

/** A row with what is known of it. */
export function rowWith(
  given: Pick<StandardRow, 'district' | 'level' | 'state'> & Partial<StandardRow>,
): StandardRow {
  return { ...EMPTY, ...given };
}
