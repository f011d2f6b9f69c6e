import { ATTRIBUTES, type Attribute, attributeValue } from '../dataset/attributes.ts';
import type { ColumnProfile } from './profile.ts';

export interface AttributeGuess {
  column: string;
  as: string;
}

/**
 * Columns whose header is a word of an attribute, whole but for a unit in brackets and a 数 behind it: 护理型床位（张）. One
 * column an attribute, the first. A column whose values do not fit (text for a number, a word that is none of the values)
 * is none: a 级别 of 三级甲等 is no tier of administration.
 */
export function guessAttributes(profiles: ColumnProfile[]): AttributeGuess[] {
  const taken = new Set<string>();
  return ATTRIBUTES.flatMap((attribute) => {
    const words = new Set(attribute.words.map(plainHeader));
    const column = profiles.find(
      (profile) =>
        !taken.has(profile.name) && words.has(plainHeader(profile.words)) && fits(attribute, profile),
    );
    if (!column) return [];
    taken.add(column.name);
    return [{ column: column.name, as: attribute.id }];
  });
}

function plainHeader(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_]*[([][^()[\]]*[)\]]$/, '')
    .replace(/_/g, ' ')
    .trim()
    .replace(/(?<=.)(人数|数量|数)$/, '');
}

function fits(attribute: Attribute, { filled, numericShare, example }: ColumnProfile): boolean {
  if (filled === 0) return true;
  if (attribute.kind === 'number') return numericShare >= 0.5;
  return attributeValue(attribute, example) !== undefined;
}
