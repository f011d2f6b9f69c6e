import { createAddresses } from './addresses.ts';
import type { City } from './city.ts';
import { createFacilityNames } from './facility-names.ts';
import type { Point } from './geometry.ts';
import { createRandom, type Random } from './random.ts';
import {
  ELDER_LAND_PER_PERSON,
  ELDER_SERVICES,
  ELDER_SITE_FACTOR,
  SERVICE_RULES,
  type ServiceRule,
} from './services.ts';
import { chooseSites, listSites, type Site } from './siting.ts';

export interface Facility {
  id: string;
  service: string;
  type: string;
  name: string;
  address: string;
  cityDistrict: string;
  street: string;
  at: Point;
  capacity: number;
  /** undefined: not surveyed. */
  landArea: number | undefined;
  floorArea: number | undefined;
  status: '运营' | '在建' | '规划' | '已关闭';
}

export function createFacilities(city: City): Facility[] {
  const sites = listSites(city);
  const taken = new Set<Site>();
  const nameOf = createFacilityNames();
  const addressOf = createAddresses(city);
  const facilities = SERVICE_RULES.flatMap((rule) => {
    const random = createRandom(`facilities ${rule.id}`);
    const chosen = chooseSites(city, sites, taken, rule);
    const mean = chosen.reduce((sum, { nearby }) => sum + nearby, 0) / chosen.length;
    return chosen.map(({ site, nearby }, i): Facility => {
      const place = city.division.byBlock[site.blockRow];
      const capacity = capacityOf(random, rule, nearby / mean);
      const elder = ELDER_SERVICES.includes(rule.id);
      const perPlace = rule.landPerPlace[site.zone === 'old' ? 0 : 1] * random.between(0.75, 1.2);
      const land = capacity * perPlace * (elder ? ELDER_SITE_FACTOR[place.city.name] : 1);
      return {
        id: `${rule.prefix}${String(i + 1).padStart(4, '0')}`,
        service: rule.id,
        type: rule.type,
        name: nameOf(rule.id, place.community.name, place.street.name),
        address: `云汀市${place.city.name}${place.street.name}${addressOf(site.at)}`,
        cityDistrict: place.city.name,
        street: place.street.name,
        at: site.at,
        capacity,
        landArea: Math.round(land / 10) * 10,
        floorArea: Math.round((land * random.between(...rule.floorRatio)) / 10) * 10,
        status: statusOf(random, i),
      };
    });
  });
  sizeElderCare(
    facilities,
    city.compounds.reduce((sum, compound) => sum + compound.people, 0),
  );
  forgetSomeLand(facilities);
  return facilities;
}

function capacityOf(random: Random, rule: ServiceRule, pressure: number): number {
  const [low, high] = rule.capacity;
  const wanted = ((low + high) / 2) * pressure ** 0.6 * Math.exp(0.22 * random.normal());
  return Math.round(Math.min(high, Math.max(low, wanted)) / rule.capacityStep) * rule.capacityStep;
}

/** The first of a service is always open: every service can be judged. */
function statusOf(random: Random, row: number): Facility['status'] {
  const chance = random.next();
  if (row === 0 || chance > 0.075) return '运营';
  return chance < 0.03 ? '规划' : chance < 0.05 ? '在建' : '已关闭';
}

/** Scales the sites of elder care so that the city as a whole has what it is meant to have. */
function sizeElderCare(facilities: Facility[], people: number): void {
  const elder = facilities.filter(({ service }) => ELDER_SERVICES.includes(service));
  const open = elder.filter(({ status }) => status === '运营');
  const factor =
    (ELDER_LAND_PER_PERSON * people) / open.reduce((sum, { landArea }) => sum + (landArea ?? 0), 0);
  for (const facility of elder) {
    facility.landArea = Math.round(((facility.landArea ?? 0) * factor) / 10) * 10;
    facility.floorArea = Math.round(((facility.floorArea ?? 0) * factor) / 10) * 10;
  }
}

/** Named, because the standard of the sample is about this land: few enough to leave the city's picture as it is. */
const NOT_SURVEYED_ELDER = ['YZ0017', 'YZ0034', 'YZ0046'];

/** A few sites nobody has surveyed: blank, which is not 0. */
function forgetSomeLand(facilities: Facility[]): void {
  const random = createRandom('not surveyed');
  for (const facility of facilities) {
    const elder = ELDER_SERVICES.includes(facility.service);
    if (elder ? NOT_SURVEYED_ELDER.includes(facility.id) : random.chance(0.045))
      facility.landArea = undefined;
    if (random.chance(0.03)) facility.floorArea = undefined;
  }
}
