import type { Districts } from '../dataset/districts.ts';
import { exactSum } from '../exact-sums.ts';
import { housingMove, type Move } from '../forecast/moves.ts';
import { ageProfile, groupOf, type Pyramids } from '../forecast/pyramids.ts';
import { assignDistricts } from '../grid/polygon-index.ts';
import type { NewHousing } from './forecast-settings.ts';
import { type ForecastArea, rowFinder } from './future-area.ts';
import type { Runner } from './load.ts';
import type { Prepared } from './workspace.ts';

/** Which of the new housing counts. */
export interface HousingPlaced {
  /** People of the entries that count. */
  people: number;
  /** Numbers of the entries that stand nowhere in the forecast: they do not count. */
  unplaced: number[];
}

/**
 * People who move into new housing, by row. They are taken to be aged as everybody in the area is. A district that is larger than
 * the rows shares its newcomers among the rows inside it, by their people.
 */
export async function placedHousing(
  { loaded }: Pick<Prepared, 'loaded'>,
  area: ForecastArea,
  housing: NewHousing[],
  start: Pyramids,
  run: Runner,
): Promise<{ moves: Move[]; placed: HousingPlaced }> {
  const { districts } = loaded;
  const profile = ageProfile(start);
  const people = groupOf(start, 'people') ?? new Float64Array(start.rows);
  const moves: Move[] = [];
  const unplaced: number[] = [];
  for (let h = 0; h < housing.length; h++) {
    const { year, dwellings, personsPerDwelling } = housing[h];
    const district = await districtOf(housing[h], area, districts, run);
    const shares = district === undefined ? [] : sharesOf(district, area, districts, people);
    if (shares.length === 0) unplaced.push(h);
    for (const [row, share] of shares) {
      const own = { row, year, dwellings: dwellings * share, personsPerDwelling, profile };
      moves.push(housingMove(own));
    }
  }
  return { moves, placed: { people: exactSum(moves.map((move) => move.people)), unplaced } };
}

/** The district an entry names, or the one of the level it stands in; −1 where it stands outside of all. */
async function districtOf(
  { district, lng, lat }: NewHousing,
  { level }: ForecastArea,
  districts: Districts | undefined,
  run: Runner,
): Promise<number | undefined> {
  if (lng !== undefined && lat !== undefined) {
    if (!districts || level < 0) return -1;
    const at = { lng: Float64Array.of(lng), lat: Float64Array.of(lat) };
    return (await run(assignDistricts(at, districts)))[level][0];
  }
  if (district === undefined) return undefined;
  const found = districts?.code.indexOf(district) ?? -1;
  return found < 0 ? undefined : found;
}

/** Rows that a district lies in or holds, with the share of its newcomers each takes. */
function sharesOf(
  district: number,
  area: ForecastArea,
  districts: Districts | undefined,
  people: Float64Array,
): [row: number, share: number][] {
  if (area.level < 0) return [[0, 1]];
  const own = rowFinder(area)(rowUpwards(district, area.level, districts));
  if (district < 0 || !districts || districts.level[district] >= area.level) {
    return own < 0 ? [] : [[own, 1]];
  }
  const inside = Array.from(area.district.keys()).filter(
    (row) => area.district[row] >= 0 && isInside(area.district[row], district, districts),
  );
  const all = exactSum(inside.map((row) => people[row]));
  return inside.flatMap((row): [number, number][] => {
    const share = all > 0 ? people[row] / all : 1 / inside.length;
    return share > 0 ? [[row, share]] : [];
  });
}

/** The district itself or the one above it that is of the level. */
function rowUpwards(district: number, level: number, districts: Districts | undefined): number {
  let at = district;
  while (districts && at >= 0 && districts.level[at] > level) at = districts.parent[at];
  return at;
}

function isInside(district: number, outer: number, { parent }: Districts): boolean {
  for (let at = district; at >= 0; at = parent[at]) if (at === outer) return true;
  return false;
}
