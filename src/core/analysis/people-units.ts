/**
 * People and places are given out in units of 2⁻²⁸ person, as whole numbers: adding and taking away is exact up to thirty
 * million people at one facility, nobody is lost to rounding, and what is used up is truly 0.
 */
export const PERSON = 2 ** 28;

/** Whoever is there at all is at least one unit; NaN (not surveyed) and less than 0 are nobody. */
export function unitsOfPeople(people: number): number {
  return people > 0 ? Math.max(1, Math.round(people * PERSON)) : 0;
}

/** Never more than there are. NaN (not surveyed) gives none; Infinity is unlimited. */
export function unitsOfPlaces(places: number): number {
  return places > 0 ? Math.floor(places * PERSON) : 0;
}

/** The people who are there: NaN (not surveyed) and less than 0 are nobody. */
export function presentPeople(people: ArrayLike<number>): Float64Array {
  const present = new Float64Array(people.length);
  for (let i = 0; i < people.length; i++) if (people[i] > 0) present[i] = people[i];
  return present;
}
