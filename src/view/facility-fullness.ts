import type { ServiceId } from '../core/dataset/services.ts';
import type { CapacityAnswer } from '../core/project/capacity.ts';
import { formatCount } from './numbers.ts';
import type { Language, Say } from './words/index.ts';

/** How full a facility is: symbols are filled from below by quarters; a full one has a rim, an unknown one is empty and dashed. */
export const FULLNESS = ['empty', 'quarter', 'half', 'most', 'full', 'unknown'] as const;

export type Fullness = (typeof FULLNESS)[number];

/** Height of the filling, as a share of the symbol. */
export const FILLED: Record<Fullness, number> = {
  empty: 0,
  quarter: 0.25,
  half: 0.5,
  most: 0.75,
  full: 1,
  unknown: 0,
};

/** NaN: not surveyed, or no place to use. Less than 0.1 % of room is none. */
export function fullnessOf(share: number): Fullness {
  if (Number.isNaN(share)) return 'unknown';
  if (share >= 0.999) return 'full';
  if (share >= 0.625) return 'most';
  if (share >= 0.375) return 'half';
  return share > 0.001 ? 'quarter' : 'empty';
}

export function fullnessSymbolId(service: ServiceId, level: Fullness): string {
  return `use:${level}:${service}`;
}

/** Level of each facility by its row. */
export function fullnessByRow({
  facilities,
  use,
}: Pick<CapacityAnswer, 'facilities' | 'use'>): Map<number, Fullness> {
  return new Map(Array.from(facilities, (row, k): [number, Fullness] => [row, fullnessOf(use.share[k])]));
}

/** The facilities of the map with the symbols of how full they are; others as they were. */
export function withFullness(
  collection: GeoJSON.FeatureCollection,
  service: ServiceId,
  levels: Map<number, Fullness>,
): GeoJSON.FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: collection.features.map((feature) => {
      const level = levels.get(Number(feature.id));
      if (level === undefined) return feature;
      return { ...feature, properties: { ...feature.properties, symbol: fullnessSymbolId(service, level) } };
    }),
  };
}

/** How many facilities are how full, for the legend: levels that occur. */
export function fullnessLegend(levels: Map<number, Fullness>, say: Say, language: Language) {
  return FULLNESS.flatMap((level) => {
    const count = [...levels.values()].filter((one) => one === level).length;
    if (count === 0) return [];
    return [{ level, label: say(`capacity.use.${level}`), count: formatCount(count, language) }];
  });
}
