import type { Districts } from '../dataset/districts.ts';
import { buildPolygonIndex, findPolygon, type PolygonIndex, polygonContains } from '../grid/polygon-index.ts';
import { presentName } from './renamed-districts.ts';
import { borderPieces, indexSegments, nearestSegmentMeters, type SegmentIndex } from './segment-index.ts';

/**
 * Districts by what people call them. Names of several years are one (闸北区 is part of 静安区 since 2015), and a name that
 * several districts share means any of them.
 */
export interface DistrictNames {
  districts: Districts;
  index: PolygonIndex;
  /** Present name → rows of the districts. */
  rowsByName: ReadonlyMap<string, readonly number[]>;
  /** All names, old and present, and the length of the longest: how they are looked for in an address. */
  spelled: ReadonlySet<string>;
  longest: number;
  borders: Map<string, SegmentIndex>;
}

/** What an address names a district by; a road of that name does not count. */
const NAME_END = /[区县市镇乡村]|街道|居委会/g;
const ROAD_AFTER = /^(?:[东南西北中]?(?:大)?[路街道巷弄里]|大道|公路)(?!道)/;

export function districtNames(districts: Districts): DistrictNames {
  const rowsByName = new Map<string, number[]>();
  const spelled = new Set<string>();
  for (let row = 0; row < districts.count; row++) {
    const name = districts.name[row].normalize('NFKC').trim();
    if (name === '') continue;
    const present = presentName(name);
    spelled.add(name).add(present);
    const rows = rowsByName.get(present);
    if (rows) rows.push(row);
    else rowsByName.set(present, [row]);
  }
  return {
    districts,
    index: buildPolygonIndex(districts.shapes),
    rowsByName,
    spelled,
    longest: Math.max(0, ...Array.from(spelled, (name) => name.length)),
    borders: new Map(),
  };
}

/** The district a cell names: the whole text, under its old or its present name. Undefined when it is none of these. */
export function districtNamed(names: DistrictNames, text: string): string | undefined {
  const present = presentName(text);
  return names.rowsByName.has(present) ? present : undefined;
}

/**
 * The smallest district that an address names. Of names that overlap the longer wins (浦东新区 before 东新区); of those that
 * remain, the one written last, since Chinese addresses go from the large to the small.
 */
export function districtInAddress(names: DistrictNames, address: string): string | undefined {
  const text = address.normalize('NFKC');
  let found: string | undefined;
  let from = 0;
  for (const match of text.matchAll(NAME_END)) {
    const end = match.index + match[0].length;
    const name = longestNameBefore(names, text, from, end);
    if (name === undefined || ROAD_AFTER.test(text.slice(end))) continue;
    found = presentName(name);
    from = end;
  }
  return found;
}

function longestNameBefore(
  { spelled, longest }: DistrictNames,
  text: string,
  from: number,
  end: number,
): string | undefined {
  for (let start = Math.max(from, end - longest); start <= end - 2; start++) {
    const name = text.slice(start, end);
    if (spelled.has(name)) return name;
  }
  return undefined;
}

/** Whether a place lies in (one of) the districts of a present name. */
export function isInNamed(names: DistrictNames, name: string, lng: number, lat: number): boolean {
  return (names.rowsByName.get(name) ?? []).some((row) => polygonContains(names.index, row, lng, lat));
}

/** Metres from a place outside to the border of the districts of a name; Infinity beyond `most`. */
export function metersToNamed(
  names: DistrictNames,
  name: string,
  lng: number,
  lat: number,
  most: number,
): number {
  let border = names.borders.get(name);
  if (!border) {
    border = indexSegments(borderPieces(names.districts.shapes, names.rowsByName.get(name) ?? []));
    names.borders.set(name, border);
  }
  return nearestSegmentMeters(border, lng, lat, most);
}

/** Name of the district a place lies in, at the level of the districts called `like`; '' when in none. */
export function districtAt(names: DistrictNames, like: string, lng: number, lat: number): string {
  const { districts } = names;
  const level = districts.level[(names.rowsByName.get(like) ?? [0])[0]];
  let found = '';
  findPolygon(names.index, lng, lat, (row) => {
    if (districts.level[row] !== level || !polygonContains(names.index, row, lng, lat)) return false;
    found = districts.name[row];
    return true;
  });
  return found;
}
