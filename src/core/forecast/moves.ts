/** People who come to a row (or leave: negative) each year from `fromYear` to `toYear`, both included. */
export interface Move {
  row: number;
  fromYear: number;
  toYear: number;
  /** Net, each year. */
  people: number;
  /** Share of each age, ages 0 … top; sums to 1. */
  profile: Float64Array;
}

/** New housing at a place, lived in from one year on. */
export interface Housing {
  row: number;
  year: number;
  dwellings: number;
  personsPerDwelling: number;
  profile: Float64Array;
}

/** The people of a new estate all move in in its year; spread a large one over several entries. */
export function housingMove({ row, year, dwellings, personsPerDwelling, profile }: Housing): Move {
  return { row, fromYear: year, toYear: year, people: dwellings * personsPerDwelling, profile };
}

/** A profile over single years from shares by age band: each band flat, the open one whole. Shares are scaled to 1. */
export function profileFromBands(
  bands: { from: number; to: number; share: number }[],
  top: number,
): Float64Array {
  const profile = new Float64Array(top + 1);
  const total = bands.reduce((sum, { share }) => sum + share, 0);
  for (const { from, to, share } of bands) {
    const years = Number.isFinite(to) ? to - from + 1 : Math.max(1, top - from + 1);
    for (let k = 0; k < years; k++) profile[Math.min(top, from + k)] += share / years / total;
  }
  return profile;
}
