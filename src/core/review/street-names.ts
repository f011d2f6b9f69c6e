import type { Streets } from '../formats/streets.ts';
import { indexSegments, nearestSegmentMeters, type SegmentIndex, streetPieces } from './segment-index.ts';

/** Streets by name: where the road is that an address names. */
export interface StreetNames {
  has(name: string): boolean;
  /** Metres to the nearest piece of the street; Infinity beyond `most`. */
  metersTo(name: string, lng: number, lat: number, most: number): number;
}

export function streetNamesOf(streets: Streets): StreetNames {
  const ways = new Map<string, number[]>();
  streets.wayTags.forEach(({ name }, way) => {
    if (name === undefined) return;
    const known = ways.get(name);
    if (known) known.push(way);
    else ways.set(name, [way]);
  });
  const indexes = new Map<string, SegmentIndex>();
  return {
    has: (name) => ways.has(name),
    metersTo(name, lng, lat, most) {
      let index = indexes.get(name);
      if (!index) {
        const wanted = new Set(ways.get(name));
        index = indexSegments(streetPieces(streets, (way) => wanted.has(way)));
        indexes.set(name, index);
      }
      return nearestSegmentMeters(index, lng, lat, most);
    },
  };
}

const ROAD_END = /(?:路|街|大道|道|巷|弄|里|胡同|公路|快速路|环线)/g;
const LONGEST_NAME = 10;

/** The street that an address names and that is loaded, the longest name of those that end at the same sign; '' when none. */
export function streetInAddress(names: StreetNames, address: string): string {
  const text = address.normalize('NFKC');
  for (const match of text.matchAll(ROAD_END)) {
    const end = match.index + match[0].length;
    for (let from = Math.max(0, end - LONGEST_NAME); from < end - 1; from++) {
      const name = text.slice(from, end);
      if (names.has(name)) return name;
    }
  }
  return '';
}
