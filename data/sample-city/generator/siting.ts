import type { City } from './city.ts';
import { type Compound, frontPoint } from './compounds.ts';
import { distance, type Point } from './geometry.ts';
import { createRandom } from './random.ts';
import type { ServiceRule } from './services.ts';
import type { Zone } from './zones.ts';

/** Where a facility could stand: beside a street, on the land of a compound or on a town parcel without housing. */
export interface Site {
  at: Point;
  blockRow: number;
  zone: Zone;
  civic: boolean;
}

export function listSites({ ground, compounds, civic }: City): Site[] {
  const sites: Site[] = [];
  for (const { front, blockRow, block } of compounds) {
    if (front) sites.push({ at: front, blockRow, zone: block.zone, civic: false });
  }
  for (const parcel of civic) {
    const at = frontPoint(ground, parcel);
    if (at) sites.push({ at, blockRow: parcel.blockRow, zone: parcel.block.zone, civic: true });
  }
  return sites;
}

const TRIES = 70;

/**
 * Chooses sites one after another: of some random ones, the one with most people not yet looked after nearby. So
 * facilities follow people, about evenly, but never as well as a planner with this tool would place them.
 */
export function chooseSites(
  city: City,
  sites: Site[],
  taken: Set<Site>,
  rule: ServiceRule,
): { site: Site; nearby: number }[] {
  const random = createRandom(`sites ${rule.id}`);
  const demand = Float64Array.from(city.compounds, (compound) => demandOf(city, compound, rule));
  const left = Float64Array.from(demand);
  const places = city.compounds.map(({ at }) => at);
  const needsLand = rule.capacity[1] * rule.landPerPlace[1] > 5000;
  const pool = sites.filter((site) => site.civic || !needsLand);
  const chosen: { site: Site; nearby: number }[] = [];
  while (chosen.length < rule.count) {
    let best: { site: Site; score: number } | undefined;
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const site = random.pick(pool);
      if (taken.has(site)) continue;
      const score = nearbySum(places, left, site.at, rule.spacing) * Math.exp(0.3 * random.normal());
      if (!best || score > best.score) best = { site, score };
    }
    if (!best) throw new Error(`no site is left for ${rule.id}`);
    const { site } = best;
    taken.add(site);
    chosen.push({ site, nearby: nearbySum(places, demand, site.at, rule.spacing) });
    for (let row = 0; row < places.length; row++) {
      const near = 1 - distance(places[row], site.at) / rule.spacing;
      if (near > 0) left[row] *= 1 - 0.85 * Math.min(1, near * 1.6);
    }
  }
  return chosen;
}

/** People around a point, the nearer the more. */
function nearbySum(places: Point[], people: Float64Array, at: Point, reach: number): number {
  let sum = 0;
  for (let row = 0; row < places.length; row++) {
    const { x, y } = places[row];
    // The square first: it spares nearly all of the roots.
    if (Math.abs(x - at.x) > reach || Math.abs(y - at.y) > reach) continue;
    sum += Math.max(0, 1 - distance(places[row], at) / reach) * people[row];
  }
  return sum;
}

function demandOf({ division }: City, compound: Compound, rule: ServiceRule): number {
  const people =
    rule.bands.length === 0
      ? compound.people
      : rule.bands.reduce((sum, band) => sum + compound.ages[band], 0);
  const district = division.byBlock[compound.blockRow].city.name;
  return people * rule.zones[compound.block.zone] * (rule.districts[district] ?? 1);
}
