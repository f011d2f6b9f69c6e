import type { Facilities } from '../dataset/facilities.ts';
import { serviceOf } from '../dataset/services.ts';

/** Attributes of the facilities beyond the columns that every table has. */
type WithAttributes = Facilities & {
  numbers?: Record<string, Float64Array>;
  texts?: Record<string, string[]>;
};

/** An attribute of all facilities as numbers: `facilities` is 1 each; NaN where it is not known. */
export function supplyColumn(facilities: WithAttributes, attribute: string): Float64Array {
  const { count, service, capacity, numbers } = facilities;
  switch (attribute) {
    case 'facilities':
      return new Float64Array(count).fill(1);
    case 'landArea':
    case 'floorArea':
    case 'capacity':
      return facilities[attribute];
    case 'places':
    case 'beds':
      return (
        numbers?.[attribute] ??
        capacity.map((value, i) => (serviceOf(service[i]).capacityUnit === attribute ? value : Number.NaN))
      );
    default:
      return numbers?.[attribute] ?? new Float64Array(count).fill(Number.NaN);
  }
}

/** An attribute as canonical words, '' where it is not known; undefined when the data has no such column. */
export function textColumn({ texts }: WithAttributes, attribute: string): string[] | undefined {
  return texts?.[attribute];
}

/** What an attribute is counted in when it is missing. */
export function unitOfAttribute(attribute: string): string {
  if (attribute === 'landArea' || attribute === 'floorArea') return 'm2';
  return attribute === 'capacity' ? 'places' : attribute;
}
