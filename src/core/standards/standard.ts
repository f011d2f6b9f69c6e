import library from '../../../data/standards/standards.json';
import type { ServiceId } from '../dataset/services.ts';

/** A standard 标准: a number to meet, with everything a planner needs to defend it. Fields: data/standards/README.md. */
export interface Standard {
  id: string;
  zh: string;
  en: string;
  services: ServiceId[];
  measure: 'area_per_person';
  attribute: 'landArea' | 'floorArea';
  operator: '>=' | '>';
  value: number;
  unit: string;
  group: string;
  targetYear: number | null;
  jurisdiction: string;
  force: 'binding' | 'expected' | 'stated' | 'benchmark';
  source: { title: string; section: string };
  verified: boolean;
  scope: { zh: string; en: string };
}

export const STANDARDS: readonly Standard[] = library as Standard[];

export function standardOf(id: string): Standard | undefined {
  return STANDARDS.find((standard) => standard.id === id);
}

/** How a district stands. `no-people` and `not-surveyed` are never a shortfall. */
export type StandardState = 'met' | 'short' | 'no-people' | 'not-surveyed' | 'not-computable';

/** Whether a value meets a standard; `>` is not `≥`. */
export function meets(standard: Standard, value: number): boolean {
  return standard.operator === '>' ? value > standard.value : value >= standard.value;
}
