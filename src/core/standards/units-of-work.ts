import { attributeOf } from '../dataset/attributes.ts';

/** What an attribute is counted in when it is missing: facilities, m², beds, people … */
export function unitOfAttribute(attribute: string): string {
  if (attribute === 'landArea' || attribute === 'floorArea') return 'm2';
  if (attribute === 'capacity') return 'places';
  return attributeOf(attribute)?.unit || attribute;
}
