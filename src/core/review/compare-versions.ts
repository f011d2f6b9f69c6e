import { haversineMeters } from '../analysis/distance.ts';
import type { Facilities } from '../dataset/facilities.ts';
import { coreName } from './name-forms.ts';

/** A field whose text or number differs between two versions. */
export interface FieldChange {
  field: 'name' | 'service' | 'capacity' | 'landArea' | 'floorArea' | 'status';
  before: string | number;
  after: string | number;
}

/** A facility that is in both versions; indices into `Facilities`. */
export interface Kept {
  before: number;
  after: number;
  by: 'id' | 'name' | 'place';
  meters: number;
  moved: boolean;
  changes: FieldChange[];
}

/** Next year's file beside this year's. Every facility of either is in exactly one list. */
export interface VersionDifference {
  /** Indices into the newer version, ascending. */
  fresh: number[];
  /** Indices into the older version, ascending. */
  gone: number[];
  kept: Kept[];
  /** Of `kept`, for counting. */
  moved: Kept[];
  changed: Kept[];
  unchanged: number;
  /** Whether ids are shared well enough to go by. */
  byId: boolean;
}

export interface CompareOptions {
  /** Nearer than this nothing has moved; positions are rounded and remeasured. */
  movedMeters: number;
  /** The same name is looked for so far away. */
  nameMeters: number;
  /** Another name on this spot, of the same service, is the same place renamed. */
  spotMeters: number;
}

export const COMPARE_DEFAULTS: CompareOptions = { movedMeters: 10, nameMeters: 2_000, spotMeters: 20 };

/** Below this share of common ids the numbering was made anew. */
const SHARED_IDS = 0.5;

/**
 * Finds each facility of the older version in the newer: by id where both number alike (and the name or the place agrees with
 * it), else by name and service near by, else by the spot. Nearer pairs first, ties by row: the order of the files leaves no
 * trace but in the indices.
 */
export function compareVersions(
  before: Facilities,
  after: Facilities,
  options: CompareOptions = COMPARE_DEFAULTS,
): VersionDifference {
  const pairing = new Pairing(before, after);
  const byId = sharesIds(before, after);
  if (byId) pairing.take('id', idPairs(before, after));
  pairing.take('name', nearPairs(before, after, nameKey, options.nameMeters));
  pairing.take('place', nearPairs(before, after, serviceKey, options.spotMeters));
  const kept = pairing.kept(options.movedMeters);
  return {
    fresh: indices(after.count).filter((i) => !pairing.isTaken('after', i)),
    gone: indices(before.count).filter((i) => !pairing.isTaken('before', i)),
    kept,
    moved: kept.filter(({ moved }) => moved),
    changed: kept.filter(({ changes }) => changes.length > 0),
    unchanged: kept.filter(({ moved, changes }) => !moved && changes.length === 0).length,
    byId,
  };
}

interface Pair {
  before: number;
  after: number;
  meters: number;
}

class Pairing {
  private readonly before: Facilities;
  private readonly after: Facilities;
  private readonly partner = new Map<number, { after: number; by: Kept['by']; meters: number }>();
  private readonly taken = new Set<number>();

  constructor(before: Facilities, after: Facilities) {
    this.before = before;
    this.after = after;
  }

  isTaken(side: 'before' | 'after', i: number): boolean {
    return side === 'before' ? this.partner.has(i) : this.taken.has(i);
  }

  take(by: Kept['by'], pairs: Pair[]): void {
    const ordered = pairs.sort((a, b) => a.meters - b.meters || a.before - b.before || a.after - b.after);
    for (const { before, after, meters } of ordered) {
      if (this.partner.has(before) || this.taken.has(after)) continue;
      this.partner.set(before, { after, by, meters });
      this.taken.add(after);
    }
  }

  kept(movedMeters: number): Kept[] {
    return [...this.partner]
      .sort((a, b) => a[0] - b[0])
      .map(([before, { after, by, meters }]) => ({
        ...{ before, after, by, meters },
        moved: meters > movedMeters,
        changes: changesBetween(this.before, before, this.after, after),
      }));
  }
}

function indices(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}

/** Ids that are only row numbers say nothing about the place. */
function sharesIds(before: Facilities, after: Facilities): boolean {
  const isNumbering = ({ id, row, count }: Facilities) =>
    count > 0 && id.every((text, i) => text === String(row[i]));
  if (isNumbering(before) || isNumbering(after)) return false;
  const known = new Set(before.id);
  const shared = after.id.filter((id) => known.has(id)).length;
  return shared > 0 && shared >= SHARED_IDS * Math.min(before.count, after.count);
}

/** An id given to another place is no match: the name has to agree, or the spot. */
function idPairs(before: Facilities, after: Facilities): Pair[] {
  const byId = new Map(after.id.map((id, i) => [id, i]));
  return before.id.flatMap((id, i): Pair[] => {
    const j = byId.get(id);
    if (j === undefined) return [];
    const meters = metersBetween(before, i, after, j);
    const agrees =
      coreName(before.name[i]) === coreName(after.name[j]) || meters <= COMPARE_DEFAULTS.nameMeters;
    return agrees ? [{ before: i, after: j, meters }] : [];
  });
}

function nameKey(facilities: Facilities, i: number): string {
  const name = coreName(facilities.name[i]);
  return name === '' ? '' : `${facilities.service[i]}|${name}`;
}

function serviceKey(facilities: Facilities, i: number): string {
  // A place on the spot is at most one such step away from its fellow.
  return facilities.service[i];
}

function nearPairs(
  before: Facilities,
  after: Facilities,
  key: (facilities: Facilities, i: number) => string,
  most: number,
): Pair[] {
  const step = Math.max(most / 100_000, 1e-4);
  const cells = new Map<string, number[]>();
  const cell = (facilities: Facilities, i: number, dx: number, dy: number) =>
    `${key(facilities, i)}|${Math.floor(facilities.lng[i] / (2 * step)) + dx}|${Math.floor(facilities.lat[i] / step) + dy}`;
  for (let j = 0; j < after.count; j++) {
    const name = cell(after, j, 0, 0);
    cells.set(name, [...(cells.get(name) ?? []), j]);
  }
  const pairs: Pair[] = [];
  for (let i = 0; i < before.count; i++) {
    if (key(before, i) === '') continue;
    for (const [dx, dy] of AROUND) {
      for (const j of cells.get(cell(before, i, dx, dy)) ?? []) {
        const meters = metersBetween(before, i, after, j);
        if (meters <= most) pairs.push({ before: i, after: j, meters });
      }
    }
  }
  return pairs;
}

const AROUND = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => [dx, dy] as const));

function metersBetween(before: Facilities, i: number, after: Facilities, j: number): number {
  return haversineMeters(before.lng[i], before.lat[i], after.lng[j], after.lat[j]);
}

const TEXTS = ['name', 'service', 'status'] as const;
const NUMBERS = ['capacity', 'landArea', 'floorArea'] as const;

function changesBetween(before: Facilities, i: number, after: Facilities, j: number): FieldChange[] {
  const texts = TEXTS.flatMap((field): FieldChange[] => {
    const [a, b] = [before[field][i], after[field][j]];
    return a.trim() === b.trim() ? [] : [{ field, before: a, after: b }];
  });
  const numbers = NUMBERS.flatMap((field): FieldChange[] => {
    const [a, b] = [before[field][i], after[field][j]];
    return Object.is(a, b) ? [] : [{ field, before: a, after: b }];
  });
  return [...texts, ...numbers];
}
