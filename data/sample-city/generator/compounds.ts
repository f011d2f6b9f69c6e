import { AGE_BANDS, ageProfile, splitWhole } from './ages.ts';
import type { Block } from './blocks.ts';
import { createCompoundNames } from './compound-names.ts';
import { centroid, distance, insideRing, mix, type Point, shrink, signedArea } from './geometry.ts';
import { type Ground, isStreet, ringPoints } from './ground.ts';
import type { Parcel } from './lanes.ts';
import { createRandom, type Random } from './random.ts';
import { densityFactor } from './zones.ts';

/** A residential compound 小区, or a group of houses in a village. */
export interface Compound {
  name: string;
  at: Point;
  /** Where its houses stand. */
  footprint: Point[];
  blockRow: number;
  block: Block;
  people: number;
  /** In the order of `AGE_BANDS`; sums to `people`. */
  ages: number[];
  dwellings: number;
  landArea: number;
  /** Just inside, beside a street: where a facility of the compound would stand. */
  front: Point | undefined;
}

const CITY_PEOPLE = 603_000;

export interface Settlement {
  compounds: Compound[];
  /** Town parcels without housing, where schools and homes find room. */
  civic: Parcel[];
}

export function settle(ground: Ground, parcels: Parcel[]): Settlement {
  const random = createRandom('compounds');
  const { housing, civic } = chooseHousing(ground, random, parcels);
  const weights = housing.map((parcel) => peopleWeight(ground, random, parcel));
  const scale = CITY_PEOPLE / weights.reduce((sum, weight) => sum + weight, 0);
  const nameOf = createCompoundNames();
  const compounds = housing.map((parcel, i): Compound => {
    const ring = ringPoints(ground, parcel.ring);
    const area = signedArea(ring);
    const { zone, use } = parcel.block;
    const people = Math.max(18, Math.round(weights[i] * scale));
    const ages = splitWhole(people, ageProfile(random, zone, parcel.block.x));
    const householdSize =
      { old: 2.25, belt: 2.45, new: 2.75, suburb: 2.9 }[zone] * random.between(0.93, 1.07);
    // New flats stand empty more often than old ones.
    const occupied = zone === 'new' ? random.between(0.62, 0.9) : random.between(0.86, 0.97);
    return {
      name: nameOf(zone, use === 'gated', people),
      at: innerPoint(random, ring),
      footprint: shrink(ring, 0.86),
      blockRow: parcel.blockRow,
      block: parcel.block,
      people,
      ages,
      dwellings: Math.max(6, Math.round(people / householdSize / occupied)),
      front: frontPoint(ground, parcel),
      landArea: Math.round(area * random.between(0.62, 0.84)),
    };
  });
  return { compounds, civic };
}

function chooseHousing(
  ground: Ground,
  random: Random,
  parcels: Parcel[],
): { housing: Parcel[]; civic: Parcel[] } {
  const housing: Parcel[] = [];
  const civic: Parcel[] = [];
  const villages = new Map<number, { middle: Point; room: number }>();
  for (const parcel of parcels) {
    const { zone, use } = parcel.block;
    if (use === 'park') continue;
    const ring = ringPoints(ground, parcel.ring);
    const front = parcel.ring.some((a, i) => isStreet(ground, a, parcel.ring[(i + 1) % parcel.ring.length]));
    if (zone === 'suburb') {
      const village = villages.get(parcel.blockRow) ?? { middle: centroid(ring), room: random.integer(2, 7) };
      villages.set(parcel.blockRow, village);
      const near = distance(centroid(ring), village.middle) < 380 && signedArea(ring) < 40_000;
      if (use === 'housing' && front && near && village.room-- > 0) housing.push(parcel);
      else if (use === 'housing' && front && random.chance(0.1)) civic.push(parcel);
      continue;
    }
    const share =
      use === 'industry' ? 0.06 : use === 'gated' ? 0.94 : { old: 0.84, belt: 0.74, new: 0.7 }[zone];
    if (random.chance(share)) housing.push(parcel);
    else if (front && use !== 'industry') civic.push(parcel);
  }
  return { housing, civic };
}

/** People before scaling: land × density of the kind of housing, falling outwards, with the luck of each compound. */
function peopleWeight(ground: Ground, random: Random, parcel: Parcel): number {
  const { zone, use, x, y } = parcel.block;
  const perHectare =
    use === 'gated'
      ? { old: 300, belt: 290, new: 285, suburb: 125 }[zone]
      : { old: 520, belt: 240, new: 230, suburb: 125 }[zone];
  const occupancy = zone === 'new' ? random.between(0.55, 1.1) : 1;
  const luck = Math.exp(0.32 * random.normal());
  const hectares = signedArea(ringPoints(ground, parcel.ring)) / 10_000;
  return hectares * perHectare * (0.25 + 0.75 * densityFactor(zone, x, y)) * occupancy * luck;
}

/** The middle, or, where a bent parcel leaves it outside, a point surely within. */
function innerPoint(random: Random, ring: Point[]): Point {
  const middle = centroid(ring);
  if (insideRing(middle, ring)) return middle;
  for (;;) {
    const point = mix(random.pick(ring), random.pick(ring), random.between(0.2, 0.8));
    if (insideRing(point, ring)) return point;
  }
}

const SETBACK_METERS = 13;

/** Beside the longest piece of street that the parcel touches, set back inside. */
export function frontPoint(ground: Ground, parcel: Parcel): Point | undefined {
  let best: { point: Point; length: number } | undefined;
  const ring = ringPoints(ground, parcel.ring);
  const area = signedArea(ring);
  parcel.ring.forEach((a, i) => {
    const from = ring[i];
    const to = ring[(i + 1) % ring.length];
    const length = distance(from, to);
    if (!isStreet(ground, a, parcel.ring[(i + 1) % ring.length]) || length <= (best?.length ?? 25)) return;
    const middle = mix(from, to, 0.5);
    // Rings run anticlockwise: inside is on the left.
    const depth = Math.min(SETBACK_METERS, Math.sqrt(area) / 5) / length;
    const point = { x: middle.x - (to.y - from.y) * depth, y: middle.y + (to.x - from.x) * depth };
    if (insideRing(point, ring)) best = { point, length };
  });
  return best?.point;
}

export function peopleByBand(compounds: Compound[]): number[] {
  return AGE_BANDS.map((_, band) => compounds.reduce((sum, compound) => sum + compound.ages[band], 0));
}
