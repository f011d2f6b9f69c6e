import { mix, PALETTE, type Rgb } from './palette.ts';

/**
 * Puts every place into one class of a result. `classOf[i]` is a row of `classes`, or NOBODY where no one of the group
 * lives: such places are not drawn. All readings are in the unit of the limits.
 */
export interface CellClasses {
  classes: CellClass[];
  classOf: Uint8Array;
}

export interface CellClass {
  /** What the class says; the words are `screen.class.<kind>`. */
  kind:
    | 'within'
    | 'beyond'
    | 'farBeyond'
    | 'unreached'
    | 'unlinked'
    | 'none'
    | 'one'
    | 'several'
    | 'both'
    | 'onlyStraight'
    | 'onlyNetwork'
    | 'neither'
    | 'certainCovered'
    | 'uncertain'
    | 'certainUncovered'
    | 'countAll'
    | 'count'
    | 'countSome'
    | 'countNone'
    | 'accessNone'
    | 'accessShort'
    | 'accessMet'
    | 'placeAll'
    | 'placeSome'
    | 'placeFew'
    | 'placeOut'
    | 'supplyOver'
    | 'supplyBand'
    | 'supplyBelow'
    | 'supplyNone'
    | 'standardMet'
    | 'standardPartly'
    | 'standardNot';
  /** Lower bound (exclusive) and upper bound (inclusive), where the kind has them. */
  from?: number;
  to?: number;
  /** The upper bound as a time, where it was asked for as one. */
  minutes?: number;
  colour: Rgb;
  /** Drawn as an outline instead of a fill: the looks of what is not on the scale. */
  outlined?: boolean;
  /** Hatched besides, where the map can. */
  hatched?: boolean;
}

export const NOBODY = 255;

/** Classes by metres to the nearest facility: within each limit, up to twice the last limit, farther, without any. */
export function distanceClasses(
  limitsMeters: readonly number[],
  minutes: readonly (number | undefined)[] = [],
): CellClass[] {
  const last = limitsMeters[limitsMeters.length - 1];
  const within = limitsMeters.map((to, k): CellClass => {
    const t = limitsMeters.length === 1 ? 1 : k / (limitsMeters.length - 1);
    return {
      kind: 'within',
      from: limitsMeters[k - 1] ?? 0,
      to,
      ...(minutes[k] === undefined ? {} : { minutes: minutes[k] }),
      colour: mix(PALETTE.servedBest, PALETTE.servedLast, t),
    };
  });
  return [
    ...within,
    { kind: 'beyond', from: last, to: last * 2, colour: PALETTE.beyond },
    { kind: 'farBeyond', from: last * 2, colour: PALETTE.farBeyond },
    { kind: 'unreached', colour: PALETTE.unreached, outlined: true },
  ];
}

/** `factor`: the detour factor of the reading, 1 for the straight line. */
export function classifyByDistance(
  values: Float64Array,
  meters: Float64Array,
  limitsMeters: readonly number[],
  factor: number,
  minutes?: readonly (number | undefined)[],
): CellClasses {
  const classes = distanceClasses(limitsMeters, minutes);
  const bounds = [...limitsMeters, limitsMeters[limitsMeters.length - 1] * 2];
  return classify(classes, values, (i) => {
    if (meters[i] === Number.POSITIVE_INFINITY) return bounds.length + 1;
    const reach = meters[i] * factor;
    const k = bounds.findIndex((bound) => reach <= bound);
    return k < 0 ? bounds.length : k;
  });
}

/** Classes by how many facilities lie within the limit: several, one, none. */
export function classifyByChoice(values: Float64Array, within: Uint16Array): CellClasses {
  const classes: CellClass[] = [
    { kind: 'several', colour: PALETTE.servedBest },
    { kind: 'one', colour: PALETTE.servedLast },
    { kind: 'none', colour: PALETTE.beyond },
  ];
  return classify(classes, values, (i) => (within[i] > 1 ? 0 : within[i] === 1 ? 1 : 2));
}

/** Classes by supply per person within the catchment, held against a standard's value. */
export function classifyByAccess(people: Float64Array, access: Float64Array, value: number): CellClasses {
  const classes: CellClass[] = [
    { kind: 'accessMet', from: value, colour: PALETTE.met },
    { kind: 'accessShort', from: 0, to: value, colour: PALETTE.beyond },
    { kind: 'accessNone', colour: PALETTE.farBeyond },
  ];
  return classify(classes, people, (i) => (access[i] >= value ? 0 : access[i] > 0 ? 1 : 2));
}

/** Places that a standard of reach counts as served: wholly, in part (on some days, by some of the services), or not. */
export function classifyByServed(people: Float64Array, served: Float64Array): CellClasses {
  const classes: CellClass[] = [
    { kind: 'standardMet', colour: PALETTE.met },
    { kind: 'standardPartly', colour: PALETTE.beyond },
    { kind: 'standardNot', colour: PALETTE.farBeyond },
  ];
  return classify(classes, people, (i) => (served[i] >= 1 ? 0 : served[i] > 0 ? 1 : 2));
}

/** Takes places that no street is near out of their classes, into one of their own. */
export function withUnlinked(
  { classes, classOf }: CellClasses,
  unlinked: Int32Array | undefined,
): CellClasses {
  if (!unlinked || unlinked.length === 0) return { classes, classOf };
  const own = classOf.slice();
  for (const place of unlinked) if (own[place] !== NOBODY) own[place] = classes.length;
  const looks = { colour: PALETTE.unreached, outlined: true, hatched: true };
  return { classes: [...classes, { kind: 'unlinked', ...looks }], classOf: own };
}

/** Places of classes that are hatched. */
export function hatchedPlaces({ classes, classOf }: CellClasses): number[] {
  const places: number[] = [];
  if (!classes.some((one) => one.hatched)) return places;
  classOf.forEach((k, place) => {
    if (k !== NOBODY && classes[k].hatched) places.push(place);
  });
  return places;
}

export function classify(
  classes: CellClass[],
  values: Float64Array,
  classAt: (i: number) => number,
): CellClasses {
  const classOf = new Uint8Array(values.length).fill(NOBODY);
  for (let i = 0; i < values.length; i++) if (values[i] > 0) classOf[i] = classAt(i);
  return { classes, classOf };
}

/** Sum of the values of each class. */
export function sumByClass({ classes, classOf }: CellClasses, values: Float64Array): Float64Array {
  const sums = new Float64Array(classes.length);
  for (let i = 0; i < classOf.length; i++) if (classOf[i] !== NOBODY) sums[classOf[i]] += values[i];
  return sums;
}
